/** Every table of a book as a file: whole, in the manner asked for, without personal values unless they are asked for. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvPieces } from "../exchange/export/csv.ts";
import { xlsxPieces } from "../exchange/export/xlsx.ts";
import { openSheet } from "../exchange/sheet/open.ts";
import { idOf, testBook } from "../rooms/book/testing.ts";
import { urlOf } from "../scenarios/keeping/kept.ts";
import { inTransaction } from "../store/connection/pools.ts";
import { readCatalogues } from "../web/language/catalogues.ts";
import { plainSay } from "../web/server/language.ts";
import type { Served } from "../web/testing/served.ts";
import { settledSacks } from "../web/testing/settled-sacks.ts";
import { type Desk, found, misused, well } from "./command.ts";
import { exportTables } from "./export-tables.ts";
import { tablesOf } from "./table-source.ts";

let server: Served;
let folder: string;
const keeper = () => server.services.installation.store.connect("keeper");

beforeAll(async () => {
  server = await settledSacks();
  folder = mkdtempSync(join(tmpdir(), "ayni-tables-"));
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Taken = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const taken = (personal: boolean, book = testBook): Promise<readonly Taken[]> =>
  inTransaction(keeper(), async (client) => {
    const all: Taken[] = [];
    for (const { name, columns, rows: source } of await tablesOf(client, book, personal)) {
      const rows: (readonly string[])[] = [];
      for await (const row of source) rows.push(row);
      all.push({ name, heads: columns.map((one) => one.head), rows });
    }
    return all;
  });

test("[export.tables] every published table of the book is there, with as many rows as the database counts", async () => {
  const all = await taken(true);
  expect(all.length).toBeGreaterThan(30);
  for (const { name, rows } of all) {
    const counted = await keeper().query(`select count(*)::int as rows from books.${name} where book_id = $1::uuid`, [
      testBook,
    ]);
    expect(rows.length, name).toBe(counted.rows[0].rows);
  }
  const deliveries = all.find((one) => one.name === "delivery");
  const net = deliveries?.heads.indexOf("net_g") ?? -1;
  expect(deliveries?.rows.map((row) => row[net])).toContain("407600");
});

test("names are there, identity numbers, telephones and the sealed values only when asked for", async () => {
  const profile = (all: readonly Taken[]) => all.find((one) => one.name === "profile");
  const usual = await taken(false);
  expect(usual.some((one) => one.name === "personal_value")).toBe(false);
  expect(profile(usual)?.heads).toContain("name");
  expect(profile(usual)?.heads).not.toContain("identity");
  expect(profile(usual)?.rows.flat()).toContain("Amparo Quintero");
  const whole = await taken(true);
  expect(profile(whole)?.heads).toEqual(expect.arrayContaining(["identity", "telephone"]));
  expect(whole.some((one) => one.name === "personal_value")).toBe(true);
});

test("another book's tables are empty: nothing comes along from next door", async () => {
  const all = await taken(true, "01890000-0000-7000-8000-000000000000");
  expect(all.every((one) => one.rows.length === 0)).toBe(true);
});

test("both kinds of file hold the same cells", async () => {
  const entries = (await taken(false)).find((one) => one.name === "delivery");
  const columns = (entries?.heads ?? []).map((head) => ({ head, kind: "text" as const }));
  const table = { name: "delivery", columns, rows: entries?.rows ?? [] };
  const read = async (pieces: AsyncIterable<string | Uint8Array>, name: string) => {
    const bytes: Buffer[] = [];
    for await (const piece of pieces) bytes.push(Buffer.from(piece as string));
    const file = join(folder, name);
    writeFileSync(file, Buffer.concat(bytes));
    const opened = await openSheet(file, { headerRow: 1 });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const rows: (readonly string[])[] = [];
    for await (const row of opened.value.rows()) rows.push(row.cells);
    await opened.value.close();
    return rows;
  };
  expect(await read(xlsxPieces(table), "delivery.xlsx")).toEqual(await read(csvPieces(table, "en"), "delivery.csv"));
  expect(readFileSync(join(folder, "delivery.csv"), "utf8")).toContain("quebrada-dos");
});

test("the command writes a file for each table, of the kind that was asked for, and says how many rows", async () => {
  const spoken: string[] = [];
  const desk: Desk = {
    say: plainSay(readCatalogues(), "en"),
    environment: { AYNI_HOME: join(folder, "home"), DATABASE_URL: urlOf(server.services.installation.store.server) },
    out: (text) => spoken.push(text),
    tell: (text) => spoken.push(text),
  };
  for (const kind of ["xlsx", "csv"]) {
    const to = join(folder, `all-${kind}`);
    expect(await exportTables(["--book", testBook, "--to", to, `--${kind}`], desk), spoken.join("\n")).toBe(well);
    const files = readdirSync(to);
    expect(files).toContain(`delivery.${kind}`);
    expect(files).not.toContain(`personal_value.${kind}`);
    expect(spoken).toContain(`delivery.${kind}: 2 rows`);
    const opened = await openSheet(join(to, `posting.${kind}`), { headerRow: 1 });
    expect(opened.ok && opened.value.header).toContain("amount");
    if (opened.ok) await opened.value.close();
  }
  expect(await exportTables(["--book", idOf("another book"), "--to", join(folder, "none")], desk)).toBe(found);
});

test("asked wrongly it says how it is used, and a folder with files in it is left alone", async () => {
  const spoken: string[] = [];
  const desk: Desk = {
    say: plainSay(readCatalogues(), "en"),
    environment: {},
    out: (text) => spoken.push(text),
    tell: (text) => spoken.push(text),
  };
  expect(await exportTables(["--book", "x"], desk)).toBe(misused);
  expect(await exportTables(["--book", testBook, "--to", folder, "--style", "fr"], desk)).toBe(misused);
  expect(await exportTables(["--book", testBook, "--to", import.meta.dirname], desk)).toBe(found);
  expect(spoken.join("\n")).toContain("export.folder-not-empty");
});
