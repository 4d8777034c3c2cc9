/** A restore is rehearsed beside the running book, which goes on meanwhile. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allRecords, tools } from "../../rooms/all.ts";
import { beginRehearsal, lastRehearsal } from "../../store/backup/rehearse.ts";
import { backUp } from "../../store/backup/run.ts";
import { openServer } from "../../store/connection/server.ts";
import { said } from "../../web/testing/served.ts";
import { type Kept, keptExample, ownFolder } from "./kept.ts";

const root = ownFolder();
const place = { folder: join(root, "backups"), isOurs: false };
let kept: Kept;
beforeAll(async () => {
  mkdirSync(place.folder);
  kept = await keptExample();
}, 60_000);
afterAll(async () => {
  await kept.database.drop();
  rmSync(root, { recursive: true, force: true });
});

async function rehearsed() {
  const { database, book } = kept;
  const asking = { book, by: book, tools, records: allRecords, passphrase: null, now: Date.now };
  const begun = await beginRehearsal({ ...asking, store: database, numbering: "loose" });
  await begun.ended;
  return lastRehearsal(database, book);
}

const databases = () =>
  openServer(kept.database.server, async (client) => {
    const { rows } = await client.query("select datname from pg_database where datname like '%scratch%'");
    return rows
      .map((row) => row.datname as string)
      .filter((name) => name.startsWith(kept.database.server.database.slice(0, 30)));
  });

test("without a good backup there is nothing to rehearse, and that is told", async () => {
  expect(await rehearsed()).toMatchObject({ step: "done", outcome: null, refusal: { code: "backup.none" } });
});

test("[backup.rehearsal] the last backup is restored aside, the same in every table, proves itself, and is gone again", async () => {
  const { database, key, writers, book } = kept;
  const request = {
    ...key,
    store: database,
    ayni: "test",
    now: Date.now,
    passphrase: null,
    place,
    why: "asked" as const,
  };
  expect(await backUp(request)).toMatchObject({ ok: true });
  const { rows } = await database
    .connect("keeper")
    .query("select seat, agent from books.seat where book_id = $1 limit 1", [book]);
  const late = said(
    "question.answer",
    { question: "none", answer: "none" },
    {
      book,
      by: rows[0].agent,
      through: { way: "seat", seat: rows[0].seat, at: new Date().toISOString() },
    },
  );
  await writers.take(book, "test", [late]); // The book goes on after the backup.
  const played = await rehearsed();
  if (played?.outcome == null) throw new Error(JSON.stringify(played));
  const { tables, acts, problems, position } = played.outcome;
  expect(problems).toBe(0);
  expect(`${acts}`).toBe(position);
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.filter(({ isSame }) => !isSame)).toEqual([]);
  expect(tables.filter(({ runningSame }) => runningSame === false)).toEqual([]);
  expect(tables.find(({ table }) => table === "ayni.posting")).toMatchObject({ isSame: true, runningSame: true });
  expect(tables.find(({ table }) => table === "ayni.tally")).toMatchObject({ runningSame: null });
  expect(await databases()).toEqual([]);
});

test("a row that changed in the running book since the backup is seen", async () => {
  const { database, book } = kept;
  const changed =
    "update ayni.posting set amount = amount + 1 where book_id = $1 and position = (select max(position) from ayni.posting where book_id = $1)";
  await openServer(database.server, (client) => client.query(changed, [book]));
  const played = await rehearsed();
  expect(played?.outcome?.tables.find(({ table }) => table === "ayni.posting")).toMatchObject({
    isSame: true,
    runningSame: false,
  });
  await openServer(database.server, (client) => client.query(changed.replace("+ 1", "- 1"), [book]));
});

test("a backup that was damaged since is told, and nothing is left of the rehearsal", async () => {
  const { rows } = await kept.database
    .connect("keeper")
    .query("select file from ayni.backup_run where refusal is null");
  writeFileSync(rows[0].file, "AYNI BACKUP 1\nand then nothing of the kind that was written here before by the backup");
  expect(await rehearsed()).toMatchObject({ outcome: null, refusal: { code: "backup.altered" } });
  rmSync(rows[0].file);
  expect(await rehearsed()).toMatchObject({ outcome: null, refusal: { code: "backup.place-gone" } });
  expect(await databases()).toEqual([]);
});
