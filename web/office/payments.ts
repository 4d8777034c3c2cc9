/** `/o/BOOK/payments`: whom do we pay now, how much, and is it there? */
import { decimalText, exactly, subtract } from "../../kernel/exact/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
import {
  type DueRow,
  paymentsPage as drawPayments,
  type MadeRow,
  type PaymentsProps,
} from "../../rooms/settlement/pages/payments.tsx";
import { findIn, listingOf, listPageOf } from "../desk/listed.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Money } from "../language/sums.ts";
import type { Page } from "../render.ts";
import { moneyAt, type PersonRow, personOf } from "./settling.ts";

/** What the view `payments.due` answers. */
type Due = PersonRow &
  Readonly<
    Record<
      "statement" | "settlement" | "title" | "number" | "currency" | "paid_in" | "to_hand" | "found" | "due",
      string
    >
  > &
  Readonly<Record<"place" | "pay_day" | "ordered", string | null>> & {
    readonly sums: readonly Readonly<Record<"currency" | "paid_in" | "to_hand", string>>[];
  };

/** What the view `payments.made` answers. */
type Made = PersonRow &
  Readonly<Record<"number" | "amount" | "currency" | "paid_in" | "paid_on", string>> & {
    readonly place: string | null;
    readonly our_number: string | null;
    readonly reference: string | null;
  };

/** The page of payments. */
export const paymentsPage: BookPage = {
  path: "/o/:book/payments",
  place: "payments",
  open: (at) => draw(at, at.words, null),
};
/** Pays what was ticked, or all of a settlement. */
export const paymentsForm: BookForm = { path: "/o/:book/payments", post: postPayments };

/** How the list is narrowed, as the view takes it. */
function askedIn(words: URLSearchParams): Readonly<Record<string, string>> {
  const [settlement, way, until] = [words.get("settlement") ?? "", words.get("way") ?? "", words.get("until") ?? ""];
  return {
    ...(isUuid(settlement) ? { settlement } : {}),
    ...(way === "cash" || way === "transfer" ? { paidIn: way } : {}),
    ...(day(until) === null ? {} : { until }),
  };
}

type Filled = NonNullable<PaymentsProps["pay"]>["filled"];

async function draw(at: PageAt, words: URLSearchParams, filled: Filled | null): Promise<Result<Page>> {
  const asked = askedIn(words);
  const q = (words.get("q") ?? "").trim().slice(0, 100);
  const listing = { q, skip: filled === null ? listingOf(at.request).skip : 0 };
  const { skip, found } = await findIn(at.ask, "payments.due", asked, listing);
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Due[];
  const [first] = rows;
  const made = await at.ask("payments.made", { limit: 20 });
  const hidden = ["settlement", "way", "until", "q"].flatMap((name) => {
    const value = words.get(name);
    return value ? [[name, value] as const] : [];
  });
  const mayPay = at.powers.has("pay");
  const sums = (ways: readonly string[]): readonly Money[] =>
    byCurrency(
      at,
      (first?.sums ?? []).filter((one) => ways.includes(one.paid_in)),
    );
  const fresh = new URLSearchParams([
    ["paidIn", "as-said"],
    ["on", at.today],
  ]);
  const boxes = await heldIn(at, "cash");
  const props: PaymentsProps = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    frame: at.frame("payments"),
    book: at.book,
    due: first?.due ?? "0",
    sums: sums(["cash", "transfer"]),
    cash: sums(["cash"]),
    transfer: sums(["transfer"]),
    boxes,
    short: boxes === null ? [] : shortOf(at, first?.sums ?? [], boxes),
    sheet: at.address("export/payments.due.csv", asked),
    bank: await heldIn(at, "bank"),
    rows: rows.map((row) => dueRow(row, at)),
    found: first?.found ?? "0",
    made: made.ok ? (made.value.rows as readonly Made[]).map((row) => madeRow(row, at)) : [],
    filter: {
      action: at.address("payments"),
      filled: { typed: words, wrong: [] },
      narrowed: hidden.length > 0,
    },
    settlements: await closedSettlements(at),
    pay: mayPay ? { act: at.newAct(), filled: filled ?? { typed: fresh, wrong: [] }, hidden } : null,
    payAll:
      mayPay && asked.settlement !== undefined && first !== undefined
        ? { act: at.newAct(), statements: first.due }
        : null,
    ordersHref: at.may("payment-orders.list") ? at.address("payments/orders") : null,
    bankHref: at.may("bank-entries.list") ? at.address("payments/bank") : null,
    cashHref: rows.some((row) => row.paid_in === "cash")
      ? at.address("payments/cash", Object.fromEntries(hidden.filter(([name]) => name !== "way")))
      : null,
    sheetHref: rows.some((row) => row.paid_in === "cash")
      ? at.address("payments/sheet", { ...Object.fromEntries(hidden), way: "cash" })
      : null,
  };
  return done(drawPayments(props, at.say));
}

/** What an account holds, by currency; null when the reader may not know. */
async function heldIn(at: PageAt, account: string): Promise<readonly Money[] | null> {
  if (!at.may("ledger.balances")) return null;
  const found = await at.ask("ledger.balances", { account });
  if (!found.ok) return null;
  const rows = found.value.rows as readonly { readonly commodity: string; readonly amount: string }[];
  return rows
    .filter(({ commodity }) => commodity.startsWith("money:"))
    .map(({ commodity, amount }) => {
      const currency = commodity.split(":")[1] ?? "";
      return { exact: moneyAt(at, currency, amount), currency };
    });
}

