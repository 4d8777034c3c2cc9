import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../connection/pools.ts";
import { emptyDatabase, type TestDatabase } from "../testing/database.ts";
import { migrationsIn } from "./files.ts";
import { MIGRATIONS, migrate } from "./run.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "ayni-migrations-"));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const tables = async (): Promise<string[]> => {
  const found = await database
    .connect("owner")
    .query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'migration%' order by 1",
    );
  return found.rows.map((row) => row.name);
};

test("files are applied in order, once [store.migrations]", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);\ncreate index bag_code on bag (code);");
  expect(await migrate(database, folder)).toEqual({ ok: true, value: ["0001_bag.sql"] });
  write("0002_crate.sql", "create table crate (code text primary key references bag (code));");
  expect(await migrate(database, folder)).toEqual({ ok: true, value: ["0002_crate.sql"] });
  expect(await migrate(database, folder)).toEqual({ ok: true, value: [] });
  expect(await tables()).toEqual(["bag", "crate"]);
});

test("what is made belongs to the owner role, not to whoever ran the set-up", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);");
  await migrate(database, folder);
  const owner = await database.connect("owner").query("select tableowner from pg_tables where tablename = 'bag'");
  expect(owner.rows).toEqual([{ tableowner: "ayni_owner" }]);
});

test("a file that fails leaves nothing of itself behind, and the earlier files stay", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);");
  write("0002_crate.sql", "create table crate (code text);\ncreate table shed (code no_such_type);");
  expect(await migrate(database, folder)).toMatchObject({
    ok: false,
    refusal: {
      code: "migration.failed",
      facts: { name: "0002_crate.sql", statement: "create table shed (code no_such_type)" },
    },
  });
  expect(await tables()).toEqual(["bag"]);
});

test("an applied file that was changed is refused by code, and nothing is done", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);");
  await migrate(database, folder);
  write("0001_bag.sql", "create table bag (code text primary key, grams int8);");
  write("0002_crate.sql", "create table crate (code text);");
  expect(await migrate(database, folder)).toMatchObject({
    refusal: { code: "migration.changed", facts: { name: "0001_bag.sql" } },
  });
  expect(await tables()).toEqual(["bag"]);
});

test("a gap in the numbers and a name out of form are refused before anything is done", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);");
  write("0003_crate.sql", "create table crate (code text);");
  expect(await migrate(database, folder)).toMatchObject({
    refusal: { code: "migration.gap", facts: { name: "0003_crate.sql", expected: 2 } },
  });
  write("0002-crate.sql", "");
  expect(await migrate(database, folder)).toMatchObject({ refusal: { code: "migration.misnamed" } });
  expect(await tables()).toEqual([]);
});

test("a database that is ahead of this program is refused: an old program must not write into a newer book", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);");
  write("0002_crate.sql", "create table crate (code text);");
  await migrate(database, folder);
  rmSync(join(folder, "0002_crate.sql"));
  expect(await migrate(database, folder)).toMatchObject({
    refusal: { code: "migration.unknown", facts: { name: "0002_crate.sql" } },
  });
});

test("two runners at once apply each file once", async () => {
  for (let number = 1; number <= 8; number += 1)
    write(`000${number}_t${number}.sql`, `create table t${number} (code text primary key);`);
  const other = openStore(database.server);
  const outcomes = await Promise.all([migrate(database, folder), migrate(other, folder)]);
  await other.close();
  const applied = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : [outcome.refusal.code])).sort();
  expect(applied).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"].map((number) => `000${number}_t${number}.sql`));
});

test("our own migrations run from 1 without a gap", () => {
  expect(migrationsIn(MIGRATIONS)).toMatchObject({ ok: true });
});

test("with loose numbering a number may be missing, but never come twice or late", async () => {
  write("0001_bag.sql", "create table bag (code text primary key);");
  write("0005_crate.sql", "create table crate (code text primary key);");
  expect(await migrate(database, folder, "loose")).toEqual({ ok: true, value: ["0001_bag.sql", "0005_crate.sql"] });
  write("0005_shed.sql", "create table shed (code text primary key);");
  expect(await migrate(database, folder, "loose")).toMatchObject({ refusal: { code: "migration.gap" } });
});
