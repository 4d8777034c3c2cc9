/** A book leaves one installation and comes into another: the same book. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Coming, exportBook, importBook } from "../../store/backup/book.ts";
import { compareTables } from "../../store/backup/load.ts";
import { readBackup } from "../../store/backup/read.ts";
import { homeAt, makeHome } from "../../store/installation/home.ts";
import { installationKeys } from "../../store/installation/keys.ts";
import { freshDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { said } from "../../web/testing/served.ts";
import { backedUp, type Kept, keptExample, ownFolder, ownKey, verified } from "./kept.ts";

const folder = ownFolder();
const file = join(folder, "tres-quebradas.book");
let kept: Kept;
let other: TestDatabase;
beforeAll(async () => {
  kept = await keptExample();
  const { database, key, book } = kept;
  const leaving = { store: database, book, ...key, ayni: "test", now: Date.now, passphrase: null };
  expect(await exportBook(leaving, file)).toMatchObject({ ok: true });
  expect(await exportBook(leaving, file)).toMatchObject({ refusal: { code: "export.file-there" } });
}, 60_000);
beforeEach(async () => {
  other = await freshDatabase();
});
afterAll(async () => {
  await kept.database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const home = homeAt(join(folder, "other"));
makeHome(home);
const coming = (from: string): Coming => ({
  store: other,
  home,
  file: from,
  passphrase: null,
  book: null,
  privateKey: ownKey().privateKey,
  ayni: "test",
  now: Date.now,
  numbering: "loose",
});

test("[backup.move] the book is the same in every table, its chain and seals verify, its papers read the same", async () => {
  const came = await importBook(coming(file));
  if (!came.ok) throw new Error(JSON.stringify(came.refusal));
  const read = await readBackup(file, null);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(await compareTables(other, read.value.manifest.tables, null)).toEqual(
    await compareTables(kept.database, read.value.manifest.tables, null),
  );
  const keys = installationKeys(home);
  if (!keys.ok) throw new Error(keys.refusal.code);
  const report = await verified(other, kept.book, keys.value);
  expect(report).toMatchObject({ problems: [], sealsOfOthers: 0 });
  expect(report.papers).toBeGreaterThan(0);
  const papers = "select kind, number, about, content from ayni.paper order by kind, number";
  expect((await other.connect("keeper").query(papers)).rows).toEqual(
    (await kept.database.connect("keeper").query(papers)).rows,
  );
  await other.drop();
});

test("nothing of the installation leaves with a book: no account, no other book, no private key", async () => {
  const read = await readBackup(file, null);
  if (!read.ok) throw new Error(read.refusal.code);
  const { header, manifest, key } = read.value;
  expect(header.content).toBe("book");
  expect(key).toBeNull();
  expect(new Set(manifest.tables.map(({ book }) => book))).toEqual(new Set([kept.book]));
});

test("a book that is here already, equal to the file: nothing is done", async () => {
  await importBook(coming(file));
  expect(await importBook(coming(file))).toMatchObject({ refusal: { code: "import.book-equal" } });
  await other.drop();
});

test("a file that stands behind the book here, and one that is ahead of it", async () => {
  const { database, writers, book } = kept;
  const { rows } = await database
    .connect("keeper")
    .query("select seat, agent from books.seat where book_id = $1 limit 1", [book]);
  const note = said(
    "question.answer",
    { question: "none", answer: "none" },
    {
      book,
      by: rows[0].agent,
      through: { way: "seat", seat: rows[0].seat, at: new Date().toISOString() },
    },
  );
  await importBook(coming(file));
  await writers.take(book, "test", [note]);
  const { rows: head } = await database.connect("keeper").query("select position from ayni.book_head");
  const ahead = join(folder, "ahead.book");
  await backedUp(kept, ahead, { book });
  const read = await readBackup(file, null);
  const before = read.ok ? read.value.manifest.books[0]?.position : "";
  expect(`${head[0].position}`).not.toBe(before);
  expect(await importBook(coming(ahead))).toMatchObject({ refusal: { code: "import.book-newer" } });
  expect(await importBook({ ...coming(file), store: database })).toMatchObject({
    refusal: { code: "import.book-older" },
  });
  await other.drop();
});

test("an altered file brings nothing", async () => {
  const bytes = readFileSync(file);
  bytes[20_000] = (bytes[20_000] as number) ^ 2;
  const altered = join(folder, "altered.book");
  writeFileSync(altered, bytes);
  expect(await importBook(coming(altered))).toMatchObject({ refusal: { code: "backup.altered" } });
  const { rows } = await other.connect("keeper").query("select count(*)::int as books from ayni.book_directory");
  expect(rows).toEqual([{ books: 0 }]);
  await other.drop();
});
