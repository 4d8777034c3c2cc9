/**
 * What leaves the telephone: acts that the book has had for long, by its own clock and its own signed word. What it has not, what it
 * refused or did not understand, and what it still asks about stays whatever its age. Sequences and serials go on as if all were there.
 */
import { openQuestions } from "../../../../../rooms/book/needs.ts";
import { DAY } from "../keeping.ts";
import type { Cursor, KeptEntry } from "../kept.ts";
import { changeActs } from "../outbox/changing.ts";
import { documentsOf } from "../outbox/documents.ts";
import type { Telephone } from "../telephone.ts";

/** Most acts of one stroke; the others leave after the next pull. */
const most = 1_000;

/** Lets them go, after a pull that the book signed at an instant. */
export async function prune(telephone: Telephone, at: string): Promise<void> {
  const gone = old(telephone, at).slice(0, most);
  if (gone.length === 0) return;
  const expected = [{ store: "meta", key: "cursor", value: telephone.cursor }] as const;
  const kept = await changeActs(telephone, { gone: new Set(gone.map((one) => one.sequence)), expected });
  if (kept) telephone.told("acts");
}

function old(telephone: Telephone, at: string): readonly KeptEntry[] {
  const { cursor, items, keeping } = telephone;
  const upTo = markBefore(cursor, Date.parse(at) - keeping.days * DAY);
  if (upTo === null) return [];
  return items
    .slice(0, Math.max(0, items.length - keeping.newest))
    .filter((one) => mayLeave(one, upTo) && !isAsked(telephone, one));
}

/** How far the book had come at an instant: the newest mark that is as old. */
function markBefore({ marks = [] }: Cursor, instant: number): bigint | null {
  const mark = marks.findLast((one) => Date.parse(one.at) <= instant);
  return mark === undefined ? null : BigInt(mark.upTo);
}

const mayLeave = ({ state, position, sealed, seals }: KeptEntry, upTo: bigint): boolean =>
  ["done", "asked", "known"].includes(state) &&
  position !== null &&
  BigInt(position) <= upTo &&
  (sealed || seals === null);

const isAsked = ({ known }: Telephone, entry: KeptEntry): boolean => {
  const tried = openQuestions(documentsOf(entry)).tryOn(known.page);
  return !("known" in tried) || tried.known.length > 0;
};
