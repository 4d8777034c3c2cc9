/**
 * Coffee that really existed, from the CSV to explained statements: four files of graded lots and one of world prices go into one
 * book, Colombia's harvest of 2013 is settled by reference and cup score, and three others check it: sums worked out from the
 * files' text, `verify`, and hledger.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BookAtHand } from "../../cli/importing/book-at-hand.ts";
import type { ImportedFile } from "../../cli/importing/import-file.ts";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { lotMemory, readLots } from "../../exchange/coffee-lots/read-lots.ts";
import { delivererId, delivererOf, handOverId, isCertain } from "../../exchange/coffee-lots/to-acts.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { importAll, lotFiles, openCoffeeBook, priceFile, sayAll, seasonOf } from "./book.ts";
import { type OwnStatement, ownStatements } from "./own-sums.ts";

const years = ["2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018"];
const [arabica = ""] = lotFiles;
const settlement = idOf("Colombia 2013");

let books: PostgresBooks;
let hand: BookAtHand;
let imported: readonly ImportedFile[];
let own: ReadonlyMap<string, OwnStatement>;

const query = async (text: string, values: readonly unknown[] = []) =>
  (await books.database.connect("keeper").query(text, [testBook, ...values])).rows;

beforeAll(async () => {
  books = await PostgresBooks.open();
  hand = await openCoffeeBook(books, years);
  imported = await importAll(hand, [...lotFiles, priceFile], books.now);
  own = ownStatements(arabica, priceFile);
}, 120_000);
afterAll(() => books.database.drop());

const countsOf = ({ account: { read, taken, questioned, refused, known } }: ImportedFile) => [
  ...[read, taken, questioned, refused, known],
];

test("each of 12,189 rows is accounted for once, with one reason where it was not plainly taken [exchange.import]", () => {
  //                                  read  taken  asked refused known
  expect(imported.map(countsOf)).toEqual([
    [1311, 747, 564, 0, 0],
    [28, 0, 28, 0, 0],
    [1312, 0, 0, 1, 1311],
    [28, 0, 0, 0, 28],
    [9510, 9510, 0, 0, 0],
  ]);
  const [cleaned, robusta] = imported.map(({ account }) => Object.fromEntries(account.reasons));
  expect(cleaned).toEqual({
    "delivery.measure-implausible": 23,
    "import.bag-weight-is-sample": 488,
    "import.bag-weight-without-unit": 27,
    "import.bag-weight-is-container": 16,
    "import.bag-weight-zero": 4,
    "import.bag-weight-in-two-units": 2,
    "import.bags-none": 1,
    "import.country-missing": 1,
    "import.row-may-be-test": 1,
    "import.score-zero": 1,
  });
  // Nobody opened a season for robusta: the book keeps what was handed over, and asks.
  expect(robusta).toEqual({ "delivery.season-closed": 14, "import.bag-weight-is-sample": 14 });
  expect(imported[0]?.waiting).toHaveLength(564);
});

test("what is in the book is what was read: as many hand-overs as certain rows, their grams, and 9,510 prices", async () => {
  const [found] = await query(
    `select count(*)::int as lots, sum(net_g)::bigint as grams, count(distinct member)::int as people
       from books.delivery where book_id = $1`,
  );
  let grams = 0n;
  const people = new Set<string>();
  for (const { draft } of await certainLots()) {
    grams += draft.bags.netGrams;
    people.add(delivererOf(draft)?.code ?? "");
  }
  expect(found).toEqual({ lots: 747 + 23 + 2 + 14, grams, people: people.size });
  const [prices] = await query(
    "select count(*)::int as points, count(distinct series)::int as series from books.price_point where book_id = $1",
  );
  expect(prices).toEqual({ points: 9510, series: 23 });
  expect(await query("select count(*)::int as unread from books.intake where book_id = $1")).toEqual([{ unread: 0 }]);
});

test("no name of the file's people is in the book: members go by made-up codes", async () => {
  const [member] = await query(
    "select count(*)::int as members, bool_and(number ~ '^P-[0-9]{4}$') as coded from books.tie where book_id = $1 and kind = 'membership'",
  );
  expect(member.coded).toBe(true);
  expect(await query("select value from books.personal_value where book_id = $1")).toEqual([]);
});

test("the same files again: what the book holds is known, and only the rows that wait are asked about again", async () => {
  const [before] = await query("select max(position)::text as head from books.act where book_id = $1");
  const again = await importAll(hand, [...lotFiles, priceFile], "2026-11-16T09:00:00.000Z");
  expect(again.map(countsOf)).toEqual([
    [1311, 0, 539, 0, 772],
    [28, 0, 14, 0, 14],
    [1312, 0, 0, 1, 1311],
    [28, 0, 0, 0, 28],
    [9510, 0, 0, 0, 9510],
  ]);
  // The uncleaned form alone, in a new import, is recognised by the lots' content.
  const [raw] = await importAll(hand, [lotFiles[2] ?? ""], "2026-11-16T10:00:00.000Z");
  expect(raw?.account).toMatchObject({ read: 1312, taken: 0, known: 772 });
  const [after] = await query("select max(position)::text as head from books.act where book_id = $1");
  expect(after).toEqual(before);
});

test("Colombia 2013 is settled: every statement is what the files' text gives, worked out apart [settlement.coffee-file]", async () => {
  const lots = (await certainLots()).filter(({ draft }) => draft.country === "CO" && draft.season === "2013");
  const byCode = Map.groupBy(lots, ({ draft }) => delivererOf(draft)?.code ?? "");
  expect([lots.length, byCode.size]).toEqual([33, 9]);
  const statements = [...byCode].map(([code, own]) => ({
    statement: idOf(`statement ${code}`),
    agent: delivererId(testBook, code),
    deliveries: own.map(({ draft }) => handOverId(testBook, draft)),
  }));
  const net = [...own.values()].reduce((sum, one) => sum + one.net, 0n);
  await sayAll(books, [
    [
      "settlement.draft",
      { settlement, season: seasonOf("2013"), title: "Colombia 2013", paidIn: "transfer", statements },
    ],
    ["settlement.review", { settlement, seen: { statements: "9", net: `${net}` } }],
    ["settlement.close", { settlement }],
  ]);
  const papers = (await query("select content from books.paper where book_id = $1 and kind = 'statement'")).map(
    ({ content }) => JSON.parse(content) as StatementContent,
  );
  const found = papers.map((paper) => {
    const taken = Object.fromEntries(paper.deductions.map(({ code, amount }) => [code, BigInt(amount)]));
    const kilograms = paper.deliveries.reduce((sum, one) => sum + BigInt(one.net), 0n) / 1_000n;
    const sums = {
      lots: paper.deliveries.length,
      kilograms,
      value: BigInt(paper.subtotals.value),
      collection: taken.collection,
      shares: taken["share-capital"],
      solidarity: taken.solidarity,
      net: BigInt(paper.subtotals.net),
    };
    return [paper.agent.memberNumber ?? "", sums] as const;
  });
  expect(new Map(found)).toEqual(own);
  // 541.8 t of green coffee for 1,737,412.93 dollars; 1,695,097.73 after deductions.
  const sum = (of: (one: OwnStatement) => bigint) => [...own.values()].reduce((so, one) => so + of(one), 0n);
  expect([sum((one) => one.kilograms), sum((one) => one.value), net]).toEqual([541_800n, 173_741_293n, 169_509_773n]);
});

test("one lot, line by line: 275 bags of 70 kg at 85.92 points, July 2013", async () => {
  const papers = await query(
    "select content from books.paper where book_id = $1 and kind = 'statement' and content like '%\"85.92\"%'",
  );
  const content = JSON.parse(papers[0]?.content ?? "null") as StatementContent;
  const lot = content.deliveries.find((one) => one.measurements.some(({ value }) => value === "85.92"));
  expect(lot).toMatchObject({ day: "2013-07-26", bags: 275, net: "19250000" });
  expect(lot?.prices).toEqual([{ series: "world-bank-coffee-arabica", period: "2013-07", value: "3.050916" }]);
  //                           gross    tare net      reference   differential price  value
  expect(lot?.figures).toEqual(["19250", "0", "19250", "3.050916", "0.45", "3.5009", "67392.33"]);
});

test("the book proves itself, and hledger reads its journal strictly and finds the same balances [ledger.hledger-agrees]", async () => {
  const report = await books.verify(testBook);
  expect(report.problems).toEqual([]);
  expect(report.acts).toBeGreaterThan(1_500);
  const file = join(mkdtempSync(join(tmpdir(), "ayni-coffee-")), "book.journal");
  const pieces: string[] = [];
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "coffee"))) pieces.push(piece);
  });
  writeFileSync(file, pieces.join(""));
  expect(execFileSync("hledger", ["-f", file, "check", "--strict"], { encoding: "utf8" })).toBe("");
  const csv = execFileSync(
    "hledger",
    ["-f", file, "balance", "cur:USD", "-O", "csv", "--layout=bare", "--no-total", "--depth", "2"],
    { encoding: "utf8" },
  );
  const theirs = [...csv.matchAll(/^"[^"]*?:([a-z-]+)","USD","(-?[0-9.]+)"\r?$/gm)].map(([, account, figure = ""]) => [
    account,
    BigInt(figure.replace(".", "")),
  ]);
  const ours = await query(
    `select account, sum(amount)::bigint as sum from books.posting
      where book_id = $1 and commodity like 'money:USD%' group by account`,
  );
  expect(theirs.length).toBe(5);
  expect(new Map(theirs as [string, bigint][])).toEqual(new Map(ours.map(({ account, sum }) => [account, sum])));
  const total = [...own.values()].reduce((sum, one) => sum + one.value, 0n);
  expect(ours.find(({ account }) => account === "purchases")?.sum).toBe(total);
});

/** The certain lots of the two cleaned files, read apart from the import. */
async function certainLots() {
  const memory = lotMemory();
  const found = [];
  for (const path of lotFiles.slice(0, 2)) {
    const file = await readLots(createReadStream(path), memory);
    if (!file.ok) throw new Error(file.refusal.code);
    for await (const row of file.value.rows) {
      if (!("draft" in row) || !isCertain(row.draft)) continue;
      if (row.outcome === "questioned" && row.reason.code === "import.row-may-be-test") continue;
      found.push({ draft: row.draft });
    }
  }
  return found;
}
