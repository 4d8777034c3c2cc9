/** `ayni import` as the operator gives it: asked wrongly, of files that are not there, of one country's lots. */
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, testBook } from "../rooms/book/testing.ts";
import { PostgresBooks } from "../scenarios/book/book-on-postgres.ts";
import { lotFiles, openCoffeeBook, urlOf } from "../scenarios/coffee/book.ts";
import { readCatalogues } from "../web/language/catalogues.ts";
import { plainSay } from "../web/server/language.ts";
import type { Desk } from "./command.ts";
import { importFiles } from "./import.ts";

const [arabica = ""] = lotFiles;
const folder = mkdtempSync(join(tmpdir(), "ayni-import-"));
let books: PostgresBooks;
let url: string;

beforeAll(async () => {
  books = await PostgresBooks.open();
  await openCoffeeBook(books, ["2013"]);
  url = await urlOf(books);
});
afterAll(() => books.database.drop());

/** Runs the command; what it printed, and what it told the person beside it. */
async function run(...words: string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const desk: Desk = {
    say: plainSay(readCatalogues(), "en"),
    environment: { AYNI_HOME: folder, DATABASE_URL: url },
    out: (text) => said.push(text),
    tell: (text) => told.push(text),
  };
  const ending = await importFiles(words, desk);
  return { ending, said: said.join("\n"), told: told.join("\n") };
}

test("asked wrongly, it tells its use and ends with 2", async () => {
  for (const words of [[], [arabica], [arabica, "--book", "mine"], [arabica, "--book", testBook, "--country", "co"]])
    expect(await run(...words), words.join(" ")).toMatchObject({
      ending: 2,
      said: "",
      told: expect.stringMatching(/^Use: ayni import/),
    });
  expect((await run(arabica, "--book", testBook, "--sheet", "x")).ending).toBe(2);
});

test("a file that is not there, one of another kind, an unknown book and seat are told in words, with 1", async () => {
  const other = join(folder, "members.csv");
  writeFileSync(other, "name,number\nAmparo Quintero,0131\n");
  const cases = [
    [["nowhere.csv", "--book", testBook], /nowhere\.csv: cannot be opened/],
    [[other, "--book", testBook], /members\.csv: no file of coffee lots or prices.*month, commodity/],
    [[arabica, "--book", idOf("another book")], /\[book\.unknown\]/],
    [[arabica, "--book", testBook, "--seat", idOf("nobody's seat")], /\[seat\.unknown\]/],
  ] as const;
  for (const [words, told] of cases) {
    const answer = await run(...words);
    expect(answer).toMatchObject({ ending: 1, said: "" });
    expect(answer.told).toMatch(told);
  }
});

test("one country's lots: the others are left out and counted, and the account is said with its reasons", async () => {
  const waiting = join(folder, "waiting");
  const answer = await run(arabica, "--book", testBook, "--country", "CO", "--faulty", waiting);
  expect(answer.ending).toBe(0);
  expect(answer.said).toContain("Rows read 183 = taken 35 + questioned 148 + refused 0 + known 0");
  expect(answer.said).toContain("Rows of other countries, left out: 1,128");
  expect(answer.said).toMatch(/124 × delivery\.season-closed\n {6}Kept\. /);
  expect(answer.said).toMatch(/23 × import\.bag-weight-is-sample\n {6}“2 kg” is the weight of the sample/);
  expect(answer.told).toContain(`arabica_data_cleaned.csv: coffee lots`);
  expect(readdirSync(waiting)).toEqual(["arabica_data_cleaned.waiting.csv"]);
  const again = await run(arabica, "--book", testBook, "--country", "CO");
  expect(again.said).toContain("Rows read 183 = taken 0 + questioned 24 + refused 0 + known 159");
});
