/** Worked example 2 on PostgreSQL: the pool is decided and paid out, the book proves itself, and hledger finds the residue. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { marta, now, testBook } from "../../rooms/book/testing.ts";
import { containerBook, thePool } from "../../rooms/settlement/pool-testing.ts";
import { rosa, told } from "../../rooms/settlement/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { openReader } from "../../store/reader/ask.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(() => books.database.drop());

test("a pool from its papers to the second payments: verified, read by its views, and added up by hledger [pool.proved]", async () => {
  const memory = containerBook();
  const before = memory.said.length;
  told(memory, "pool.decide", { pool: thePool });
  told(memory, "pool.pay-out", { pool: thePool, paidIn: "transfer" });
  const views = allViews;
  const reader = openReader(books.database.connect("app"), { views, standing: lookingOn, now: () => Date.parse(now) });
  const ask = async (name: string, asked: Readonly<Record<string, unknown>>) => {
    const answer = await reader.ask({ book: testBook, seat: marta.seat, agent: marta.agent }, name, asked);
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`);
    return answer.value.rows;
  };
  for (const [at, { sent, received }] of memory.said.entries()) {
    if (at === before)
      expect(await ask("pool.one", { pool: thePool })).toMatchObject([
        { grams: "24967110", first_paid: "36451981", people: "2", unsettled: "0" },
      ]);
    books.now = received;
    const [answer] = await books.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  expect((await books.verify(testBook)).problems).toEqual([]);

  expect(await ask("pools.list", {})).toMatchObject([{ stage: "paid-out", totals: { residue: "141" } }]);
  expect(await ask("pool.one", { pool: thePool })).toMatchObject([{ grams: "0", people: "0" }]);
  const lines = await ask("pool.lines", { pool: thePool });
  expect(lines).toMatchObject([
    { member_number: "31", grams: "1240500", first_paid: "1811130", amount: "111000", owed: "111000" },
    { member_number: "32", grams: "23726610", amount: "2123057", owed: "2123057" },
  ]);
  const number = String(lines[0]?.number);
  expect(await ask("second-payment.one", { number })).toMatchObject([{ number, name: "Rosa Quispe" }]);
  // It stands among one's own statements, like any other.
  expect((await ask("statements.list", { agent: rosa.agent })).map((one) => one.number)).toContain(number);
  const due = await ask("payments.due", {});
  expect(due.filter((one) => String(one.number).startsWith("S-")).map((one) => one.to_hand)).toContain("111000");

  let journal = "";
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "pools"))) journal += piece;
  });
  const hledger = spawnSync(
    "hledger",
    ["-f", "-", "--strict", "balance", "liabilities", "-N", "--flat", "--depth", "2"],
    {
      input: journal,
      encoding: "utf8",
    },
  );
  expect(hledger.status, hledger.stderr).toBe(0);
  // What went in is what was paid first, the costs, the second payments, the reserve — and the residue that is left.
  expect(hledger.stdout).toMatch(/-1\.41 PEN {2}liabilities:pool/);
  expect(hledger.stdout).toMatch(/-5585\.49 PEN {2}liabilities:stabilisation-reserve/);
  expect(hledger.stdout).toMatch(/-29701\.22 PEN {2}liabilities:premium-fund/);
});
