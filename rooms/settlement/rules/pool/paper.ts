/**
 * What the paper "second-payment" keeps, for ever: values, never words and never a person's name. Amounts are whole line grains as
 * integer text, weights whole grams, the rate decimal text per kilo. Objects are written in the order of their names.
 */
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";

/** One thing of an earlier pool: which hand-over or correction, of how many grams more or less, at which rate, and what it comes to. */
export type CarriedInPaper = {
  readonly amount: string;
  readonly delivery: string;
  readonly document: string;
  readonly grams: string;
  readonly pool: string;
  readonly rate: string;
};

/** The content of one paper of a second payment. */
export type SecondPaymentContent = {
  readonly agent: { readonly id: string; readonly memberNumber: string | null };
  readonly amount: string;
  readonly book: string;
  /** What it makes good of earlier pools, or takes back; absent where nothing is. */
  readonly carried?: readonly CarriedInPaper[];
  readonly currency: string;
  readonly decidedBy: string;
  readonly deliveries: number;
  readonly first: string;
  readonly form: "second-payment/1";
  readonly grain: { readonly cash: string; readonly line: string };
  readonly grams: string;
  readonly issued: string;
  readonly number: string;
  readonly organisation: string;
  readonly paid: string;
  readonly paidIn: "cash" | "transfer";
  readonly payDay: string | null;
  readonly place: string | null;
  readonly pool: { readonly id: string; readonly title: string };
  readonly rate: string;
  readonly rounding: string;
  /** What of the whole pool: its surplus, the percent of it, and the kilos of everybody. */
  readonly whole: {
    readonly base: string;
    readonly percent: string;
    readonly surplus: string;
    readonly toMembers: string;
  };
};

/** "S-2026-000001": the number of a second payment, counted by year. */
export const secondPaymentNumber = (year: string, after: bigint): string =>
  `S-${year}-${(after + 1n).toString().padStart(6, "0")}`;

type Heading = Pick<
  SecondPaymentContent,
  "agent" | "book" | "issued" | "number" | "organisation" | "paidIn" | "payDay" | "place" | "decidedBy"
> & {
  readonly pool: SecondPaymentContent["pool"];
  readonly percent: string;
  readonly grain: CurrencyGrain;
  readonly paid: bigint;
  readonly carried: readonly CarriedInPaper[];
};
type Line = {
  readonly grams: bigint;
  readonly deliveries: number;
  readonly first_paid: bigint;
  readonly amount: bigint;
};

/** The content of one member's paper; `totals` are the figures that the decision kept. */
export const secondPaymentContent = (
  line: Line,
  heading: Heading,
  totals: Readonly<Record<string, string>>,
): SecondPaymentContent => ({
  agent: { id: heading.agent.id, memberNumber: heading.agent.memberNumber },
  amount: `${line.amount}`,
  book: heading.book,
  ...(heading.carried.length === 0 ? {} : { carried: heading.carried }),
  currency: heading.grain.currency,
  decidedBy: heading.decidedBy,
  deliveries: line.deliveries,
  first: `${line.first_paid}`,
  form: "second-payment/1",
  grain: { cash: heading.grain.cash, line: heading.grain.line },
  grams: `${line.grams}`,
  issued: heading.issued,
  number: heading.number,
  organisation: heading.organisation,
  paid: `${heading.paid}`,
  paidIn: heading.paidIn,
  payDay: heading.payDay,
  place: heading.place,
  pool: { id: heading.pool.id, title: heading.pool.title },
  rate: totals.rate ?? "0",
  rounding: totals.rounding ?? "half-up",
  whole: {
    base: totals.base ?? "0",
    percent: heading.percent,
    surplus: totals.surplus ?? "0",
    toMembers: totals.toMembers ?? "0",
  },
});
