/** What is kept beside the acts changes nothing: a telephone opened with it and one opened without know the same. Not shipped. */
import { strict as assert } from "node:assert";
import type { Tools } from "../../../../../kernel/act/fold.ts";
import type { AnyRow } from "../../../../../kernel/act/record.ts";
import type { FieldCore } from "../../ports.ts";
import { openCore } from "../core.ts";
import type { Effects } from "../effects.ts";
import type { OwnPage } from "../laid/own-page.ts";
import { MemoryDisk } from "../storage/memory-storage.ts";
import { modelKeeping } from "./model-keeping.ts";

/** How often there were rows and entries to compare, and acts that had left: a property of nothing is none. */
export const witnessed = { rows: 0, entries: 0, left: 0 };

/** Opens copies of a disk, one with all that is kept beside the acts and one without, and compares outbox, sums and each place of the page. */
export async function checkBlocks(disk: MemoryDisk, effects: Effects, tools: Tools): Promise<void> {
  const [kept, bare] = [copyOf(disk), copyOf(disk)];
  bare.stores.set("laid", new Map());
  if (kept.stores.get("laid")?.has("rows")) witnessed.rows += 1;
  if (kept.stores.get("laid")?.has("entries")) witnessed.entries += 1;
  const [one, other] = [await opened(kept, effects, tools), await opened(bare, effects, tools)];
  assert.deepEqual(one.outbox(), other.outbox(), "the same outbox");
  samePages(pageOf(one), pageOf(other));
}

const copyOf = (disk: MemoryDisk): MemoryDisk => {
  const copy = new MemoryDisk();
  for (const [name, store] of disk.stores) copy.stores.set(name, new Map(store));
  return copy;
};

async function opened(disk: MemoryDisk, effects: Effects, tools: Tools): Promise<FieldCore> {
  const alone = { ...effects, storage: disk.open(), whenIdle: () => {}, listen: () => () => {} };
  return (await openCore(alone, tools, modelKeeping)) as FieldCore;
}

function pageOf(core: FieldCore): OwnPage {
  let page: OwnPage | null = null;
  core.ask({
    tryOn(look) {
      page = look as OwnPage;
      return { known: true };
    },
  });
  return page as unknown as OwnPage;
}

type Places = { readonly shelves: ReadonlyMap<string, ReadonlyMap<string, readonly AnyRow[]>> };

/** Each place that one of them has, asked of both. */
function samePages(one: OwnPage, other: OwnPage): void {
  for (const page of [other, one])
    for (const [shelf, keys] of (page as unknown as Places).shelves)
      for (const key of [...keys.keys()])
        assert.deepEqual(plain(one.rows(shelf, key)), plain(other.rows(shelf, key)), `${shelf} ${key}`);
  const sums = (page: OwnPage) =>
    [...page.allTallies()].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(sums(one), sums(other), "the same sums");
}

/** Rows as they would be told: an empty column and one that was never said are the same. */
const plain = (rows: readonly AnyRow[] | undefined): unknown =>
  JSON.parse(JSON.stringify(rows ?? [], (_, value) => (typeof value === "bigint" ? `${value}` : value)));
