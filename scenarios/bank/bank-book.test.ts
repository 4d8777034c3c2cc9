/** What the bank said on PostgreSQL: told by acts as in memory, read by the views of the page, and proved by the book itself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { letIn, orderedBook, ourNumber, paymentsIn } from "../../exchange/bank/answers/testing/bank-book.ts";
import { camtOf, type EntrySaid } from "../../exchange/bank/answers/testing/camt.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { marta, now, testBook } from "../../rooms/book/testing.ts";
import { openReader } from "../../store/reader/ask.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(() => books.database.drop());

test("payments, a return, a charge and a sale: kept, read by the views, the two balances differ by what waits, and verified [bank.proved]", async () => {
  const memory = orderedBook();
  const [first, second] = paymentsIn(memory);
  if (first === undefined || second === undefined) throw new Error("payments are ordered");
  const of = (amount: bigint, endToEnd: string, more: Partial<EntrySaid> = {}): EntrySaid => ({
    ...{ amount: `${amount}.00`, on: "2026-11-18", details: [{ amount: `${amount}.00`, endToEnd }], ...more },
  });
  const back = { amount: `${second.amount}.00`, endToEnd: second.number, returned: { code: "MD07" } };
  const closing = 5_000_000n - first.amount - 2_500n;
  const text = camtOf([
    {
      ...{ account: ourNumber, currency: "COP", from: "2026-11-18", until: "2026-11-19", opening: "0" },
      closing: `${closing}.00`,
      entries: [
        of(first.amount, first.number),
        of(second.amount, second.number),
        of(second.amount, second.number, { on: "2026-11-19", direction: "in", details: [back] }),
        { amount: "2500.00", on: "2026-11-19", code: ["ACMT", "MDOP", "CHRG"] },
        { amount: "5000000.00", on: "2026-11-19", direction: "in" },
      ],
    },
  ]);
  await letIn(memory, text);
  await letIn(memory, text);
  for (const { sent, received } of memory.said) {
    books.now = received;
    const [answer] = await books.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^(done|known)/) });
  }
  const reader = openReader(books.database.connect("app"), {
    views: allViews,
    standing: lookingOn,
    now: () => Date.parse(now),
  });
  const ask = async (name: string, asked: Readonly<Record<string, unknown>> = {}) => {
    const answer = await reader.ask({ book: testBook, seat: marta.seat, agent: marta.agent }, name, asked);
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`);
    return answer.value.rows;
  };
  expect(await ask("bank-files.list")).toMatchObject([
    { closing: `${closing}`, ledger: `${closing - 5_000_000n}`, waiting_in: "5000000", waiting_out: "0", waiting: "1" },
  ]);
  expect((await ask("bank-entries.list", { state: "waiting" })).map((one) => one.because)).toEqual(["incoming"]);
  expect(await ask("bank-entries.list", { state: "placed" })).toHaveLength(4);
  const answered = await ask("payments.answered", { numbers: [first.number, second.number].join(",") });
  expect(Object.fromEntries(answered.map((one) => [one.number, [one.state, one.way]]))).toEqual({
    [first.number]: ["paid", "number"],
    [second.number]: ["returned", "number"],
  });
  expect(await ask("payments.answered", { amounts: `${first.amount}` })).toMatchObject([{ number: first.number }]);
  expect((await books.verify(testBook)).problems).toEqual([]);
});
