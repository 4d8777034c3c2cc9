/** `page`: server time of the statement page, and of two lists, in a book with a settled season. */
import { generateKeyPairSync } from "node:crypto";
import { tmpdir } from "node:os";
import { tools } from "../../rooms/all.ts";
import { homeAt } from "../../store/installation/home.ts";
import { overStore } from "../../store/installation/open.ts";
import { createApp } from "../../web/server/app.ts";
import { servicesOf } from "../../web/server/services.ts";
import { peopleOf } from "../ingest/book.ts";
import { startServer } from "../method/database.ts";
import { quantile, spelled } from "../method/figures.ts";
import type { Bench } from "../method/report.ts";
import { settleDurably, settledName } from "../settle/durable.ts";
import { deliveriesOfProducer } from "../settle/season.ts";

const PRODUCERS = 5_000;
/** Books of these shares of the usual size, to tell how cost grows. */
const GROWTH = [0.25, 1] as const;
const ASKED = 400;
/** Asked before the clock counts, as in a server that has run for a minute. */
const WARM = 50;

/** Times of one page over many askings, in milliseconds, and its size. */
type Asked = { readonly sorted: readonly number[]; readonly bytes: number };

async function askedOf(get: (path: string) => Promise<string>, paths: readonly string[]): Promise<Asked> {
  const took: number[] = [];
  let bytes = 0;
  for (const [turn, path] of paths.entries()) {
    const began = performance.now();
    bytes = Buffer.byteLength(await get(path));
    if (turn >= WARM) took.push(performance.now() - began);
  }
  return { sorted: took.sort((one, other) => one - other), bytes };
}

async function rowsAt(producers: number, say: (line: string) => void): Promise<string[][]> {
  const database = await startServer(0);
  try {
    const { store, book } = await settleDurably(await database.migrated("page_bench"), producers, say);
    const { privateKey } = generateKeyPairSync("ed25519");
    const installation = overStore(homeAt(tmpdir()), store, tools, { privateKey, sealKeys: new Map() }, Date.now);
    const app = createApp(servicesOf(installation));
    const { manager } = peopleOf(settledName, 0);
    const token = await installation.sessions.make({ book, ...manager });
    const get = async (path: string): Promise<string> => {
      const answer = await app.request(`http://127.0.0.1${path}`, { headers: { Authorization: `Bearer ${token}` } });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return answer.text();
    };
    const numbers = await store
      .connect("keeper")
      .query("select number from ayni.paper where book_id = $1::uuid and kind = 'statement' order by number", [book]);
    const statements = Array.from({ length: ASKED + WARM }, (_, turn) => {
      const row = numbers.rows[(turn * 7_919) % numbers.rows.length] as { readonly number: string };
      return `/o/${book}/statements/${row.number}`;
    });
    const pages: readonly (readonly [string, readonly string[]])[] = [
      [`statement of ${deliveriesOfProducer} hand-overs`, statements],
      ["list of statements", statements.map(() => `/o/${book}/statements`)],
      ["list of members", statements.map(() => `/o/${book}/members`)],
    ];
    const rows: string[][] = [];
    for (const [name, paths] of pages) {
      const { sorted, bytes } = await askedOf(get, paths);
      const at = (share: number) => spelled(quantile(sorted, share));
      rows.push([
        name,
        `${producers * deliveriesOfProducer}`,
        at(0.5),
        at(0.95),
        at(0.99),
        `${Math.round(bytes / 1024)}`,
      ]);
      say(rows.at(-1)?.join("  ") ?? "");
    }
    await store.close();
    return rows;
  } finally {
    await database.stop();
  }
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => {
  const rows: string[][] = [];
  for (const share of GROWTH) rows.push(...(await rowsAt(Math.round(PRODUCERS * size * share), say)));
  return {
    name: "page",
    method: [
      "The whole request inside the server, one after another: session, seat and powers, views in one transaction, words in Spanish, HTML; no network.",
      `${ASKED} askings after ${WARM} to warm up; each asks for another statement. The book: a closed season of 5 000 producers (and of a quarter).`,
    ],
    tables: [
      {
        title: "Server time, ms",
        columns: ["page", "hand-overs in the book", "median", "p95", "p99", "size, KiB"],
        rows,
      },
    ],
    notes: [],
  };
};
