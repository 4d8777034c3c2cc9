/**
 * What followed from own acts, as it is kept so that opening need not fold them all again: blocks of rows, each act's in one line, found
 * by a hash of where they lie on the page; and the sums as they stand after the last block.
 */
import type { Folded } from "../../../../../kernel/act/fold.ts";
import { keyOf, type TallyChange } from "../../../../../kernel/act/page.ts";
import type { AnyRow, Written } from "../../../../../kernel/act/record.ts";
import { tables } from "../book/tables.ts";

/** What followed from one own act. */
export type Followed = {
  readonly sequence: number;
  readonly records: readonly Written[];
  readonly tallies: readonly TallyChange[];
};

/** All that followed from an act and from the acts that it caused; nothing where it could not be folded. */
export const followedOf = (sequence: number, folded: readonly Folded[]): Followed => ({
  sequence,
  records: folded.flatMap(({ follows }) => follows.records),
  tallies: folded.flatMap(({ follows }) => follows.tallies),
});

/** One block: the acts that it holds, a line of rows for each, and for every place on the page the lines that have a row there. */
export type LaidBlock = {
  readonly sequences: Uint32Array;
  readonly lines: string;
  /** Where each line ends. */
  readonly ends: Uint32Array;
  /** Hashes of places, in their order, and beside each the line it is in. */
  readonly hashes: Uint32Array;
  readonly at: Uint16Array;
};

/** FNV-1a of a shelf and a key. Two places of one hash only cost a look. */
export function placeHash(shelf: string, key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < shelf.length; at += 1) hash = Math.imul(hash ^ shelf.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ 0x0a, 0x01000193);
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Makes a block. Throws where a row could not be read again just as it is: then nothing is kept. */
export function blockOf(followed: readonly Followed[]): LaidBlock {
  const ends = new Uint32Array(followed.length);
  const places: (readonly [hash: number, at: number])[] = [];
  let lines = "";
  for (const [at, { records }] of followed.entries()) {
    lines += JSON.stringify(records.map(spelled));
    ends[at] = lines.length;
    for (const { record, row } of records)
      for (const [find, columns] of Object.entries(record.finds))
        places.push([placeHash(record.shelves[find] as string, keyOf(row, columns)), at]);
  }
  places.sort(([hash, at], [other, otherAt]) => hash - other || at - otherAt);
  return {
    sequences: Uint32Array.from(followed, ({ sequence }) => sequence),
    ...{ lines, ends },
    hashes: Uint32Array.from(places, ([hash]) => hash),
    at: Uint16Array.from(places, ([, at]) => at),
  };
}

type SpelledRow = readonly [table: string, ...values: readonly unknown[]];

function spelled({ record, row }: Written): SpelledRow {
  if (tables.get(record.table) !== record) throw new Error(`a telephone does not know the table ${record.table}`);
  const values = Object.entries(record.columns).map(([name, { type }]) =>
    type === "bigint" && row[name] !== null ? `${row[name]}` : (row[name] ?? null),
  );
  return [record.table, ...values];
}

function read([table, ...values]: SpelledRow): Written {
  const record = tables.get(table);
  if (record === undefined) throw new Error(`a telephone does not know the table ${table}`);
  const row: Record<string, unknown> = {};
  for (const [at, [name, { type }]] of Object.entries(record.columns).entries()) {
    const value = values[at] ?? null;
    row[name] = type === "bigint" && value !== null ? BigInt(value as string) : value;
  }
  return { record, row: row as AnyRow };
}

/** The blocks of a telephone, to look rows up in. */
export class LaidBlocks {
  private readonly blocks: readonly LaidBlock[];
  /** A bit for the low half of each hash that is somewhere: most places are in no block, and that must cost nothing. */
  private readonly somewhere = new Uint8Array(1 << 19);

  constructor(blocks: readonly LaidBlock[]) {
    this.blocks = blocks;
    for (const { hashes } of blocks)
      for (const hash of hashes) this.somewhere[(hash >>> 3) & 0x7ffff] = this.bits(hash) | (1 << (hash & 7));
  }

  private bits(hash: number): number {
    return this.somewhere[(hash >>> 3) & 0x7ffff] as number;
  }

  /** False: nothing lies there, for certain. */
  mayHave(shelf: string, key: string): boolean {
    const hash = placeHash(shelf, key);
    return (this.bits(hash) & (1 << (hash & 7))) !== 0;
  }

  /** The rows that lie at a place, in the order in which they were laid. */
  rowsAt(shelf: string, key: string): readonly Written[] {
    const hash = placeHash(shelf, key);
    return this.blocks.flatMap((block) => linesWith(block, hash)).filter((one) => liesAt(one, shelf, key));
  }
}

function liesAt({ record, row }: Written, shelf: string, key: string): boolean {
  const find = Object.keys(record.shelves).find((name) => record.shelves[name] === shelf);
  return find !== undefined && keyOf(row, record.finds[find] as readonly string[]) === key;
}

/** The rows of every line of a block that has something at a hash. */
function linesWith({ hashes, at, lines, ends }: LaidBlock, hash: number): readonly Written[] {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] as number) < hash) low = middle + 1;
    else high = middle;
  }
  const found = new Set<number>();
  for (let place = low; hashes[place] === hash; place += 1) found.add(at[place] as number);
  return [...found].flatMap((line) => {
    const from = line === 0 ? 0 : (ends[line - 1] as number);
    return (JSON.parse(lines.slice(from, ends[line])) as SpelledRow[]).map(read);
  });
}
