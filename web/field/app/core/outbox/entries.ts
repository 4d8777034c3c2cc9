/**
 * The outbox as it is held in memory: entries without texts. They are kept beside the acts in blocks, so that opening reads a hundred
 * texts instead of twenty thousand. The acts are the truth: whatever does not fit together is thrown away and read from them.
 */
import type { KeptEntry, KeptItem } from "../kept.ts";
import { type Change, drop, put, type Storage } from "../storage/storage.ts";
import { gistOf } from "./gist.ts";

/** An act as it is held in memory. */
export function entryOf(item: KeptItem): KeptEntry {
  const { sequence, act, kind, at, state, answer, position, sealed, next, had, seal } = item;
  return {
    ...{ sequence, act, kind, at, state, answer, position, sealed, seals: seal?.delivery ?? null },
    gist: gistOf(act, kind, item.text),
    ...travelling({ next, had }),
  };
}

/** Only what there is: an empty field is none. */
const travelling = ({ next, had }: { next: string | undefined; had: string | undefined }) => ({
  ...(next === undefined ? {} : { next }),
  ...(had === undefined ? {} : { had }),
});

/** A whole act with what has changed of it since. */
export function changedItem(whole: KeptItem, entry: KeptEntry): KeptItem {
  const { next: _, had: __, ...rest } = whole;
  const { state, answer, position, sealed, next, had } = entry;
  return { ...rest, state, answer, position, sealed, ...travelling({ next, had }) };
}

/**
 * What is kept beside the acts: by which app, as of which change of the acts (`turn`), which blocks, and up to which sequence. It stands
 * only while all of that is so.
 */
export type EntriesRoot = {
  readonly app: string;
  readonly turn: string | null;
  readonly size: number;
  readonly blocks: readonly number[];
  readonly through: number;
};

/** Where it lies in the store `laid`. */
export const rootKey = "entries";
const blockKey = (block: number): string => `entries ${block}`;
const blockOf = (sequence: number, size: number): number => Math.trunc((sequence - 1) / size);

/** What was read of the outbox: its entries, the acts that were read whole for it, and what is kept beside them. */
export type ReadOutbox = {
  readonly entries: readonly KeptEntry[];
  readonly wholes: readonly KeptItem[];
  readonly root: EntriesRoot | null;
};

/** Reads the outbox. `turn` was read before: what changes meanwhile is then noticed by the next stroke. */
export async function readOutbox(storage: Storage, app: string, turn: string | null): Promise<ReadOutbox> {
  const kept = await fromBlocks(storage, app, turn).catch(() => null);
  if (kept !== null) return kept;
  const wholes = (await storage.list("outbox")) as readonly KeptItem[];
  return { entries: wholes.map(entryOf), wholes, root: null };
}

async function fromBlocks(storage: Storage, app: string, turn: string | null): Promise<ReadOutbox | null> {
  const root = (await storage.read("laid", rootKey)) as EntriesRoot | undefined;
  if (root === undefined || root.app !== app || root.turn !== turn) return null;
  const [texts, wholes, count] = await Promise.all([
    Promise.all(root.blocks.map((block) => storage.read("laid", blockKey(block)))),
    storage.list("outbox", root.through + 1) as Promise<readonly KeptItem[]>,
    storage.count("outbox"),
  ]);
  const kept = texts.flatMap((text) => JSON.parse(String(text)) as KeptEntry[]);
  const entries = [...kept, ...wholes.map(entryOf)];
  const isInOrder = entries.every((one, at) => at === 0 || one.sequence > (entries[at - 1] as KeptEntry).sequence);
  return isInOrder && count === entries.length ? { entries, wholes, root } : null;
}

/** The blocks that acts lie in, written anew with what has changed: part of the stroke that changes the acts. */
export function changesOfBlocks(
  root: EntriesRoot,
  entries: readonly KeptEntry[],
  changed: ReadonlySet<number>,
  turn: string,
): { readonly root: EntriesRoot; readonly changes: readonly Change[] } {
  const touched = new Set<number>();
  for (const sequence of changed) if (sequence <= root.through) touched.add(blockOf(sequence, root.size));
  const grouped = new Map<number, KeptEntry[]>([...touched].map((block) => [block, []]));
  for (const one of entries) if (one.sequence <= root.through) grouped.get(blockOf(one.sequence, root.size))?.push(one);
  const empty = new Set([...grouped].flatMap(([block, list]) => (list.length === 0 ? [block] : [])));
  const next = { ...root, turn, blocks: root.blocks.filter((block) => !empty.has(block)) };
  const changes = [...grouped].map(([block, list]) =>
    empty.has(block) ? drop("laid", blockKey(block)) : put("laid", blockKey(block), JSON.stringify(list)),
  );
  return { root: next, changes: [...changes, put("laid", rootKey, next)] };
}

/** Most blocks of one stroke: it is made between two touches. */
const mostBlocks = 4;

/** Blocks that are full and not kept yet; null when there is none. */
export function blocksToKeep(
  root: EntriesRoot | null,
  entries: readonly KeptEntry[],
  { app, turn, size }: Pick<EntriesRoot, "app" | "turn" | "size">,
): { readonly root: EntriesRoot; readonly changes: readonly Change[] } | null {
  const base = root?.size === size ? root : { app, turn, size, blocks: [], through: 0 };
  const last = entries.at(-1)?.sequence ?? 0;
  const through = Math.min(Math.trunc(last / size), base.through / size + mostBlocks) * size;
  if (through <= base.through) return null;
  const grouped = new Map<number, KeptEntry[]>();
  for (const one of entries) {
    if (one.sequence <= base.through || one.sequence > through) continue;
    const block = blockOf(one.sequence, size);
    const same = grouped.get(block);
    if (same === undefined) grouped.set(block, [one]);
    else same.push(one);
  }
  const next = { ...base, blocks: [...base.blocks, ...grouped.keys()], through };
  const changes = [...grouped].map(([block, list]) => put("laid", blockKey(block), JSON.stringify(list)));
  return { root: next, changes: [...changes, put("laid", rootKey, next)] };
}
