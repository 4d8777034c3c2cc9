/**
 * The page: all that a batch of acts has asked of the book, with everything that has followed so far laid on it at once, so
 * the next act sees it. A page is either *partial* (reads must be loaded; a miss is unknown) or *whole* (what is not on it is
 * not in the book: the memory of `verify`, of a test, of a phone).
 */
import { keyTextOf, type Look, type Read, tallyId } from "./need.ts";
import type { AnyRow, RecordDeclaration, Written } from "./record.ts";

/** A change of a tally: `key` of a `kind` grows by `change`. */
export type TallyChange = { readonly kind: string; readonly key: string; readonly change: bigint };

/** An empty column is spelled as no said text can be, so that, as in SQL, empty is equal to nothing. */
const EMPTY = "\u0000";
const spelled = (row: AnyRow, name: string): string => String(row[name] ?? EMPTY);

/** The key under which a row lies on the shelf of a find. */
export const keyOf = (row: AnyRow, columns: readonly string[]): string =>
  columns.length === 1 ? spelled(row, columns[0] as string) : columns.map((name) => spelled(row, name)).join("|");

/** Rows under their keys: what lies on one shelf of a page. */
type Shelf = Map<string, AnyRow[]>;

/** A page of one book. Mutable by design: the fold lays on it what follows; `mark` and `backTo` undo an act that came to nothing. */
export class Page implements Look {
  readonly whole: boolean;
  private readonly shelves = new Map<string, Shelf>();
  private readonly tallies = new Map<string, bigint>();
  /** Changes of tallies since the transaction began, read or not. */
  private readonly changed = new Map<string, bigint>();
  private readonly laid: Shelf = new Map();
  private readonly undo: (() => void)[] = [];

  constructor(kind: "whole" | "partial") {
    this.whole = kind === "whole";
  }

  /** How many reads are on the page: what its memory grows with. */
  get size(): number {
    let size = this.tallies.size;
    for (const shelf of this.shelves.values()) size += shelf.size;
    return size;
  }

  /** Every tally on the page, by the name of its read. */
  allTallies(): ReadonlyMap<string, bigint> {
    return this.tallies;
  }

  rows(shelf: string, keyText: string): readonly AnyRow[] | undefined {
    return this.shelves.get(shelf)?.get(keyText) ?? (this.whole ? [] : undefined);
  }

  tally(id: string): bigint | undefined {
    return this.tallies.get(id) ?? (this.whole ? 0n : undefined);
  }

  /** Puts what the store holds on the page, beneath what has been laid on it since. */
  loadRows(read: Read & { kind: "rows" }, stored: readonly AnyRow[]): void {
    const columns = read.record.finds[read.find] as readonly string[];
    const wanted = keyTextOf(read.key);
    const since = (this.laid.get(read.record.table) ?? []).filter((row) => keyOf(row, columns) === wanted);
    const list = [...stored];
    for (const row of since) add(read.record, list, row);
    this.shelf(read.shelf).set(read.keyText, list);
  }

  /** Puts a stored tally on the page, with what has changed it since. */
  loadTally(read: Read & { kind: "tally" }, stored: bigint): void {
    if (!this.tallies.has(read.id)) this.tallies.set(read.id, stored + (this.changed.get(read.id) ?? 0n));
  }

  /** Lays a written row on the page, under every find of its record. */
  lay({ record, row }: Written): void {
    if (!this.whole) this.put(this.laid, record.table, record, row); // A whole page finds every row under its finds.
    for (const find of Object.keys(record.finds)) {
      const shelf = this.shelf(record.shelves[find] as string);
      const key = keyOf(row, record.finds[find] as readonly string[]);
      if (this.whole || shelf.has(key)) this.put(shelf, key, record, row);
    }
  }

  /** Changes a tally. Nobody may have read it yet: whoever reads it later in the same transaction finds the change. */
  change({ kind, key, change }: TallyChange): void {
    const id = tallyId(kind, key);
    if (!this.whole) this.sum(this.changed, id, change, this.changed.get(id) ?? 0n);
    const before = this.tallies.get(id) ?? (this.whole ? 0n : undefined);
    if (before !== undefined) this.sum(this.tallies, id, change, before);
  }

  /** A place to come back to when what is being laid on the page comes to nothing. */
  mark(): number {
    return this.undo.length;
  }

  /** Takes back all that was laid on the page since the mark. */
  backTo(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()?.();
  }

  /** The transaction is durable: what was laid on the page is in the store now, and can no longer be taken back. */
  settle(): void {
    this.undo.length = 0;
    this.laid.clear();
    this.changed.clear();
  }

  private sum(of: Map<string, bigint>, id: string, change: bigint, before: bigint): void {
    of.set(id, before + change);
    this.undo.push(() => of.set(id, before));
  }

  private shelf(name: string): Shelf {
    const there = this.shelves.get(name);
    if (there !== undefined) return there;
    const fresh: Shelf = new Map();
    this.shelves.set(name, fresh);
    return fresh;
  }

  private put(into: Shelf, id: string, record: RecordDeclaration, row: AnyRow): void {
    const list = into.get(id);
    if (list === undefined) {
      into.set(id, [row]);
      this.undo.push(() => into.delete(id));
      return;
    }
    this.undo.push(add(record, list, row));
  }
}

/**
 * Adds a row to a list, and returns how to take it back. In a `now` record it takes the place of the row of the same key, and stands
 * last, as the store would give it.
 */
function add(record: RecordDeclaration, list: AnyRow[], row: AnyRow): () => void {
  const same = record.shape === "now" ? keyOf(row, record.rowKey) : null;
  const at = same === null ? -1 : list.findIndex((one) => keyOf(one, record.rowKey) === same);
  const [before] = at < 0 ? [] : list.splice(at, 1);
  list.push(row);
  return () => {
    list.pop();
    if (before !== undefined) list.splice(at, 0, before);
  };
}
