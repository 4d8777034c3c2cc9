/** Fetching what this point needs to know: by cursor, each answer kept in one stroke with the cursor, so it may stop anywhere. */
import { type PullAnswer, pullAnswer } from "../../../wire.ts";
import { type Chunk, forgetting } from "../book/known.ts";
import type { Cursor, KeptItem } from "../kept.ts";
import { type Change, drop, put } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { ask, believed } from "./asking.ts";
import { noteHeard } from "./heard.ts";
import { Trouble } from "./trouble.ts";

/** More chunks than this are written together into one. */
const mostChunks = 40;

/** Fetches until there is no more. */
export async function pull(telephone: Telephone): Promise<void> {
  for (;;) {
    const { after, mark } = telephone.cursor;
    const path = `/field/pull?after=${after}${mark === null ? "" : `&mark=${encodeURIComponent(mark)}`}`;
    const asked = { method: "GET", path, headers: {}, body: null } as const;
    const came = await ask(telephone, asked, "by the device");
    const answer = await believed(telephone, came, pullAnswer);
    if (answer.after !== undefined && answer.after !== after) throw new Trouble("not-the-book"); // An answer of another time.
    if (answer.more && answer.upTo === after) throw new Trouble("server"); // It would never end.
    await keep(telephone, answer);
    if (!answer.more) return;
  }
}

async function keep(telephone: Telephone, answer: PullAnswer): Promise<void> {
  const before = answer.reset ? [] : telephone.chunks;
  const number = telephone.cursor.chunk + 1;
  const chunk: Chunk = { number, tables: answer.tables, values: answer.values, tallies: answer.tallies };
  const isEmpty = [chunk.tables, chunk.values, chunk.tallies].every((part) => part.length === 0);
  const cleaned = new Map(forgetting(before, new Set(answer.erased)).map((one) => [one.number, one]));
  const all = [...before.map((one) => cleaned.get(one.number) ?? one), ...(isEmpty ? [] : [chunk])];
  const chunks = all.length > mostChunks ? [together(all, number)] : all;
  const stays = new Map(chunks.map((one) => [one.number, one]));
  const cursor: Cursor = { after: answer.upTo, mark: answer.mark ?? null, fetched: telephone.now(), chunk: number };
  const owned = ownPlaced(telephone.items, answer);
  const heard = noteHeard(telephone, answer.at, null);
  const changes: Change[] = [
    ...telephone.chunks.flatMap((one) => (stays.has(one.number) ? [] : [drop("known", one.number)])),
    ...chunks.flatMap((one) => (telephone.chunks.includes(one) ? [] : [put("known", one.number, one)])),
    ...owned.map((item) => put("outbox", item.sequence, item)),
    put("meta", "cursor", cursor),
    put("meta", "heard", heard),
  ];
  const expected = [{ store: "meta", key: "cursor", value: telephone.cursor } as const];
  if (!(await telephone.effects.storage.commit(changes, expected))) throw new Trouble("storage"); // Another worker pulled at the same time.
  const bySequence = new Map(owned.map((item) => [item.sequence, item]));
  telephone.items = telephone.items.map((item) => bySequence.get(item.sequence) ?? item);
  Object.assign(telephone, { chunks, cursor, heard });
  if (!isEmpty || answer.reset || owned.length > 0 || cleaned.size > 0) telephone.layAll();
  telephone.told("known");
}

/** Own acts whose place in the book this answer tells. They are not answered by it: only that they are not laid twice. */
function ownPlaced(items: readonly KeptItem[], { own = [] }: PullAnswer): readonly KeptItem[] {
  if (own.length === 0) return [];
  const places = new Map(own);
  return items.flatMap((item) => {
    const position = places.get(item.act);
    return position === undefined || position === item.position ? [] : [{ ...item, position }];
  });
}

/** Several chunks as one, in their order. */
function together(chunks: readonly Chunk[], number: number): Chunk {
  return {
    number,
    tables: chunks.flatMap((one) => one.tables),
    values: chunks.flatMap((one) => one.values),
    tallies: chunks.flatMap((one) => one.tallies),
  };
}
