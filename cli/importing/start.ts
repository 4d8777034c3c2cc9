/** `ayni import members|ties|plots|deliveries|prices|opening FILE --book BOOK`: a sheet of a real start into a book. */

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Choices } from "../../exchange/starts/choices.ts";
import { fieldsOf } from "../../exchange/starts/kinds.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Installation } from "../../store/installation/open.ts";
import { type Bench, carryOut, digestOf } from "../../web/importing/carry-out.ts";
import { guessed, type Looked, lookOver } from "../../web/importing/look-over.ts";
import { type Runs, runsOf } from "../../web/importing/runs.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { booksHere, managingSeat, type SeatHere } from "../../web/server/operator.ts";
import { atInstallation, type Command, type Desk, type Ending, tellRefusal, tellUse, told, well } from "../command.ts";
import { sayColumns, sayStartAccount, writeWaiting } from "./start-account.ts";
import { columnNamed, type StartAsked, startAsked } from "./start-words.ts";

/** Rows between two words of progress. */
const progressEvery = 5_000;

/** Tries a sheet (`--dry-run`) or brings it in. Speaks through `--seat`, else the book's managing seat. */
export const importStartFile: Command = async (words, desk) => {
  const asked = startAsked(words);
  if (asked === null) return tellUse("import", desk);
  if (!existsSync(asked.file)) {
    desk.tell(told(desk, "import.missing", { file: asked.file }));
    return 1;
  }
  return atInstallation(desk, async (installation) => {
    const here = (await booksHere(installation.store.connect("keeper"))).find((one) => one.book === asked.book);
    if (here === undefined) return tellRefusal(refused("book.unknown", { book: asked.book }).refusal, desk);
    const speaking = asked.seat === undefined ? managingSeat(here) : here.seats.find((one) => one.seat === asked.seat);
    if (!speaking) return tellRefusal(refused("seat.unknown", { seat: asked.seat ?? "" }).refusal, desk);
    return brought(asked, speaking, installation, desk);
  });
};

async function brought(
  asked: StartAsked,
  seat: SeatHere,
  { store, writers, now }: Installation,
  desk: Desk,
): Promise<Ending> {
  const bench: Bench = { pool: store.connect("app"), writers, catalogues: readCatalogues(), now };
  const runs = runsOf(bench.pool, asked.book, () => new Date(now()).toISOString());
  const path = resolve(asked.file);
  const looked = await lookOver(path, asked.choices, bench.catalogues);
  if (!looked.ok) return tellRefusal(looked.refusal, desk);
  const choices = await choicesFor(asked, looked.value, runs);
  await looked.value.sheet.close();
  if (!choices.ok) return tellRefusal(choices.refusal, desk);
  sayColumns(choices.value, looked.value.header, desk);
  if (!asked.dryRun) await runs.keep(looked.value.fingerprint, choices.value, seat.agent);
  return carried(asked, path, choices.value, seat, bench, runs, desk);
}

/** What is mapped by hand, else kept from the last sheet with this header, else guessed. */
async function choicesFor(asked: StartAsked, looked: Looked, runs: Runs): Promise<Result<Choices>> {
  const { kind } = asked;
  const kept = (await runs.keptFor(looked.fingerprint)).find((one) => one.kind === kind);
  const mapping: Record<string, number | null> = { ...(kept?.mapping ?? guessed(looked, kind).mapping) };
  for (const [field, name] of asked.map) {
    const column = columnNamed(name, looked.header);
    if (column === -1) return refused("import.column-unknown", { column: name, columns: looked.header.join(", ") });
    // A column holds one field: whoever had it by guess gives it up.
    for (const other of fieldsOf[kind]) if (mapping[other.field] === column) mapping[other.field] = null;
    mapping[field] = column;
  }
  return done({ ...kept, ...asked.choices, kind, mapping });
}

async function carried(
  asked: StartAsked,
  path: string,
  choices: Choices,
  { seat, agent }: SeatHere,
  bench: Bench,
  runs: Runs,
  desk: Desk,
): Promise<Ending> {
  const folder = asked.faulty ?? mkdtempSync(join(tmpdir(), "ayni-waiting-"));
  mkdirSync(folder, { recursive: true });
  const waitingPath = join(folder, `${basename(path)}.waiting.jsonl`);
  const digest = await digestOf(path);
  const run = uuidv7(bench.now(), randomBytes(10));
  if (!asked.dryRun) {
    await runs.add({ run, file: basename(path), digest, bytes: "0", by: agent, seat });
    await runs.change(run, { stage: "running", kind: choices.kind, choices });
  }
  const began = bench.now();
  const progress = (rows: number): void => {
    if (rows % progressEvery !== 0) return;
    const rate = (BigInt(rows) * 1_000n) / BigInt(Math.max(1, bench.now() - began));
    desk.tell(told(desk, "import.progress", { rows: `${rows}`, rate: `${rate}` }));
  };
  const trial = asked.dryRun;
  const ended = await carryOut(bench, {
    path,
    digest,
    book: asked.book,
    seat,
    agent,
    choices,
    trial,
    waitingPath,
    progress,
  });
  const tell = ended.ok ? { account: ended.value.account, trial } : { refusal: ended.refusal, trial };
  const rows = ended.ok ? `${ended.value.account.read}` : "0";
  if (!trial) await runs.change(run, { stage: ended.ok ? "done" : "failed", told: tell, rows });
  if (!ended.ok) return tellRefusal(ended.refusal, desk);
  await sayStartAccount(ended.value.account, trial, waitingPath, desk);
  if (asked.faulty !== undefined) await writeWaiting(waitingPath, path, ended.value.header, asked.faulty, desk);
  rmSync(waitingPath, { force: true });
  return well;
}
