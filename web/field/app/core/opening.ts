/** Reading what is kept when a telephone is opened: no more than its screens and its fold need. */
import type { Draft } from "../ports.ts";
import type { Chunk } from "./book/known.ts";
import { type Counters, type Cursor, type Enrolled, type Heard, type KeptItem, nothingHeard } from "./kept.ts";
import type { StoredClerk } from "./keys/pins.ts";
import { type ReadLaid, readLaid } from "./laid/rows.ts";
import { type ReadOutbox, readOutbox } from "./outbox/entries.ts";
import { isLanded } from "./outbox/item.ts";
import type { Storage } from "./storage/storage.ts";

/** Everything that is read when a telephone is opened; photographs only when they travel. */
export type Kept = {
  readonly enrolled: Enrolled;
  readonly key: unknown;
  readonly counters: Counters;
  readonly cursor: Cursor;
  readonly heard: Heard;
  /** As of which change of acts that were there already the outbox was read. */
  readonly turn: string | null;
  readonly outbox: ReadOutbox;
  /** What followed from own acts, as it was kept; null: all of it is folded again. */
  readonly laid: ReadLaid | null;
  /** The acts that are to be folded, whole. */
  readonly toFold: readonly KeptItem[];
  readonly chunks: readonly Chunk[];
  readonly drafts: readonly Draft[];
  readonly clerks: readonly StoredClerk[];
};

/** Reads all of it, for an app of a version; null while this telephone is nobody's device. */
export async function keptIn(storage: Storage, app: string): Promise<Kept | null> {
  const enrolled = (await storage.read("meta", "enrolled")) as Enrolled | undefined;
  if (enrolled === undefined) return null;
  // What says how the rest stands is read before the rest: what another tab changes meanwhile is then noticed.
  const [key, counters, cursor, heard, turn] = await Promise.all([
    storage.read("meta", "key"),
    storage.read("meta", "counters"),
    storage.read("meta", "cursor") as Promise<Cursor>,
    storage.read("meta", "heard"),
    turnIn(storage),
  ]);
  const [outbox, chunks, drafts, clerks] = await Promise.all([
    readOutbox(storage, app, turn),
    storage.list("known"),
    storage.list("drafts"),
    storage.list("clerks"),
  ]);
  const unlanded = outbox.entries.filter((one) => !isLanded(one, BigInt(cursor.laid.upTo)));
  const laid = await readLaid(storage, app, cursor.laid, unlanded);
  const toFold = unlanded.filter((one) => one.sequence > (laid?.root.through ?? 0));
  return {
    enrolled,
    key,
    counters: counters as Counters,
    cursor,
    heard: (heard as Heard | undefined) ?? nothingHeard,
    ...{ turn, outbox, laid },
    toFold: await wholesOf(storage, toFold, outbox.wholes),
    chunks: chunks as readonly Chunk[],
    drafts: drafts as readonly Draft[],
    clerks: clerks as readonly StoredClerk[],
  };
}

/** Which change of acts that were there already was the last one. */
export const turnIn = async (storage: Storage): Promise<string | null> =>
  ((await storage.read("meta", "turn")) as string | undefined) ?? null;

/** Acts whole, in the order of their entries: those that are at hand already, else out of the storage. One that is gone is left out. */
export async function wholesOf(
  storage: Storage,
  entries: readonly { readonly sequence: number }[],
  atHand: Iterable<KeptItem> = [],
): Promise<readonly KeptItem[]> {
  const there = new Map([...atHand].map((item) => [item.sequence, item]));
  const missing = entries.filter((one) => !there.has(one.sequence));
  const [first, last] = [missing[0], missing.at(-1)];
  if (first !== undefined && last !== undefined)
    for (const item of (await storage.list("outbox", first.sequence, last.sequence)) as readonly KeptItem[])
      there.set(item.sequence, item);
  return entries.flatMap((one) => there.get(one.sequence) ?? []);
}
