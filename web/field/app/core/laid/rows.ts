/** What followed from own acts as it lies in the storage: which blocks there are, as of which pull and app, and their sums. */
import type { TallyChange } from "../../../../../kernel/act/page.ts";
import type { Cursor } from "../kept.ts";
import { type Change, drop, put, type Storage } from "../storage/storage.ts";
import { blockOf, type Followed, type LaidBlock } from "./block.ts";

/**
 * As of what the blocks stand: the app that folded (any change of its rules is another app), how far the book had been pulled, and the
 * sequence of the last act in them. Each block is named by its first sequence.
 */
export type RowsRoot = {
  readonly app: string;
  readonly laid: Cursor["laid"];
  readonly through: number;
  readonly blocks: readonly number[];
};

/** Where it lies in the store `laid`. */
export const rootKey = "rows";
const blockKey = (first: number): string => `rows ${first}`;
const sumsKey = "rows sums";

/** Changes of tallies by own acts, all together. */
export type Sums = Map<string, TallyChange>;

/** Adds changes to sums. */
export function addTo(sums: Sums, changes: readonly TallyChange[]): void {
  for (const one of changes) {
    const id = `${one.kind}|${one.key}`;
    const before = sums.get(id);
    sums.set(id, before === undefined ? one : { ...one, change: before.change + one.change });
  }
}

/** What was read. */
export type ReadLaid = { readonly root: RowsRoot; readonly blocks: readonly LaidBlock[]; readonly sums: Sums };

/**
 * Reads what is kept; null where there is nothing, or the slightest doubt: another app, another pull, or other acts than the ones that
 * must be laid now.
 */
export async function readLaid(
  storage: Storage,
  app: string,
  laid: Cursor["laid"],
  unlanded: readonly { readonly sequence: number }[],
): Promise<ReadLaid | null> {
  try {
    const root = (await storage.read("laid", rootKey)) as RowsRoot | undefined;
    if (root === undefined || root.app !== app || JSON.stringify(root.laid) !== JSON.stringify(laid)) return null;
    const [sums, ...blocks] = await Promise.all([
      storage.read("laid", sumsKey),
      ...root.blocks.map((first) => storage.read("laid", blockKey(first)) as Promise<LaidBlock>),
    ]);
    const held = blocks.flatMap(({ sequences }) => [...sequences]);
    const must = unlanded.flatMap(({ sequence }) => (sequence <= root.through ? [sequence] : []));
    if (held.length !== must.length || held.some((one, at) => one !== must[at])) return null;
    const read = JSON.parse(String(sums)) as readonly (readonly [string, string, string])[];
    const summed = read.map(([kind, key, change]) => ({ kind, key, change: BigInt(change) }));
    return { root, blocks, sums: new Map(summed.map((one) => [`${one.kind}|${one.key}`, one])) };
  } catch {
    return null; // Whatever it is: the acts are there, and are folded again.
  }
}

/** The stroke that keeps one more block: `sums` as they stand after it. */
export function changesOfRows(
  before: RowsRoot,
  followed: readonly Followed[],
  sums: Sums,
): { readonly root: RowsRoot; readonly changes: readonly Change[] } {
  const [first, last] = [followed[0] as Followed, followed.at(-1) as Followed];
  const root = { ...before, through: last.sequence, blocks: [...before.blocks, first.sequence] };
  const summed = [...sums.values()].map(({ kind, key, change }) => [kind, key, change.toString()]);
  return {
    root,
    changes: [
      put("laid", blockKey(first.sequence), blockOf(followed)),
      put("laid", sumsKey, JSON.stringify(summed)),
      put("laid", rootKey, root),
    ],
  };
}

/** Blocks of another pull or app go in the stroke that begins anew. */
export const blocksGone = (root: RowsRoot | undefined): readonly Change[] =>
  (root?.blocks ?? []).map((first) => drop("laid", blockKey(first)));
