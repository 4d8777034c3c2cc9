/** `verify`: acts per second of a book that proves itself, beside only reading it and only checking its signatures. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { allRecords, tools } from "../../rooms/all.ts";
import { openStore, type Store } from "../../store/connection/pools.ts";
import { historyPages } from "../../store/verify/history-pages.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { keyIdOf, rawPublicKey, sealWith } from "../../store/writer/seal.ts";
import { isSignedBy } from "../../store/writer/signatures.ts";
import { openWriters, type Writers } from "../../store/writer/writers.ts";
import { idOf, openedBook, peopleOf, sayAs } from "../ingest/book.ts";
import { handOver } from "../ingest/hand-over.ts";
import { type Signed, signedHandOvers, type Voice } from "../ingest/voice.ts";
import { startServer } from "../method/database.ts";
import { figuresOf, ratioText, spelled, spelledFigures } from "../method/figures.ts";
import { residentMebibytes } from "../method/machine.ts";
import type { Bench } from "../method/report.ts";

const HAND_OVERS = 40_000;
const REPEATS = 3;
const TAKING = 500;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

const repeated = async (work: () => Promise<unknown>) => {
  const took: number[] = [];
  for (let turn = 0; turn < REPEATS; turn += 1) took.push(await seconds(work));
  return took;
};

/** Hand-overs signed by telephones. */
async function signedBook(writers: Writers, name: string, count: number): Promise<readonly Signed[]> {
  const [voice] = (await openedBook(writers, name, 1)) as [Voice];
  const acts = signedHandOvers(voice, 1, count, new Date().toISOString());
  for (let from = 0; from < count; from += TAKING)
    await writers.take(voice.book, "bench", acts.slice(from, from + TAKING));
  return acts;
}

/** The same hand-overs said on a seat, as an import says them: no signature. */
async function saidBook(writers: Writers, name: string, count: number): Promise<void> {
  await openedBook(writers, name, 0);
  const { book, manager, members } = peopleOf(name);
  const day = new Date().toISOString().slice(0, 10);
  const said = Array.from({ length: count }, (_, sequence) => {
    const member = members[sequence % members.length] as string;
    const delivery = idOf(`${name} delivery ${sequence}`);
    return ["delivery.receive", handOver({ delivery, member, sequence, series: name, day })] as const;
  });
  await sayAs(writers, book, manager, said, `${name} hand-overs`);
}

/** Reads the whole history as `verify` does, and looks at nothing. */
async function readOnly(store: Store, book: string): Promise<void> {
  const client = await store.connect("keeper").connect();
  try {
    for await (const _ of historyPages(client, book));
  } finally {
    client.release();
  }
}

/** Checks signatures and nothing else, as many at once as `verify` does. */
async function signaturesOnly(acts: readonly Signed[], key: KeyObject): Promise<void> {
  for (let from = 0; from < acts.length; from += 4_000)
    await Promise.all(acts.slice(from, from + 4_000).map((one) => isSignedBy(key, one.body, one.signature)));
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => {
  const database = await startServer(0);
  const store = openStore(await database.migrated("verify_bench"));
  const seal = generateKeyPairSync("ed25519");
  const raw = rawPublicKey(seal.publicKey);
  const writers = openWriters(store, tools, sealWith(seal.privateKey), () => new Date().toISOString());
  const how = { records: allRecords, tools, sealKeys: new Map([[keyIdOf(raw), raw]]) };
  const rows: string[][] = [];
  try {
    for (const [name, times, signs] of [
      ["a quarter, signed", 0.25, true],
      ["signed by telephones", 1, true],
      ["said on a seat", 1, false],
    ] as const) {
      const count = Math.round(HAND_OVERS * size * times);
      const acts = signs ? await signedBook(writers, name, count) : [];
      if (!signs) await saidBook(writers, name, count);
      const { book } = peopleOf(name);
      let checked = 0;
      const took = await repeated(async () => {
        const report = await verifyBook(store.connect("keeper"), book, how);
        if (report.problems.length > 0) throw new Error(JSON.stringify(report.problems[0]));
        checked = report.acts;
      });
      const rates = figuresOf(took.map((one) => checked / one));
      const reading = figuresOf((await repeated(() => readOnly(store, book))).map((one) => checked / one));
      const signing = signs ? await signatureRate(acts) : null;
      rows.push([
        name,
        `${checked}`,
        spelledFigures(rates),
        spelledFigures(reading),
        ratioText(rates.median, reading.median),
        signing === null ? "–" : spelled(signing),
        `${residentMebibytes()}`,
      ]);
      say(rows.at(-1)?.join("  ") ?? "");
    }
  } finally {
    await store.close();
    await database.stop();
  }
  return {
    name: "verify",
    method: [
      "A book of hand-overs (three bags, two readings, a receipt each) with its register is verified whole: digests, links, sums, every act folded",
      "again and compared, records and tallies rebuilt and compared, device signatures, seals.",
      "Yardsticks in the same run: reading the same history into Node and looking at nothing; checking the same Ed25519 signatures and nothing else.",
      `Median of ${REPEATS} repeats (least–most).`,
    ],
    tables: [
      {
        title: "Acts per second",
        columns: ["book", "acts", "verify /s", "only reading /s", "ratio", "only signatures /s", "memory, MiB"],
        rows,
      },
    ],
    notes: [],
  };
};

async function signatureRate(acts: readonly Signed[]): Promise<number> {
  // Whose key it is does not matter for the time: a signature that does not hold takes as long.
  const key = createPublicKey(generateKeyPairSync("ed25519").privateKey);
  return figuresOf((await repeated(() => signaturesOnly(acts, key))).map((one) => acts.length / one)).median;
}
