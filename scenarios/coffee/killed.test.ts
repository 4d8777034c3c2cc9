/** An import is killed with its process in the middle, and run again: nothing is lost and nothing is doubled. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { lotFiles, openCoffeeBook, urlOf } from "./book.ts";

const root = join(import.meta.dirname, "../..");
const books = await PostgresBooks.open();
await openCoffeeBook(books, ["2013"]);
afterAll(() => books.database.drop());

const ask = async (text: string) => (await books.database.connect("keeper").query(text, [testBook])).rows;
const handOvers = async (): Promise<number> =>
  (await ask("select count(*)::int as count from books.delivery where book_id = $1"))[0]?.count;

/** `ayni import` of the arabica lots as a process of its own, on the database of this test. */
async function startImport(
  ...more: string[]
): Promise<{ readonly child: ChildProcess; readonly ended: Promise<string> }> {
  const url = await urlOf(books);
  const environment = {
    ...process.env,
    DATABASE_URL: url,
    AYNI_HOME: mkdtempSync(join(tmpdir(), "ayni-import-")),
    AYNI_LANGUAGE: "en",
  };
  const words = ["--import", "tsx", "cli/main.ts", "import", lotFiles[0] ?? "", "--book", testBook, ...more];
  const child = spawn(process.execPath, words, { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (said += piece));
  return { child, ended: new Promise((go) => child.on("close", (code) => go(`${said}code ${code}`))) };
}

test("killed after some of 772 hand-overs; the second run says the rest [exchange.import-killed]", async () => {
  const first = await startImport();
  while ((await handOvers()) < 150 && first.child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
  first.child.kill("SIGKILL");
  const ended = await first.ended;
  const kept = await handOvers();
  expect(kept, ended).toBeGreaterThanOrEqual(150);
  expect(kept).toBeLessThan(772);

  const folder = mkdtempSync(join(tmpdir(), "ayni-waiting-"));
  const said = await (await startImport("--faulty", folder)).ended;
  expect(said).toMatch(/code 0$/);
  const account =
    /Rows read ([\d,]+) = taken ([\d,]+) \+ questioned ([\d,]+) \+ refused ([\d,]+) \+ known ([\d,]+)/.exec(said);
  const counts = account?.slice(1).map((count) => count.replace(",", ""));
  expect(counts?.[0], said).toBe("1311");
  expect(counts?.[4]).toBe(`${kept}`);
  expect(await handOvers()).toBe(772);
  const [doubled] = await ask(
    "select count(*)::int as ties, count(distinct number)::int as members from books.tie where book_id = $1 and kind = 'membership'",
  );
  expect(doubled.ties).toBe(doubled.members);
  expect(await ask("select code from books.question where book_id = $1 and code like '%id-used'")).toEqual([]);
  expect((await books.verify(testBook)).problems.filter(({ code }) => !code.includes("seal"))).toEqual([]);
  const waiting = readFileSync(join(folder, "arabica_data_cleaned.waiting.csv"), "utf8");
  expect(waiting).toContain("is the weight of the sample, not of the bag");
  expect(said).toContain("488 × import.bag-weight-is-sample");
}, 120_000);
