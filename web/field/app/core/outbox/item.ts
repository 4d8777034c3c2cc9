/** One act of the outbox: its place, its exact text, and what the book said of it. */
import type { Sent } from "../../../../../kernel/act/envelope.ts";
import type { OutboxEntry, OutboxItem, OutboxState } from "../../ports.ts";

/** How an answer's outcome is kept. An outcome of a server newer than this telephone is an answer all the same: the book has the act. */
const states: Readonly<Record<string, OutboxState>> = {
  done: "done",
  "done with a question": "asked",
  proposed: "asked",
  refused: "refused",
  "kept, not yet understood": "kept",
  "known already": "known",
};

/** The answer that leaves an act here. */
const notKept = "not kept";

type Answered = Pick<OutboxEntry, "state" | "answer" | "position">;

/** An item with the book's answer; null when the answer says that the book does not have the act. */
export function answered<Item extends Answered>(item: Item, answer: Readonly<Record<string, unknown>>): Item | null {
  // What is known already tells how it ended then.
  const outcome = String(answer.outcome === "known already" ? (answer.first ?? answer.outcome) : answer.outcome);
  if (outcome === notKept) return null;
  const position = typeof answer.position === "string" ? answer.position : item.position;
  // What was answered before and is told again keeps its first answer.
  if (!isUnsettled(item)) return { ...item, position };
  return { ...item, state: states[outcome] ?? "done", answer, position };
}

/** The act as it travels. */
export const sentOf = (item: Pick<OutboxItem, "text" | "signature">): Sent => ({
  body: item.text,
  signature: item.signature,
});

/** Whether an act must still go up. */
export const isWaiting = (item: Pick<OutboxEntry, "state">): boolean => item.state === "waiting";

/** Whether the pulled rows hold already what followed from an act. */
export const isLanded = (item: Pick<OutboxEntry, "position">, upTo: bigint): boolean =>
  item.position !== null && BigInt(item.position) <= upTo;

/** Whether another answer may still come: it was not sent, or was kept without being understood. */
export const isUnsettled = (item: Pick<OutboxEntry, "state">): boolean =>
  item.state === "waiting" || item.state === "kept";
