/** `backup`: seconds that a backup of a large book takes, written and read back, while acts go on arriving. */
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tools } from "../../rooms/all.ts";
import { openDraft } from "../../store/backup/place.ts";
import { readBackup } from "../../store/backup/read.ts";
import { takeBackup } from "../../store/backup/write.ts";
import { openStore, type Store } from "../../store/connection/pools.ts";
import { keyIdOf, rawPublicKey, sealWith } from "../../store/writer/seal.ts";
import { openWriters, type Writers } from "../../store/writer/writers.ts";
import { idOf, openedBook, peopleOf, sayAs } from "../ingest/book.ts";
import { handOver } from "../ingest/hand-over.ts";
import { startServer } from "../method/database.ts";
import { quantile, spelled } from "../method/figures.ts";
import { residentMebibytes } from "../method/machine.ts";
import type { Bench } from "../method/report.ts";

const HAND_OVERS = 200_000;
const POSTINGS = 2_000_000;
const MEMBERS = 5_000;
/** Acts a second that arrive meanwhile, in takings of so many. */
const ARRIVING = 100;
const TAKING = 5;
const NAME = "backup";

const day = new Date().toISOString().slice(0, 10);
const { book, manager, members } = peopleOf(NAME, MEMBERS);

const said = (sequence: number): readonly [string, object] => {
  const member = members[sequence % members.length] as string;
  return ["delivery.receive", handOver({ delivery: idOf(`${NAME} ${sequence}`), member, sequence, series: NAME, day })];
};

/**
 * Fills the ledger up to the asked number of postings with pairs that sum to zero, on the entries that are there: more than the acts
 * booked. So the book does not verify, and is as heavy as the one the aim speaks of.
 */
async function fillLedger(store: Store, postings: number): Promise<void> {
  const keeper = store.connect("keeper");
  const { rows } = await keeper.query(
    "select count(*)::int as here, max(position) as last from ayni.posting where book_id = $1",
    [book],
  );
  const entries = await keeper.query("select count(*)::int as entries from ayni.entry where book_id = $1", [book]);
  const pairs = Math.max(0, Math.ceil((postings - rows[0].here) / 2 / entries.rows[0].entries));
  await keeper.query(
    `insert into ayni.posting (book_id, position, ordinal, line, account, commodity, amount, agent, happened, booked)
     select e.book_id, e.position, e.ordinal, 100 + 2 * p + side, case side when 0 then 'purchases' else 'owed-to-producers' end,
            'money:COP:1', (e.position * 37 + p) * (1 - 2 * side), $3, e.happened, e.booked
       from ayni.entry e cross join generate_series(1, $2::int) p cross join generate_series(0, 1) side where e.book_id = $1`,
    [book, pairs, members[0]],
  );
  await store.connect("owner").query("analyze ayni.posting");
}

/** Says hand-overs at an even pace until it is stopped; gives how long each taking waited, in milliseconds. */
function arrivals(writers: Writers, from: number) {
  const waited: number[] = [];
  let stopped = false;
  let sequence = from;
  const pace = async (): Promise<void> => {
    const began = performance.now();
    for (let turn = 0; !stopped; turn += 1) {
      const due = began + (turn * TAKING * 1_000) / ARRIVING;
      await new Promise((later) => setTimeout(later, Math.max(0, due - performance.now())));
      const batch = Array.from({ length: TAKING }, () => said(sequence++));
      await sayAs(writers, book, manager, batch, `arriving ${turn}`);
      waited.push(performance.now() - due);
    }
  };
  const ended = pace();
  return {
    stop: async (): Promise<readonly number[]> => {
      stopped = true;
      await ended;
      return waited;
    },
  };
}

/** How fast the same disk takes the same bytes, written and synced by themselves. */
async function bareWrite(folder: string, bytes: number): Promise<number> {
  const piece = Buffer.alloc(1_048_576, 7);
  const began = performance.now();
  const handle = await open(join(folder, "bare"), "w");
  for (let written = 0; written < bytes; written += piece.length) await handle.write(piece);
  await handle.sync();
  await handle.close();
  return (performance.now() - began) / 1_000;
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => {
  const database = await startServer(0);
  const store = openStore(await database.migrated("backup_bench"));
  const { privateKey } = generateKeyPairSync("ed25519");
  const raw = rawPublicKey(privateKey);
  const writers = openWriters(store, tools, sealWith(privateKey), () => new Date().toISOString());
  const folder = mkdtempSync(join(tmpdir(), "ayni-bench-backup-"));
  const rows: string[][] = [];
  try {
    const count = Math.round(HAND_OVERS * size);
    await openedBook(writers, NAME, 0, MEMBERS);
    for (let from = 0; from < count; from += 10_000) {
      const batch = Array.from({ length: Math.min(10_000, count - from) }, (_, at) => said(from + at));
      await sayAs(writers, book, manager, batch, `hand-overs ${from}`);
      say(`${from + batch.length} hand-overs`);
    }
    await fillLedger(store, POSTINGS * size);
    say("the ledger is filled");
    for (const [title, acts] of [
      ["nothing arrives", false],
      [`${ARRIVING} acts/s arrive`, true],
    ] as const) {
      const file = join(folder, `${title.replace(/\W/g, "")}.backup`);
      const arriving = acts ? arrivals(writers, count) : null;
      const began = performance.now();
      const cpu = process.cpuUsage();
      const draft = await openDraft(file);
      const keys = new Map([[keyIdOf(raw), raw]]);
      const taken = await takeBackup(
        { store, book: null, privateKey, keys: [...keys.values()], ayni: "bench", now: Date.now, passphrase: null },
        draft,
      );
      await draft.finish();
      const written = (performance.now() - began) / 1_000;
      const { user, system } = process.cpuUsage(cpu);
      const read = await readBackup(file, null);
      if (!read.ok) throw new Error(read.refusal.code);
      const both = (performance.now() - began) / 1_000;
      const waited = [...((await arriving?.stop()) ?? [])].sort((one, other) => one - other);
      const { size: bytes } = statSync(file);
      rows.push([
        title,
        `${taken.manifest.tables.reduce((sum, one) => sum + BigInt(one.rows), 0n)}`,
        spelled(bytes / 1_000_000),
        spelled(written),
        spelled((user + system) / 1_000_000),
        spelled(both),
        spelled(await bareWrite(folder, bytes)),
        waited.length === 0 ? "–" : `${spelled(quantile(waited, 0.95))} of ${waited.length * TAKING}`,
        `${residentMebibytes()}`,
      ]);
      say(rows.at(-1)?.join("  ") ?? "");
    }
  } finally {
    await store.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    name: "backup",
    method: [
      `A book of ${HAND_OVERS * size} hand-overs of ${MEMBERS} members, its ledger filled to ${POSTINGS * size} postings, is backed up whole into a file and synced,`,
      "then read back: every digest, every count, the chain reckoned again. Once while nothing else is done, once while hand-overs arrive at an even",
      "pace on the same process. Yardstick: the same number of bytes written and synced by themselves. One run each.",
    ],
    tables: [
      {
        title: "One backup",
        columns: [
          "meanwhile",
          "rows",
          "MB",
          "written, s",
          "of our processor, s",
          "and read back, s",
          "bare write, s",
          "p95 of an act, ms",
          "memory, MiB",
        ],
        rows,
      },
    ],
    notes: [],
  };
};
