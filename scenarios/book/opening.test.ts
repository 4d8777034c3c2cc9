/** A book that begins with balances, on PostgreSQL: it proves itself, and hledger adds it up to the same sums. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { rosa } from "../../rooms/people/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { PostgresBooks } from "./book-on-postgres.ts";

let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(() => books.database.drop());

let spoken = 0;
async function say(kind: string, says: object) {
  spoken += 1;
  const through = { way: "seat", seat: marta.seat, at: books.now };
  const body = { id: idOf(`opening ${spoken}`), book: testBook, kind, version: 1, by: marta.agent, through, says };
  const [answer] = await books.say(testBook, [body]);
  expect(answer?.outcome, JSON.stringify(answer)).toBe("done");
}

test("balances, stock, serial, cash and a hand-over of the past: verified, and kept once [opening.proved]", async () => {
  await say("book.open", { settings: testSettings, founder: marta });
  await say("organisation.register", { agent: testSettings.organisation, name: "La Esperanza", form: "cooperative" });
  await say("person.register", { agent: rosa.agent });
  const membership = { tie: rosa.tie, from: rosa.agent, to: testSettings.organisation, kind: "membership" };
  await say("tie.begin", { ...membership, number: "31", since: "2019-03-01" });
  const member = {
    agent: rosa.agent,
    on: "2026-10-31",
    currency: "COP",
    shares: "350000",
    advances: [{ advance: idOf("a"), owed: "80000", given: "2026-08-20" }],
    credits: [
      {
        credit: idOf("c"),
        principal: "200000",
        interest: "9000",
        ratePerMonth: "1.5",
        start: "2026-07-15",
        due: "2026-12-31",
      },
    ],
    owed: { statement: idOf("s"), amount: "64500" },
  };
  await say("opening.member", member);
  await say("opening.member", member);
  await say("opening.stock", { product: "coffee-parchment", place: "point-2", grams: "1250000", on: "2026-10-31" });
  await say("opening.serial", { papers: "receipt", of: "point-2", last: "1041", on: "2026-10-31" });
  await say("opening.cash", { account: "bank", amount: "785000", currency: "COP", on: "2026-10-31" });
  const bags = [{ gross_g: "50000", tare_g: "0", container: "sack", count: 1 }];
  const past = { delivery: idOf("old"), member: rosa.agent, product: "coffee-parchment", place: "point-2", bags };
  await say("delivery.record-past", { ...past, on: "2024-10-02", settled: { paid: "400000", currency: "COP" } });
  const report = await books.verify(testBook);
  expect(report.problems).toEqual([]);

  let journal = "";
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "opening"))) journal += piece;
  });
  const hledger = spawnSync(
    "hledger",
    ["-f", "-", "--strict", "balance", "-N", "--flat", "equity:opening", "assets:bank"],
    {
      input: journal,
      encoding: "utf8",
    },
  );
  expect(hledger.status, hledger.stderr).toBe(0);
  expect(hledger.stdout).toMatch(/785000 COP {2}assets:bank/);
  expect(hledger.stdout).toMatch(/134500 COP {2}equity:opening:of 31/);
});
