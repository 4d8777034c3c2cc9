/** Why a try came to nothing. Nothing is ever changed by what could not be trusted. */
import type { SyncState } from "../../ports.ts";

/** A named trouble, thrown through the layers of one try and caught by the engine. */
export class Trouble extends Error {
  readonly named: NonNullable<SyncState["trouble"]>;

  constructor(named: NonNullable<SyncState["trouble"]>) {
    super(named);
    this.named = named;
  }
}
