/** `ayni import KIND FILE` as the operator gives it: tried, brought in, killed in the middle, run twice at once. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importFiles } from "../../cli/import.ts";
import { openSheet } from "../../exchange/sheet/open.ts";
import { marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { plainSay } from "../../web/server/language.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { sayAll, urlOf } from "../coffee/book.ts";
import { sheetFile } from "./bring.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "ayni-start-command-"));
let books: PostgresBooks;
let url: string;

beforeAll(async () => {
  books = await PostgresBooks.open();
  await sayAll(books, [
    ["book.open", { settings: testSettings, founder: marta }],
    ["organisation.register", { agent: testSettings.organisation, name: testSettings.name, form: "cooperative" }],
  ]);
  url = await urlOf(books);
});
afterAll(() => books.database.drop());

const ask = async (text: string) => (await books.database.connect("keeper").query(text, [testBook])).rows;

async function run(...words: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  const ending = await importFiles(words, {
    say: plainSay(readCatalogues(), "en"),
    environment: { AYNI_HOME: folder, DATABASE_URL: url },
    out: (text) => out.push(text),
    tell: (text) => told.push(text),
  });
  return { ending, out: out.join("\n"), told: told.join("\n") };
}

const members = sheetFile("roll.csv", [
  "Código;Quién;Cédula",
  ...Array.from({ length: 30 }, (_, at) => `${at + 1};Socio Inventado ${at + 1};${1000 + at}`),
  "31;;1031",
]);

test("asked wrongly, and of a column that is not there, it says so [cli.import-starts]", async () => {
  expect(await run("members", members)).toMatchObject({
    ending: 2,
    told: expect.stringContaining("ayni import members"),
  });
  expect((await run("members", members, "--book", testBook, "--map", "colour=A")).ending).toBe(2);
  const answer = await run("members", members, "--book", testBook, "--map", "name=Nombre");
  expect(answer).toMatchObject({ ending: 1, told: expect.stringContaining("has no column “Nombre”") });
});

test("a trial says what would happen; then it goes in, and the faulty rows come as a sheet [cli.import-starts]", async () => {
  const tried = await run("members", members, "--book", testBook, "--dry-run", "--map", "name=Quién");
  expect(tried.out).toContain("Tried, nothing has gone in. Rows read 31 = would go in 30");
  expect(tried.out).toContain("row 32: “Quién” is empty.");
  const waiting = join(folder, "waiting");
  const done = await run("members", members, "--book", testBook, "--map", "name=B", "--faulty", waiting);
  expect(done.out).toContain("Rows read 31 = went in 30 + with a question 0 + known 0 + to decide 0 + to mend 1");
  const files = readdirSync(waiting).sort();
  expect(files.map((one) => one.replace(/^\d+-/, ""))).toEqual(["roll.waiting.csv", "roll.waiting.xlsx"]);
  for (const file of files) {
    const sheet = await openSheet(join(waiting, file));
    expect(sheet.ok && sheet.value.header.slice(0, 4)).toEqual(["Código", "Quién", "Cédula", "row"]);
    if (sheet.ok) await sheet.value.close();
  }
  expect(readFileSync(join(waiting, files[0] ?? ""), "utf8")).toContain("is empty. Write it in the row.");
  expect((await run("members", members, "--book", testBook)).out).toContain("known 30");
  expect(
    await ask("select stage, kind, rows_read::int as rows from ayni.import_run where book_id = $1 limit 1"),
  ).toEqual([{ stage: "done", kind: "members", rows: 31 }]);
});

const many = 6_000;
const deliveries = sheetFile("entregas.csv", [
  "fecha;socio;recibo;kilos;punto",
  ...Array.from(
    { length: many },
    (_, at) => `2024-10-${`${(at % 28) + 1}`.padStart(2, "0")};${(at % 30) + 1};${at};${50 + (at % 40)};Bodega`,
  ),
]);
const settled = ["deliveries", deliveries, "--book", testBook, "--settled-elsewhere", "--product", "coffee-parchment"];

/** The command as a process of its own. */
function start(): { readonly child: ChildProcess; readonly ended: Promise<string> } {
  const environment = { ...process.env, DATABASE_URL: url, AYNI_HOME: folder, AYNI_LANGUAGE: "en" };
  const words = ["--import", "tsx", "cli/main.ts", "import", ...settled];
  const child = spawn(process.execPath, words, { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (said += piece));
  return { child, ended: new Promise((go) => child.on("close", (code) => go(`${said}code ${code}`))) };
}
const there = async (): Promise<number> =>
  (await ask("select count(*)::int as count from books.delivery where book_id = $1"))[0]?.count;

test("a product nobody receives is asked for by the names there are, not invented", async () => {
  const answer = await run(
    "deliveries",
    deliveries,
    "--book",
    testBook,
    "--settled-elsewhere",
    "--product",
    "unicornio azul",
    "--dry-run",
  );
  expect(answer.out).toContain(`${many.toLocaleString("en")} × import.product-unknown`);
});

test("killed in the middle, the second run says the rest; two at once are one after the other [imports.killed]", async () => {
  const first = start();
  while ((await there()) < 600 && first.child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
  first.child.kill("SIGKILL");
  await first.ended;
  const kept = await there();
  expect(kept).toBeGreaterThanOrEqual(600);
  expect(kept).toBeLessThan(many);

  const second = start();
  while ((await there()) < kept + 500 && second.child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
  expect((await run(...settled)).told).toContain("[import.other-import-runs]");
  const ended = await second.ended;
  expect(ended).toMatch(/code 0$/);
  expect(ended).toContain("Rows read 6,000");
  expect(await there()).toBe(many);
  expect(await ask("select code from books.question where book_id = $1")).toEqual([]);
  expect(await ask("select 1 from books.tally where book_id = $1 and kind = 'stock'")).toEqual([]);
  expect((await books.verify(testBook)).problems.filter(({ code }) => !code.includes("seal"))).toEqual([]);
}, 120_000);
