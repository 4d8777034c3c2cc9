/** What costs the machine itself, and not one book alone, and who may ask it for that. */
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { PageAt } from "./page.ts";

/**
 * Whether whoever asks may have files taken in, backups made or a whole book written out. Where the example is open to everybody,
 * nobody knows who looks around in it, and a few of them could fill the disk. Refuses `example.only-look`.
 */
export function mayBurden({ session, services }: Pick<PageAt, "session" | "services">): Result<void> {
  return session.way === "example" && services.doorway.exampleOpen ? refused("example.only-look") : done(undefined);
}
