/** Another accounting program judges our ledger: hledger reads the journal of a settled season and finds the same sums. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chartAccounts } from "../exchange/journal/accounts.ts";
import { amountWritten, writtenOf } from "../exchange/journal/amounts.ts";
import { journalText } from "../exchange/journal/journal.ts";
import { idOf, marta, testBook } from "../rooms/book/testing.ts";
import { PostgresBooks } from "../scenarios/book/book-on-postgres.ts";
import { seven, untilTheScale } from "../scenarios/stories/seven-sacks.ts";
import type { Teller } from "../scenarios/stories/teller.ts";
import { inTransaction } from "../store/connection/pools.ts";
import { ledgerOf } from "./ledger-source.ts";

let books: PostgresBooks;
let file: string;

/** Tells the story of the seven sacks to PostgreSQL. */
function tellerOf(to: PostgresBooks): Teller {
  let spoken = 0;
  return {
    name: "PostgreSQL",
    day: (day) => {
      to.now = `${day}T15:00:00.000Z`;
    },
    say: async (kind, says, beside = []) => {
      spoken += 1;
      const through = { way: "seat", seat: marta.seat, at: to.now };
      const body = {
        id: idOf(`journal act ${spoken}`),
        book: testBook,
        kind,
        version: 1,
        by: marta.agent,
        through,
        says,
      };
      const [answer] = await to.writers.take(testBook, "story", [{ body: JSON.stringify(body), beside: [...beside] }]);
      if (answer === undefined || !("outcome" in answer)) throw new Error("not answered");
      const codes = "refusals" in answer ? answer.refusals.map((one) => one.code) : [];
      return { outcome: answer.outcome, codes };
    },
    paper: async () => null,
    balance: async () => 0n,
    end: () => to.database.drop(),
  };
}

beforeAll(async () => {
  books = await PostgresBooks.open();
  const teller = tellerOf(books);
  teller.day("2026-01-02");
  await untilTheScale(teller);
  const { settlement, season, statement, member, delivery } = seven;
  const told = async (kind: string, says: unknown) => {
    const { outcome, codes } = await teller.say(kind, says);
    expect([outcome, codes], kind).toEqual([expect.stringMatching(/^done/), []]);
  };
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  await told("settlement.draft", { settlement, season, title: "16 de septiembre", paidIn: "cash", statements });
  await told("settlement.review", { settlement, seen: { net: "2940786" } });
  await told("settlement.close", { settlement });
  // Soles with céntimos, a strange place, a hand-over that is taken back, and a day that was closed before it was told.
  await told("advance.give", {
    ...{
      advance: idOf("soles"),
      agent: member,
      amount: "100.05",
      currency: "PEN",
      day: "2026-09-16",
      mode: "cash",
      receipt: "A-1",
    },
  });
  await told("accounting-day.close", { until: "2026-09-10" });
  const bags = [{ gross_g: "10001", tare_g: "0", container: "bag", count: 1 }];
  const late = {
    delivery: idOf("late"),
    member,
    product: "coffee-parchment",
    place: "La  Peña: abajo; 2%",
    on: "2026-09-09",
    receipt: "R-9",
    bags,
    measurements: [],
  };
  await told("delivery.receive", late);
  await told("delivery.receive", { ...late, delivery: idOf("mistaken"), receipt: "R-10" });
  await told("delivery.void", { delivery: idOf("mistaken"), reason: "told twice", on: "2026-09-16" });
  file = join(mkdtempSync(join(tmpdir(), "ayni-journal-")), "book.journal");
  const pieces: string[] = [];
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "La Esperanza"))) pieces.push(piece);
  });
  writeFileSync(file, pieces.join(""));
});
afterAll(() => books.database.drop());

const hledger = (...words: string[]) => execFileSync("hledger", ["-f", file, ...words], { encoding: "utf8" });

test("hledger takes every account, commodity and sum, strictly [exchange.journal]", () => {
  expect(hledger("check", "--strict")).toBe("");
});

test("hledger's balances equal ours, account by account and commodity by commodity, to the gram and the cent", async () => {
  const csv = hledger("balance", "-O", "csv", "--layout=bare", "--no-total", "--empty", "--depth", "2");
  const theirs = csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map((cell) => (cell[1] ?? "").replaceAll('""', '"')));
  const { rows } = await books.database
    .connect("keeper")
    .query(
      "select account, commodity, sum(amount)::bigint as sum from ayni.posting where book_id = $1 group by account, commodity",
      [testBook],
    );
  const ours = new Map<string, string>();
  for (const { account, commodity, sum } of rows) {
    if (sum === 0n) continue;
    const name = chartAccounts().find((one) => one.name.endsWith(`:${account}`))?.name;
    const written = amountWritten(sum, writtenOf(commodity));
    const space = written.indexOf(" ");
    ours.set(`${name} ${written.slice(space + 1).replaceAll('"', "")}`, written.slice(0, space));
  }
  expect(ours.size).toBeGreaterThan(8);
  const found = theirs
    .filter(([, , figure]) => !/^-?0(\.0+)?$/.test(figure ?? "0"))
    .map(([name, symbol, figure]) => [`${name} ${symbol?.replaceAll('"', "")}`, figure] as const);
  expect(new Map(found)).toEqual(ours);
});

test("the producer is named by number, the reversal points at what it undoes, and no name leaves the house", () => {
  const text = hledger("print");
  expect(text).toContain("of 0131");
  expect(text).not.toContain("Amparo");
  expect(text).toMatch(/reverses:\s*\d+\.0/);
  expect(text).toContain("happened:2026-09-09");
});
