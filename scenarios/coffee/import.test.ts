/** Imports that do not go plainly: no power, another price for a month, a file cut off, a file nobody can read. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BookAtHand, bookAtHand } from "../../cli/importing/book-at-hand.ts";
import { importFile, importMemory, lookOver } from "../../cli/importing/import-file.ts";
import { efrain, testBook } from "../../rooms/book/testing.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { importAll, lotFiles, openCoffeeBook, sayAll } from "./book.ts";

const now = "2026-11-15T15:00:00.000Z";
const folder = mkdtempSync(join(tmpdir(), "ayni-files-"));
let books: PostgresBooks;
let hand: BookAtHand;

/** A file with these lines. */
const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
};
const heading = "month,commodity,unit,price_usd";

beforeAll(async () => {
  books = await PostgresBooks.open();
  hand = await openCoffeeBook(books, ["2013"]);
  await sayAll(books, [
    ["seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-01-01" }],
  ]);
});
afterAll(() => books.database.drop());

const handOf = async (seat: { seat: string; agent: string }): Promise<BookAtHand> => {
  const opened = await bookAtHand({ ...hand, ...seat });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
};

test("a seat that may not publish prices opens no series: the file is refused as a whole, and nothing of it is kept", async () => {
  const prices = file("prices.csv", heading, '2013-01,"Coffee, Arabica",$/kg,3.467647');
  const refused = await importFile(
    prices,
    "prices",
    { hand: await handOf(efrain), now: () => Date.parse(now) },
    importMemory(),
  );
  expect(refused).toMatchObject({ ok: false, refusal: { code: "power.missing", facts: { power: "publish-price" } } });
  expect(await hand.pricesHeld()).toEqual([]);
});

test("a later file adds months; the same month at another price asks, and the first price stands", async () => {
  const first = file("first.csv", heading, "2013-01,Cocoa,$/kg,2.25", "2013-02,Cocoa,$/kg,2.20");
  const second = file(
    "second.csv",
    heading,
    "2013-02,Cocoa,$/kg,2.2",
    "2013-03,Cocoa,$/kg,2.15",
    "2013-01,Cocoa,$/kg,9.99",
  );
  const [one, two] = await importAll(hand, [first, second], now);
  expect(one?.account).toMatchObject({ read: 2, taken: 2 });
  expect(two?.account).toMatchObject({ read: 3, taken: 1, known: 1, questioned: 1 });
  expect(two?.waiting.map((row) => row.outcome === "questioned" && row.reason.code)).toEqual(["import.price-differs"]);
  const held = (await hand.pricesHeld()).filter(({ commodity }) => commodity === "Cocoa");
  expect(held.map(({ month, price }) => `${month} ${price}`).sort()).toEqual([
    "2013-01 2.25",
    "2013-02 2.2",
    "2013-03 2.15",
  ]);
});

test("a month for which the source gives no price is taken with a remark, and says nothing", async () => {
  const [empty] = await importAll(hand, [file("empty.csv", heading, "2013-01,Rubber,$/kg,…")], now);
  expect(empty?.account).toMatchObject({ read: 1, taken: 1 });
  expect(Object.fromEntries(empty?.account.notes ?? [])).toEqual({ "import.price-missing": 1 });
});

test("a clerk may bring lots; a file cut off in the middle and then whole gives each hand-over once", async () => {
  const whole = readFileSync(lotFiles[0] ?? "", "utf8").split("\n");
  const part = file("part.csv", ...whole.slice(0, 121));
  const clerk = await handOf(efrain);
  const [first] = await importAll(clerk, [part], now);
  const [second] = await importAll(clerk, [file("more.csv", ...whole.slice(0, 201))], now);
  expect(first?.account.read).toBe(120);
  expect(second?.account.read).toBe(200);
  const { rows } = await books.database
    .connect("keeper")
    .query(
      "select count(*)::int as lots, count(distinct act_id)::int as acts from books.delivery d join books.act a on a.book_id = d.book_id and a.position = d.act_position where d.book_id = $1",
      [testBook],
    );
  const inBook = (second?.account.known ?? 0) + (second?.account.taken ?? 0) + booksOwn(second?.account.reasons);
  expect(rows[0]).toEqual({ lots: inBook, acts: inBook });
});

/** Rows that are in the book, and about which the book itself asks. */
const booksOwn = (reasons: ReadonlyMap<string, number> | undefined): number =>
  [...(reasons ?? [])].reduce((sum, [code, count]) => (code.startsWith("delivery.") ? sum + count : sum), 0);

test("a file of another kind is refused by the columns that it lacks", async () => {
  const other = file("members.csv", "name,number", "Amparo Quintero,0131");
  expect(await lookOver(other, importMemory())).toEqual({
    ok: false,
    refusal: { code: "import.columns-missing", facts: { columns: "month, commodity, unit, price_usd" } },
  });
});
