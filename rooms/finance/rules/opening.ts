/** A statement of how things stood before the book: told once, known when told again, and never replaced in silence. */
import { canonicalJson } from "../../../kernel/canonical.ts";
import type { Posting } from "../../../kernel/ledger/entry.ts";
import { posting } from "../../../kernel/ledger/entry.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";

/** What was stated before of the same matter. */
type Told = { readonly on_day: string; readonly said: unknown };

/** Whether a statement is the one that was made before, word for word. */
export const isToldAgain = (kept: Told, said: unknown): boolean => canonicalJson(kept.said) === canonicalJson(said);

/**
 * What is wrong with a statement whatever it is about: `opening.told-otherwise` (something else stands already),
 * `opening.day-to-come`.
 */
export function openingFaults(kept: Told | null, on: string, today: string): Refusal[] {
  const wrong: Refusal[] = [];
  if (kept !== null) wrong.push(refused("opening.told-otherwise", { day: kept.on_day }).refusal);
  if (on > today) wrong.push(refused("opening.day-to-come", { day: on, today }, "on").refusal);
  return wrong;
}

/** The line of `opening` that makes postings sum to zero in one commodity; none when they do already. */
export function counterpart(postings: readonly Posting[], commodity: string, agent: string | null): readonly Posting[] {
  const sum = postings.reduce((total, one) => total + one.amount, 0n);
  return sum === 0n ? [] : [posting("opening", commodity, -sum, { agent })];
}
