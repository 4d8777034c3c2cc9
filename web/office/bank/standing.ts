/** What the book knows when a bank's file comes: what is ordered, what was answered, and which movements it has. */
import type { BookSays } from "../../../exchange/bank/answers/acts.ts";
import { type Amount, amountFromText, grainIn } from "../../../kernel/money/index.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import type { AnsweredPayment, KeptMovement, OrderedPayment } from "../../../rooms/settlement/rules/bank/matching.ts";
import type { Movement, Nature } from "../../../rooms/settlement/rules/bank/movement.ts";
import type { PageAt } from "../../desk/page.ts";

type Texts<Names extends string> = Readonly<Record<Names, string>>;
type Maybe<Names extends string> = Readonly<Record<Names, string | null>>;

/** What the view `payments.ordered` answers. */
export type OrderedRow = Texts<"payment" | "statement" | "statement_number" | "number" | "order_number" | "account"> &
  Texts<"amount" | "currency" | "line_grain" | "execution_day"> &
  Maybe<"member_number" | "name" | "erased">;

/** What the view `payments.answered` answers. */
export type AnsweredRow = Texts<
  "payment" | "statement" | "statement_number" | "number" | "amount" | "currency" | "state" | "on"
> &
  Maybe<"reference" | "entry" | "way">;

/** What the view `bank-entries.list` answers. */
export type EntryRow = Texts<"entry" | "account" | "nature" | "amount" | "currency" | "on" | "found"> &
  Maybe<
    | "number"
    | "order"
    | "reference"
    | "reason"
    | "because"
    | "placed_as"
    | "way"
    | "note"
    | "placed_on"
    | "by_name"
    | "numbers"
  >;

const atOnce = 10_000;
/** Numbers asked for in one question. */
const numbersAtOnce = 1_000;

/** Every row of a view that is asked in pages. */
async function allRows<Row>(
  at: PageAt,
  view: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<Result<readonly Row[]>> {
  const rows: Row[] = [];
  for (;;) {
    const found = await at.ask(view, { ...asked, limit: atOnce, skip: rows.length });
    if (!found.ok) return found;
    rows.push(...(found.value.rows as readonly Row[]));
    if (found.value.rows.length < atOnce) return done(rows);
  }
}

/** Every payment that waits for the bank. */
export const orderedRows = (at: PageAt): Promise<Result<readonly OrderedRow[]>> => allRows(at, "payments.ordered", {});

/** Payments that were answered, by their numbers or by amounts in whole line grains. */
export async function answeredRows(
  at: PageAt,
  numbers: readonly string[],
  amounts: readonly string[] = [],
): Promise<Result<readonly AnsweredRow[]>> {
  const rows: AnsweredRow[] = [];
  const ask = async (asked: Readonly<Record<string, string>>) => {
    const found = await at.ask("payments.answered", { ...asked, limit: atOnce });
    if (found.ok) rows.push(...(found.value.rows as readonly AnsweredRow[]));
    return found;
  };
  for (let from = 0; from < numbers.length; from += numbersAtOnce) {
    const found = await ask({ numbers: numbers.slice(from, from + numbersAtOnce).join(",") });
    if (!found.ok) return found;
  }
  for (let from = 0; from < amounts.length; from += numbersAtOnce) {
    const found = await ask({ amounts: amounts.slice(from, from + numbersAtOnce).join(",") });
    if (!found.ok) return found;
  }
  return done(rows);
}

/** All that the book says to movements of a file. */
export async function bookSays(at: PageAt, movements: readonly Movement[]): Promise<Result<BookSays>> {
  const days = movements.map((one) => one.on).sort();
  const within = days.length === 0 ? {} : { from: days[0], until: days.at(-1) };
  const [kept, waiting, ordered] = [
    await allRows<EntryRow>(at, "bank-entries.list", within),
    await allRows<EntryRow>(at, "bank-entries.list", { state: "waiting" }),
    await orderedRows(at),
  ];
  if (!kept.ok) return kept;
  if (!waiting.ok) return waiting;
  if (!ordered.ok) return ordered;
  const late = waiting.value
    .filter((one) => one.nature === "return" && one.number !== null)
    .map((one) => movementOf(one, at));
  const numbers = [...new Set([...movements, ...late].flatMap((one) => one.number ?? []))];
  const silent = movements.filter((one) => one.nature === "return" && one.number === null && one.grains !== null);
  const answered = await answeredRows(at, numbers, [...new Set(silent.map((one) => `${one.grains}`))]);
  if (!answered.ok) return answered;
  const have = new Map([...kept.value, ...waiting.value].map((one) => [one.entry, keptOf(one)]));
  return done({
    book: at.book,
    ordered: ordered.value.map(orderedOf),
    answered: new Map(answered.value.map((one) => [one.number, answeredOf(one)])),
    kept: [...have.values()],
    waiting: late,
  });
}

const orderedOf = (row: OrderedRow): OrderedPayment => ({
  ...{ payment: row.payment, statement: row.statement, number: row.number, order: row.order_number },
  ...{ account: row.account, amount: BigInt(row.amount), currency: row.currency, day: row.execution_day },
});

const answeredOf = (row: AnsweredRow): AnsweredPayment => ({ ...row, amount: BigInt(row.amount) });

const keptOf = ({ entry, account, nature, amount, on, placed_as }: EntryRow): KeptMovement => ({
  ...{ entry, account, nature: nature as Nature, amount, on, isLeft: placed_as === null },
});

/** A kept movement as the rules look at one. */
export function movementOf(row: EntryRow, { settings }: Pick<PageAt, "settings">): Movement {
  const grain = grainIn(settings, row.currency);
  const grains: Amount | null = grain === null ? null : amountFromText(row.amount, grain);
  return {
    ...{ entry: row.entry, account: row.account, nature: row.nature as Nature, amount: row.amount, grains },
    ...{
      currency: row.currency,
      on: row.on,
      number: row.number,
      order: row.order,
      reference: row.reference,
      reason: row.reason,
    },
  };
}
