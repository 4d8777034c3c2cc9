/** `settle`: statements for a whole season, in memory and in a durable book, beside programs that only add the same postings up. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { inTransaction, type Store } from "../../store/connection/pools.ts";
import { startChild } from "../method/child.ts";
import { startServer } from "../method/database.ts";
import { figuresOf, spelled, spelledFigures } from "../method/figures.ts";
import type { Bench, Table } from "../method/report.ts";
import { settleDurably } from "./durable.ts";
import type { PureAnswer, PureQuestion } from "./pure.ts";
import { deliveriesOfProducer } from "./season.ts";

const PRODUCERS = 5_000;
/** How many times the usual number, to tell how cost grows, and whether every statement is kept in memory. */
const GROWTH = [
  { times: 0.25, keep: true },
  { times: 1, keep: true },
  { times: 1, keep: false },
  { times: 10, keep: false },
] as const;

async function pureTable(size: number, say: (line: string) => void): Promise<Table> {
  const rows: string[][] = [];
  for (const { times, keep } of GROWTH) {
    const producers = Math.round(PRODUCERS * size * times);
    const child = startChild(new URL("pure.ts", import.meta.url));
    const question: PureQuestion = { producers, repeats: times > 1 ? 3 : 5, keep };
    const answer = await child.ask<PureAnswer>(question);
    await child.end();
    const seconds = figuresOf(answer.seconds);
    const deliveries = producers * deliveriesOfProducer;
    rows.push([
      `${producers}`,
      `${deliveries}`,
      `${answer.values}`,
      keep ? "all" : "one at a time",
      spelledFigures(seconds),
      spelled((seconds.median / deliveries) * 1e6),
      `${answer.before} → ${answer.after}`,
    ]);
    say(rows.at(-1)?.join("  ") ?? "");
  }
  return {
    title: "In memory: statements under six plans, every step value made",
    columns: ["producers", "hand-overs", "step values", "kept", "seconds", "µs per hand-over", "memory, MiB"],
    rows,
  };
}

async function journalOf(store: Store, book: string, file: string): Promise<void> {
  const out = createWriteStream(file);
  await inTransaction(store.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, book, "bench")))
      if (!out.write(piece)) await once(out, "drain");
  });
  out.end();
  await once(out, "finish");
}

/** Seconds that a program takes; null when it is not on this machine. */
function secondsOf(program: string, words: readonly string[]): number | null {
  const began = performance.now();
  const ended = spawnSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  return ended.status === 0 ? (performance.now() - began) / 1_000 : null;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

const bySums =
  "select account, commodity, agent, place, sum(amount) from ayni.posting where book_id = $1::uuid group by 1, 2, 3, 4";

async function durableTable(size: number, say: (line: string) => void): Promise<Table> {
  const database = await startServer(0);
  const folder = mkdtempSync(join(tmpdir(), "ayni-bench-journal-"));
  try {
    const producers = Math.round(PRODUCERS * size);
    const settled = await settleDurably(await database.migrated("settle_bench"), producers, say);
    const { store, book } = settled;
    const file = join(folder, "book.journal");
    const exported = await timed(() => journalOf(store, book, file));
    const sums = await timed(() => store.connect("keeper").query(bySums, [book]));
    const rows: (readonly [string, number | null])[] = [
      ["draft (names every hand-over)", settled.draft],
      ["review (composes every statement)", settled.review],
      ["close (composes, posts, issues papers, collects debts), durable", settled.close],
      ["yardstick: PostgreSQL sums the same postings (group by)", sums],
      ["journal exported", exported],
      ["yardstick: hledger adds the journal up (balance)", secondsOf("hledger", ["-f", file, "balance"])],
      ["yardstick: ledger adds the journal up (balance)", secondsOf("ledger", ["-f", file, "balance"])],
    ];
    const mebibytes = (statSync(file).size / 1024 ** 2).toFixed(0);
    await store.close();
    return {
      title: `Durable: ${producers} producers × ${deliveriesOfProducer} hand-overs in one book; process ${settled.mebibytes} MiB, journal ${mebibytes} MiB`,
      columns: ["step", "seconds"],
      rows: rows.map(([step, seconds]) => [step, seconds === null ? "not on this machine" : spelled(seconds)]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.stop();
  }
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => ({
  name: "settle",
  method: [
    `Each producer: ${deliveriesOfProducer} hand-overs. In memory they are settled under the six worked plans of examples/settle, one product each:`,
    "parchment coffee with its deductions, wet cocoa, milk by component, quinoa, snow peas by class, cattle by carcass. Values of all steps are",
    "made; seconds are those of the engine alone. Durable: the Colombian coffee plan (moisture, yield factor, reference price, pasilla), then collection,",
    "capital, solidarity, an advance, and interest and principal of an input credit under a cap of 40 %, in a book on the embedded database, by the one writer.",
    "Yardsticks add up the ledger of the same book and compute nothing.",
  ],
  tables: [await pureTable(size, say), await durableTable(size, say)],
  notes: [],
});