/** What is missing in the boxes for what is due in cash, by currency; nothing below zero. */
function shortOf(at: PageAt, sums: Due["sums"], boxes: readonly Money[]): readonly Money[] {
  return sums
    .filter((one) => one.paid_in === "cash")
    .map(({ currency, to_hand }) => {
      const held = exactly(boxes.find((one) => one.currency === currency)?.exact ?? "0");
      const missing = subtract(exactly(moneyAt(at, currency, to_hand)), held);
      return { exact: missing.numerator > 0n ? decimalText(missing) : "0", currency };
    });
}

/** Sums of grains by currency, two ways of paying together. */
function byCurrency(at: PageAt, sums: readonly Readonly<Record<"currency" | "to_hand", string>>[]): readonly Money[] {
  const all = new Map<string, bigint>();
  for (const { currency, to_hand } of sums) all.set(currency, (all.get(currency) ?? 0n) + BigInt(to_hand));
  return [...all].map(([currency, grains]) => ({ exact: moneyAt(at, currency, `${grains}`), currency }));
}

async function closedSettlements(at: PageAt) {
  const found = at.may("settlements.list") ? await at.ask("settlements.list", { stage: "closed", limit: 100 }) : null;
  const rows = (found?.ok ? found.value.rows : []) as readonly {
    readonly settlement: string;
    readonly title: string;
  }[];
  return rows.map(({ settlement, title }) => ({ value: settlement, says: title }));
}

const dueRow = (row: Due, at: PageAt): DueRow => ({
  ...personOf(row),
  statement: row.statement,
  paper: row.number,
  href: at.address(`statements/${encodeURIComponent(row.number)}`),
  settlement: row.title,
  way: row.paid_in === "transfer" ? "transfer" : "cash",
  place: row.place,
  day: row.pay_day,
  ordered: row.ordered,
  currency: row.currency,
  toHand: moneyAt(at, row.currency, row.to_hand),
});

const madeRow = (row: Made, at: PageAt): MadeRow => ({
  ...personOf(row),
  paper: row.number,
  href: at.address(`statements/${encodeURIComponent(row.number)}`),
  on: row.paid_on,
  way: row.paid_in,
  place: row.place,
  found: [row.our_number, row.reference].filter((one) => one !== null).join(" · ") || null,
  currency: row.currency,
  amount: moneyAt(at, row.currency, row.amount),
});

async function postPayments(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const on = form.readDay("on");
  const again = (wrong: readonly Refusal[]) => draw(at, form.typed, { typed: form.typed, wrong });
  if (on === null) return again(form.wrong);
  if (form.text("do") === "all") return payAll(at, on, again);
  const ticked = new Set(form.all("pay"));
  if (ticked.size === 0) return again([refused("payments.nothing-ticked").refusal]);
  const said = form.text("paidIn");
  // Asked for by their ids, not by the page they stood on: meanwhile others may have been paid.
  const asked = askedIn(form.typed);
  let asks = 0;
  let paid = 0;
  for (let skip = 0; ticked.size > 0; skip += 1000) {
    const found = await at.ask("payments.due", { ...asked, limit: 1000, skip });
    const rows = found.ok ? (found.value.rows as readonly Due[]) : [];
    for (const row of rows.filter((one) => ticked.delete(one.statement))) {
      const paidIn = said === "cash" || said === "transfer" ? said : row.paid_in;
      const place = form.text("place") || (paidIn === "cash" ? (row.place ?? "") : "");
      const spoken = await at.speak("payment.make", {
        payment: at.idOf(`payment ${row.statement}`),
        statement: row.statement,
        amount: row.to_hand,
        currency: row.currency,
        paidIn,
        on,
        ...(place === "" ? {} : { place }),
      });
      if (spoken.outcome === "refused") return again(spoken.refusals);
      paid += 1;
      asks += spoken.questions.length;
    }
    if (rows.length < 1000) break;
  }
  return done({ goTo: at.address("payments", asked), told: toldOf(paid, asks) });
}

/** What is told of payments that were said: nothing left to pay is told too. */
const toldOf = (paid: number, asks: number): string =>
  paid === 0 ? "paid-before" : asks > 0 ? "kept-with-questions" : "paid";

async function payAll(
  at: FormAt,
  on: string,
  again: (wrong: readonly Refusal[]) => Promise<Result<Page>>,
): Promise<Result<Page | GoTo>> {
  const settlement = at.form.readId("settlement");
  if (settlement === null) return again(at.form.wrong);
  const paidIn = at.form.text("allIn") === "transfer" ? "transfer" : "cash";
  const except = await orderedIn(at, settlement);
  const spoken = await at.speak("settlement.pay", { settlement, paidIn, on, ...(except.length > 0 ? { except } : {}) });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address("payments"), told: spoken.questions.length > 0 ? "kept-with-questions" : "paid" });
}

/** Statements of a settlement that wait for the bank: paying all of it leaves them alone. */
async function orderedIn(at: FormAt, settlement: string): Promise<readonly string[]> {
  const ordered: string[] = [];
  for (let skip = 0; ; skip += 1000) {
    const found = await at.ask("payments.due", { settlement, limit: 1000, skip });
    const rows = found.ok ? (found.value.rows as readonly Due[]) : [];
    ordered.push(...rows.filter((one) => one.ordered !== null).map((one) => one.statement));
    if (rows.length < 1000) return ordered;
  }
}
