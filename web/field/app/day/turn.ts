/** The turn: who waits at the point, with what, in which order. It stays on this telephone and ends with the day. */
import type { FieldCore } from "../ports.ts";

/** Somebody who waits. `agent` is null for a person without number; `sacks` as they were told, "3"; empty when nobody counted. */
export type Waiting = {
  readonly id: string;
  readonly agent: string | null;
  readonly name: string;
  readonly sacks: string;
  readonly since: string;
};

const draftId = "turn";

type Kept = { readonly day: string; readonly waiting: readonly Waiting[] };

/** Who waits today. A turn of another day is over: whoever comes again says so again. */
export function turnOf(core: FieldCore): readonly Waiting[] {
  const kept = core.drafts.all().find((one) => one.id === draftId)?.value as Kept | undefined;
  return kept !== undefined && kept.day === core.today() ? kept.waiting : [];
}

/** Keeps the turn; false when this telephone has no room for it. */
export const keepTurn = (core: FieldCore, waiting: readonly Waiting[]): Promise<boolean> =>
  core.drafts.write({ id: draftId, kind: "turn", begun: core.now(), value: { day: core.today(), waiting } });

/** The turn with somebody at its end. */
export const joined = (waiting: readonly Waiting[], one: Waiting): readonly Waiting[] => [...waiting, one];

/** The turn without somebody: served, or gone home. */
export const without = (waiting: readonly Waiting[], id: string): readonly Waiting[] =>
  waiting.filter((one) => one.id !== id);

/** The turn with somebody one place further up; the first stays where it is. */
export function movedUp(waiting: readonly Waiting[], id: string): readonly Waiting[] {
  const at = waiting.findIndex((one) => one.id === id);
  if (at < 1) return waiting;
  const moved = [...waiting];
  const [one] = moved.splice(at, 1);
  if (one !== undefined) moved.splice(at - 1, 0, one);
  return moved;
}
