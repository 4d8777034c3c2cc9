/** What an answer to a pull makes of what is kept: chunks, cursor, and the places of own acts in the book. */
import type { PullAnswer } from "../../../wire.ts";
import { type Chunk, forgetting } from "../book/known.ts";
import type { Cursor, KeptEntry } from "../kept.ts";
import type { Telephone } from "../telephone.ts";

/** More chunks than this are written together into one. */
const mostChunks = 40;

/** Whether what is being pulled takes the place of all that was known. */
const isAnew = ({ cursor }: Telephone, { reset }: PullAnswer): boolean => reset || cursor.anew;

/** How far it has come. */
export function cursorAfter(telephone: Telephone, answer: PullAnswer): Cursor {
  const { cursor } = telephone;
  const chunk = cursor.chunk + 1;
  const laid = answer.more ? cursor.laid : { upTo: answer.upTo, chunk, fetched: telephone.now() };
  const begun = answer.reset ? chunk : cursor.begun;
  return {
    after: answer.upTo,
    mark: answer.mark ?? null,
    chunk,
    begun,
    anew: answer.more && isAnew(telephone, answer),
    laid,
  };
}

/**
 * All chunks with what has come: without the values of whoever was erased, and at the end of a pull with the sums, and few. Sums are
 * told whole, and stand in chunk 0.
 */
export function chunksAfter(telephone: Telephone, answer: PullAnswer): readonly Chunk[] {
  const number = telephone.cursor.chunk + 1;
  const fresh: Chunk = { number, tables: answer.tables, values: answer.values, tallies: [] };
  const isEmpty = fresh.tables.length === 0 && fresh.values.length === 0;
  const cleaned = new Map(forgetting(telephone.chunks, new Set(answer.erased)).map((one) => [one.number, one]));
  const rows = [...telephone.chunks.map((one) => cleaned.get(one.number) ?? one), ...(isEmpty ? [] : [fresh])];
  if (answer.more) return rows;
  const { begun } = cursorAfter(telephone, answer);
  const told = rows.filter((one) => one.number >= begun);
  const sums: Chunk = { number: 0, tables: [], values: [], tallies: answer.tallies };
  return [sums, ...(told.length > mostChunks ? [together(told, number)] : told)];
}

/** Several chunks as one, in their order. */
const together = (chunks: readonly Chunk[], number: number): Chunk => ({
  number,
  tables: chunks.flatMap((one) => one.tables),
  values: chunks.flatMap((one) => one.values),
  tallies: [],
});

/**
 * Own acts whose place in the book this answer tells: they are not answered by it, only not laid twice. In a history pulled anew, an
 * answered act that has no place any more is said again: the book was restored to a day before it.
 */
export function placedBy(telephone: Telephone, answer: PullAnswer): readonly KeptEntry[] {
  if (answer.own === undefined) return [];
  const places = new Map(answer.own);
  const anew = isAnew(telephone, answer);
  return telephone.items.flatMap((item) => {
    const after = anew
      ? replaced(item, places.get(item.act), answer)
      : { ...item, position: places.get(item.act) ?? item.position };
    return after.position === item.position && after.next === item.next && after.state === item.state ? [] : [after];
  });
}

/** The item in a history that is pulled anew: its place there counts when that history is here whole. */
function replaced(
  { next: before, had, ...item }: KeptEntry,
  place: string | undefined,
  { more, reset }: PullAnswer,
): KeptEntry {
  const next = place ?? (reset ? undefined : before);
  const since = had === undefined ? {} : { had };
  if (more) return { ...item, ...since, ...(next === undefined ? {} : { next }) };
  if (next !== undefined) return { ...item, ...since, position: next };
  return { ...item, position: null, state: "waiting", answer: null, sealed: false };
}
