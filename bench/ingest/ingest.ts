/** `ingest`: hand-overs per second through HTTP, with signature, rights, rules, ledger, chain, durable; and a bare insert beside it. */

import { openServer } from "../../store/connection/server.ts";
import { type Child, startChild } from "../method/child.ts";
import { type BenchServer, startServer } from "../method/database.ts";
import { type Figures, figuresOf, ratioText, spelled, spelledFigures } from "../method/figures.ts";
import type { Bench, Table } from "../method/report.ts";
import type { Load, Loaded } from "./load.ts";
import type { Used } from "./serve.ts";
import type { Voice } from "./voice.ts";

const CLIENTS = [1, 8, 32] as const;
const BATCHES = [1, 200] as const;
const BOOKS = [1, 32] as const;
const DISKS = [0, 10] as const;
const REPEATS = 3;
/** How long one repeat is meant to last, in seconds. */
const SECONDS = 2;
/** Books are seen at these sizes, in hand-overs, to tell how cost grows. */
const GROWTH = [0, 50_000, 200_000] as const;

/** The parties of a run on one disk. */
type Party = {
  readonly database: BenchServer;
  readonly ayni: Child;
  readonly bare: Child;
  readonly load: Child;
  readonly ayniPort: number;
  readonly barePort: number;
  readonly voices: Readonly<Record<(typeof BOOKS)[number], readonly Voice[]>>;
};

/** Sequences of telephones: no run says what another said. */
let nextSequence = 1;

async function gather(slower: number): Promise<Party> {
  const database = await startServer(slower);
  const [ayni, bare, load] = ["serve.ts", "bare.ts", "load.ts"].map((name) =>
    startChild(new URL(name, import.meta.url)),
  ) as [Child, Child, Child];
  const { port: ayniPort } = await ayni.ask<{ port: number }>({ serve: await database.migrated("ayni_bench") });
  const barePort = await bare.ask<number>(await database.empty("bare_bench"));
  const one = await ayni.ask<readonly Voice[]>({ open: "one", telephones: Math.max(...CLIENTS) });
  const many: Voice[] = [];
  for (let at = 0; at < Math.max(...BOOKS); at += 1)
    many.push(...(await ayni.ask<readonly Voice[]>({ open: `of many ${at}`, telephones: 1 })));
  return { database, ayni, bare, load, ayniPort, barePort, voices: { 1: one, 32: many } };
}

async function leave({ ayni, bare, load, database }: Party): Promise<void> {
  await Promise.all([ayni.end(), bare.end(), load.end()]);
  await database.stop();
}

async function sendOnce(party: Party, load: Omit<Load, "firstSequence">): Promise<Loaded> {
  const firstSequence = nextSequence;
  nextSequence += load.clients * load.requests * load.batch;
  await party.load.ask({ ...load, firstSequence });
  const loaded = await party.load.ask<Loaded>("go");
  if (loaded.outcomes.done !== loaded.acts)
    throw new Error(`not all of ${loaded.acts} were done: ${JSON.stringify(loaded.outcomes)}`);
  return loaded;
}

type Cell = { readonly batch: number; readonly clients: number; readonly books: 1 | 32 };
type Measured = { readonly rate: Figures; readonly median: number; readonly p99: number };

/** What the last measurement left to be written is written now, so that the next one does not pay for it. */
const settleDown = ({ database }: Party): Promise<unknown> =>
  openServer(database.server, (client) => client.query("checkpoint"));

/** Warms up, chooses how many requests last about two seconds, and repeats. */
async function measure(party: Party, port: number, { batch, clients, books }: Cell, size: number): Promise<Measured> {
  const base = { port, voices: party.voices[books], clients, batch };
  const warm = await sendOnce(party, { ...base, requests: batch === 1 ? 20 : 2 });
  const perClient = (warm.acts / warm.seconds) * ((SECONDS * size) / (clients * batch));
  const requests = Math.max(batch === 1 ? 20 : 2, Math.ceil(perClient));
  const runs: Loaded[] = [];
  await settleDown(party);
  for (let turn = 0; turn < REPEATS; turn += 1) runs.push(await sendOnce(party, { ...base, requests }));
  const middle = (of: (one: Loaded) => number) => figuresOf(runs.map(of)).median;
  return {
    rate: figuresOf(runs.map((one) => one.acts / one.seconds)),
    median: middle((one) => one.median),
    p99: middle((one) => one.p99),
  };
}

