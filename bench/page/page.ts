/** `page`: server time of every page of a book, in a book with a settled season and years of accounts. */
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
import { pageAddresses } from "./addresses.ts";
import { morePostings, spreadHandOvers } from "./more-postings.ts";

const PRODUCERS = 5_000;
/** Books of these shares of the usual size, to tell how cost grows. */
const GROWTH = [0.25, 1] as const;
const ASKED = 100;
/** Asked before the clock counts, as in a server that has run for a minute. */
const WARM = 20;
/** Postings of the ledger in the book of usual size. */
const POSTINGS = 2_000_000;

/** Times of one page over many askings, in milliseconds, and its size. */
type Asked = { readonly sorted: readonly number[]; readonly bytes: number };

/** Null when the page leads elsewhere, or asks for more than its address: then there is nothing to draw. */
async function askedOf(get: (path: string) => Promise<string | null>, paths: readonly string[]): Promise<Asked | null> {
  const took: number[] = [];
  let bytes = 0;
  for (const [turn, path] of paths.entries()) {
    const began = performance.now();
    const page = await get(path);
    if (page === null) return null;
    bytes = Buffer.byteLength(page);
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
    const get = async (path: string): Promise<string | null> => {
      const answer = await app.request(`http://127.0.0.1${path}`, { headers: { Authorization: `Bearer ${token}` } });
      if (answer.status === 303 || answer.status === 404) return null;
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return answer.text();
    };
    await morePostings(store, book, Math.round((POSTINGS * producers) / PRODUCERS));
    await spreadHandOvers(store, book);
    const { pages, left } = await pageAddresses(store.connect("keeper"), book);
    for (const path of left) say(`not measured: ${path}`);
    const rows: string[][] = [];
    for (const [path, address] of pages) {
      const asked = await askedOf(
        get,
        Array.from({ length: ASKED + WARM }, () => address),
      );
      if (asked === null) {
        say(`not measured, it leads elsewhere or asks for more words: ${path}`);
        continue;
      }
      const { sorted, bytes } = asked;
      const at = (share: number) => spelled(quantile(sorted, share));
      const hand = `${producers * deliveriesOfProducer}`;
      rows.push([path.replace("/o/:book/", ""), hand, at(0.5), at(0.95), at(0.99), `${Math.round(bytes / 1024)}`]);
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
      `${ASKED} askings of each after ${WARM} to warm up, by a manager. The book: a closed season of 5 000 producers and 40 hand-overs each (and of a quarter), its hand-overs spread over 540 days and its accounts repeated over earlier years up to 2 000 000 postings (500 000).`,
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
