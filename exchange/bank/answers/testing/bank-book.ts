/** A book in memory with orders at a bank, and how the bank's files are let into it, for tests. */
import type { AnyRow } from "../../../../kernel/act/record.ts";
import { idOf, type TestBook } from "../../../../rooms/book/testing.ts";
import { julian, orderBook, ours, rosa, told } from "../../../../rooms/settlement/order-testing.ts";
import type { AnsweredPayment, OrderedPayment } from "../../../../rooms/settlement/rules/bank/matching.ts";
import type { Movement } from "../../../../rooms/settlement/rules/bank/movement.ts";
import { draftOf, handOver, statementOf } from "../../../../rooms/settlement/testing.ts";
import { type BookSays, bankActs, tryStatement } from "../acts.ts";
import { readCamt } from "../camt.ts";
import { convert, type Told } from "../movements.ts";

export const grain = { currency: "COP", line: "1", cash: "50" };
/** The number of our account, as `orderBook` states it. */
export const ourNumber = "55500012345";

/** Rows of a table as the book wrote them, in order. */
export const rowsOf = (book: TestBook, table: string): readonly AnyRow[] =>
  book.history.flatMap((one) =>
    one.follows.records.filter(({ record }) => record.table === table).map(({ row }) => row),
  );

/**
 * Four settlements of Rosa and Julián, eight statements, all ordered on 17 November. When the last is settled both have paid the year's
 * capital, so that they are owed the same, 483,300 pesos: by amount alone nobody can tell whose a payment is.
 */
export function orderedBook(): TestBook {
  const book = orderBook();
  for (const [name, grams] of [
    ["second", 70_000n],
    ["third", 70_000n],
    ["fourth", 60_000n],
  ] as const) {
    handOver(book, `${name} A`, grams + (name === "second" ? 1_000n : 0n));
    handOver(book, `${name} B`, grams, julian.agent);
    const draft = draftOf(name, [rosa.agent, `${name} A`], [julian.agent, `${name} B`]);
    told(book, "settlement.draft", { ...draft, paidIn: "transfer" });
    told(book, "settlement.review", { settlement: idOf(name) });
    told(book, "settlement.close", { settlement: idOf(name) });
  }
  const statements = ["first", "second", "third", "fourth"].flatMap((name) =>
    [rosa, julian].map(({ agent }) => statementOf(name, agent)),
  );
  told(book, "payment-order.make", {
    order: idOf("order"),
    account: ours,
    layout: "pain.001.001.09/1",
    on: "2026-11-17",
    statements,
  });
  return book;
}

const stageOf = (book: TestBook, payment: unknown): AnyRow | undefined =>
  rowsOf(book, "order_payment_stage").findLast((one) => one.payment === payment);

/** Every payment of the order with its state. */
export const paymentsIn = (book: TestBook): readonly (OrderedPayment & { readonly state: string })[] =>
  rowsOf(book, "order_payment").map((one) => ({
    payment: one.payment as string,
    statement: one.statement as string,
    number: one.number as string,
    order: rowsOf(book, "payment_order").find(({ payment_order: id }) => id === one.payment_order)?.number as string,
    account: ours,
    amount: one.amount as bigint,
    currency: "COP",
    day: "2026-11-17",
    state: stageOf(book, one.payment)?.stage as string,
  }));

/** What the book knows when a file comes, from its own rows. */
export function bookSays(book: TestBook): BookSays {
  const payments = paymentsIn(book);
  const entries = rowsOf(book, "bank_entry");
  const placings = rowsOf(book, "bank_placing");
  const placed = new Set(placings.map((one) => one.entry));
  const answered = payments.filter(({ state }) => state !== "ordered");
  return {
    book: book.book,
    ordered: payments.filter(({ state }) => state === "ordered"),
    answered: new Map(answered.map((one) => [one.number, answeredOf(book, one)])),
    kept: entries.map((one) => ({
      entry: one.entry as string,
      account: one.account as string,
      nature: one.nature as Movement["nature"],
      amount: one.amount as string,
      on: one.on_day as string,
      isLeft: !placed.has(one.entry),
    })),
    waiting: entries
      .filter((one) => one.nature === "return" && one.number !== null && !placed.has(one.entry))
      .map(movementOf),
  };
}

/** The kind of movement that tells each state. */
const natureOf: Readonly<Record<string, string>> = { paid: "payment", returned: "return", failed: "rejection" };

function answeredOf(book: TestBook, one: OrderedPayment & { readonly state: string }): AnsweredPayment {
  const stage = stageOf(book, one.payment);
  const nature = natureOf[one.state];
  const natured = new Set(
    rowsOf(book, "bank_entry")
      .filter((each) => each.nature === nature)
      .map(({ entry }) => entry),
  );
  const match = rowsOf(book, "bank_match").find(({ number, entry }) => number === one.number && natured.has(entry));
  const placing = rowsOf(book, "bank_placing").find(({ entry }) => entry === match?.entry);
  return {
    ...{ payment: one.payment, number: one.number, state: one.state, amount: one.amount, on: stage?.on_day as string },
    ...{ reference: stage?.reference as string | null, entry: (match?.entry ?? null) as string | null },
    way: (placing?.way ?? null) as string | null,
  };
}

const movementOf = (one: AnyRow): Movement => ({
  ...{ entry: one.entry as string, account: one.account as string, nature: one.nature as Movement["nature"] },
  ...{ amount: one.amount as string, grains: BigInt(one.amount as string), currency: "COP", on: one.on_day as string },
  ...{
    number: one.number as string | null,
    order: null,
    reference: one.reference as string | null,
    reason: one.reason as string | null,
  },
});

/** Lets a file in, and gives back its movements with what became of each. */
export async function letIn(book: TestBook, text: string): Promise<readonly (Told & { readonly became: string })[]> {
  const read = await readCamt([new TextEncoder().encode(text)]);
  if (!read.ok) throw new Error(read.refusal.code);
  const [raw] = read.value;
  if (raw === undefined) throw new Error("no statement");
  const converted = convert(raw.movements, { book: book.book, account: ours, grain });
  const tried = tryStatement(converted, bookSays(book));
  const file = { digest: "0".repeat(64), account: ours, at: 0 };
  for (const { id, kind, says } of bankActs(book.book, file, raw, tried, "COP")) {
    const answer = book.speak(kind, says, { id });
    if (answer.outcome === "kept, not yet understood") throw new Error(`${kind}: ${JSON.stringify(answer.because)}`);
  }
  return tried.outcomes.map((one) => ({ ...one, became: becameOf(one.placement) }));
}

const becameOf = (placement: ReturnType<typeof tryStatement>["outcomes"][number]["placement"]): string => {
  if (placement === null) return "known";
  if (placement.as === "left") return `left: ${placement.because}`;
  return "way" in placement ? `${placement.as} by ${placement.way}` : placement.as;
};