async function rowsOfDisk(slower: number, size: number, say: (line: string) => void): Promise<string[][]> {
  const party = await gather(slower);
  const rows: string[][] = [];
  try {
    for (const batch of BATCHES)
      for (const clients of CLIENTS) {
        const bare = await measure(party, party.barePort, { batch, clients, books: 1 }, size);
        for (const books of BOOKS) {
          const ours = await measure(party, party.ayniPort, { batch, clients, books }, size);
          const after = await party.ayni.ask<Used>("used");
          const row = [
            slower === 0 ? "as it is" : `+${slower} ms`,
            `${batch}`,
            `${clients}`,
            `${books}`,
            spelledFigures(ours.rate),
            spelledFigures(bare.rate),
            ratioText(ours.rate.median, bare.rate.median),
            `${spelled(ours.median)} / ${spelled(ours.p99)}`,
            `${after.mebibytes}`,
          ];
          say(row.join("  "));
          rows.push(row);
        }
      }
  } finally {
    await leave(party);
  }
  return rows;
}

/** How the cost of a hand-over grows with its book. */
async function growth(size: number, say: (line: string) => void): Promise<Table> {
  const party = await gather(0);
  const base = { port: party.ayniPort, voices: party.voices[1], clients: 8, batch: 200 };
  const rows: string[][] = [];
  let kept = 0;
  try {
    for (const target of GROWTH.map((one) => Math.round(one * size))) {
      while (kept < target) kept += (await sendOnce(party, { ...base, requests: 6 })).acts;
      const at = kept;
      const runs: Loaded[] = [];
      for (let turn = 0; turn < REPEATS; turn += 1) runs.push(await sendOnce(party, { ...base, requests: 4 }));
      kept += runs.reduce((sum, one) => sum + one.acts, 0);
      const { mebibytes } = await party.ayni.ask<Used>("used");
      rows.push([`${at}`, spelledFigures(figuresOf(runs.map((one) => one.acts / one.seconds))), `${mebibytes}`]);
      say(rows.at(-1)?.join("  ") ?? "");
    }
  } finally {
    await leave(party);
  }
  return {
    title: "As a book grows (200 in a request, 8 clients, disk as it is)",
    columns: ["hand-overs in the book before", "hand-overs/s", "server's memory, MiB"],
    rows,
  };
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => {
  const rows: string[][] = [];
  for (const slower of DISKS) rows.push(...(await rowsOfDisk(slower, size, say)));
  return {
    name: "ingest",
    method: [
      "Hand-overs of three bags and two readings, each signed by its telephone (Ed25519) before the clock starts, sent to POST /api/acts:",
      "signature, powers, season, scheme, member, rules, receipt, ledger, tallies, chain, seal, committed and durable before the answer.",
      "Clients run in one process of their own with one kept-alive socket each; they, the server and PostgreSQL share the cores.",
      "Yardstick in the same run: Node and pg, the same requests to node:http, one bare idempotent insert (or one unnest of 200), no rules, no signature.",
      `Median of ${REPEATS} repeats of about ${SECONDS} s (least–most). "+10 ms": every fsync of PostgreSQL takes 10 ms longer (bench/slowsync.c).`,
      "Before each measurement PostgreSQL writes out what the last one left (checkpoint).",
    ],
    tables: [
      {
        title: "Hand-overs per second",
        columns: [
          "disk",
          "in a request",
          "clients",
          "books",
          "Ayni /s",
          "bare insert /s",
          "ratio",
          "request ms, median / p99",
          "server MiB",
        ],
        rows,
      },
      await growth(size, say),
    ],
    notes: [],
  };
};
