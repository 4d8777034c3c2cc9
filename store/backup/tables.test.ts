/** What a backup carries is read from the catalogue; what does not travel is named, with its reason. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { carriedTables, copyOutText, growsOnly, staysBehind } from "./tables.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const owner = () => database.connect("owner");

test("every table travels, or is named among those that stay behind", async () => {
  const carried = (await carriedTables(owner())).map(({ name }) => name);
  const { rows } = await owner().query(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('ayni', 'public') order by 1",
  );
  const known = [...carried, ...Object.keys(staysBehind)].sort();
  expect(known).toEqual(rows.map(({ name }) => name));
});

test("the keeper may read and fill each of them, and take back what it holds for the installation", async () => {
  for (const { name, ofBook } of await carriedTables(owner()))
    for (const right of ["select", "insert", ...(ofBook ? [] : ["delete"])]) {
      const { rows } = await owner().query("select has_table_privilege('ayni_keeper', $1, $2) as may", [name, right]);
      expect(rows, `${right} ${name}`).toEqual([{ may: true }]);
    }
});

test("each has a key, so that its rows have one order on every server", async () => {
  for (const table of await carriedTables(owner())) expect(table.key.length, table.name).toBeGreaterThan(0);
});

test("the history only grows; heads and sums do not", async () => {
  const grow = (await carriedTables(owner())).filter(growsOnly).map(({ name }) => name);
  expect(grow).toEqual(
    expect.arrayContaining(["ayni.act", "ayni.entry", "ayni.posting", "ayni.paper", "ayni.delivery"]),
  );
  for (const name of ["ayni.book_head", "ayni.tally", "ayni.personal_value", "ayni.account"])
    expect(grow).not.toContain(name);
});

test("texts are ordered by code point, whatever the server's own order is", async () => {
  const paper = (await carriedTables(owner())).find(({ name }) => name === "ayni.paper");
  if (paper === undefined) throw new Error("no table of papers");
  expect(copyOutText(paper, "01a2010c-e57a-7cf9-8964-4d56798540e4")).toContain(
    'order by "book_id", "kind" collate "C", "number" collate "C"',
  );
});
