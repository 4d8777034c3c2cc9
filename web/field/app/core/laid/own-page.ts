/** The page of a telephone: what was pulled, and on it what followed from own acts, some of which is brought only when it is asked for. */
import { keyOf, Page } from "../../../../../kernel/act/page.ts";
import type { AnyRow, Written } from "../../../../../kernel/act/record.ts";
import type { LaidBlocks } from "./block.ts";

/** A whole page over blocks of rows. */
export class OwnPage extends Page {
  private blocks: LaidBlocks | null = null;
  private readonly brought = new Set<string>();

  constructor() {
    super("whole");
  }

  /** From now on, what is asked for is looked up in the blocks too. Nothing of their acts may lie on the page yet. */
  attach(blocks: LaidBlocks): void {
    this.blocks = blocks;
  }

  override rows(shelf: string, keyText: string): readonly AnyRow[] | undefined {
    this.bring(shelf, keyText);
    return super.rows(shelf, keyText);
  }

  /** What is laid stands after what the blocks have at its places: so these are brought first. */
  override lay(written: Written): void {
    const { record, row } = written;
    if (this.blocks !== null)
      for (const [find, columns] of Object.entries(record.finds))
        this.bring(record.shelves[find] as string, keyOf(row, columns));
    super.lay(written);
  }

  private bring(shelf: string, keyText: string): void {
    if (this.blocks === null || !this.blocks.mayHave(shelf, keyText)) return;
    const place = `${shelf}\n${keyText}`;
    if (this.brought.has(place)) return;
    this.brought.add(place);
    const found = this.blocks.rowsAt(shelf, keyText);
    if (found.length === 0) return;
    const [{ record }] = found as [Written];
    const list = [...(super.rows(shelf, keyText) ?? [])];
    for (const { row } of found) add(list, row, record.shape === "now" ? record.rowKey : null);
    const find = Object.keys(record.shelves).find((name) => record.shelves[name] === shelf) as string;
    this.loadRows({ kind: "rows", shelf, keyText, record, find, key: [keyText] }, list);
  }
}

/** In a `now` record a row takes the place of the one of the same key, and stands last: as on any page. */
function add(list: AnyRow[], row: AnyRow, key: readonly string[] | null): void {
  const at = key === null ? -1 : list.findIndex((one) => keyOf(one, key) === keyOf(row, key));
  if (at >= 0) list.splice(at, 1);
  list.push(row);
}
