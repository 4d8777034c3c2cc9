/**
 * What leaves the telephone: acts that the book has had for long, by its own clock and its own signed word. What it has not, what it
 * refused or did not understand, and what it still asks about stays whatever its age. Sequences and serials go on as if all were there.
 */
import { openQuestions } from "../../../../../rooms/book/needs.ts";
import { DAY } from "../keeping.ts";
import type { KeptEntry } from "../kept.ts";
import { changeActs } from "../outbox/changing.ts";
import { documentsOf } from "../outbox/documents.ts";
import { isLanded } from "../outbox/item.ts";
import type { Telephone } from "../telephone.ts";

/** Most acts of one stroke; the others leave after the next pull. */
const most = 1_000;

/** Lets them go, after a pull that the book signed at an instant. */
export async function prune(telephone: Telephone, at: string): Promise<void> {
  const { cursor, items, keeping } = telephone;
  const arrived = items.filter((one) => hasArrived(one, BigInt(cursor.laid.upTo)));
  const before = new Date(Date.parse(at) - keeping.days * DAY).toISOString();
  const newest = items.at(-keeping.newest)?.sequence ?? 0;
  const isOld = ({ had, sequence }: KeptEntry): boolean => had !== undefined && had <= before && sequence < newest;
  const gone = arrived.filter((one) => isOld(one) && !isAsked(telephone, one)).slice(0, most);
  // Of what an app before this one sent nobody wrote down when: its time begins now.
  const changed = arrived.flatMap((one) => (one.had === undefined ? [{ ...one, had: at }] : [])).slice(0, most);
  if (gone.length + changed.length === 0) return;
  const expected = [{ store: "meta", key: "cursor", value: cursor }] as const;
  if (await changeActs(telephone, { changed, gone: new Set(gone.map((one) => one.sequence)), expected }))
    telephone.told("acts");
}

/** Whether the book has an act whole, and understood it, and what was pulled tells what followed from it. */
const hasArrived = ({ state, position, sealed, seals }: KeptEntry, upTo: bigint): boolean =>
  ["done", "asked", "known"].includes(state) && isLanded({ position }, upTo) && (sealed || seals === null);

const isAsked = ({ known }: Telephone, entry: KeptEntry): boolean => {
  const tried = openQuestions(documentsOf(entry)).tryOn(known.page);
  return !("known" in tried) || tried.known.length > 0;
};
