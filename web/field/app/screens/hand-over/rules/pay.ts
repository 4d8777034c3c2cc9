/** Paying a hand-over from the float: the statement by the book's own rules, the notes to count out, and what is left in the box. */

import {
  compare,
  decimal,
  divide,
  exactly,
  multiply,
  ratio,
  ratioText,
  subtract,
} from "../../../../../../kernel/exact/index.ts";
import { type Amount, amountText, type CurrencyGrain } from "../../../../../../kernel/money/index.ts";
import type { StatementContent } from "../../../../../../rooms/settlement/content.ts";
import type { Preview } from "../../../ports.ts";

/** Ids of one payment: made once and kept while it is open, so that saying it twice is saying it once. */
export type PaymentIds = { readonly settlement: string; readonly statement: string; readonly payment: string };

/** What `settlement.on-the-spot` is said about. */
export type Payable = {
  readonly ids: PaymentIds;
  readonly season: string;
  readonly agent: string;
  readonly delivery: string;
  readonly currency: string;
  readonly place: string;
  readonly on: string;
};

/** The act, with what was handed over and what the slip showed, in whole line grains. */
export const payingSays = ({ ids, ...about }: Payable, paid: string, shownNet: string | null) => ({
  ...ids,
  season: about.season,
  agent: about.agent,
  delivery: about.delivery,
  paid,
  ...(shownNet === null ? {} : { shownNet }),
  currency: about.currency,
  place: about.place,
  on: about.on,
});

/** The statement that a trial of the act made; null, with the code of what stands in its way, when none can be made. */
export function statementIn(preview: Preview): { readonly content: StatementContent | null; readonly because: string } {
  if (!("folded" in preview)) return { content: null, because: "settlement.spot-not-computed" };
  const { papers, questions } = preview.folded.follows;
  const paper = papers.find((one) => one.kind === "statement");
  if (paper !== undefined) return { content: JSON.parse(paper.content) as StatementContent, because: "" };
  const asked = questions.find((one) => one.code === "settlement.spot-not-computed") ?? questions[0];
  return { content: null, because: String(asked?.facts.because ?? asked?.code ?? "settlement.spot-not-computed") };
}

/** Whole line grains of a statement as decimal text of its currency. */
export const moneyText = (grains: string, { currency, grain }: Pick<StatementContent, "currency" | "grain">): string =>
  amountText(BigInt(grains) as Amount, { currency, ...grain } satisfies CurrencyGrain);

/** Notes and coins that make up an amount. `rest`: what they cannot make up; "0" when nothing is left. */
export type Counted = {
  readonly notes: readonly { readonly value: string; readonly count: string }[];
  readonly rest: string;
};

/** The fewest notes and coins, the largest first. Of what the box really holds nobody knows here: it is a suggestion. */
export function notesFor(amount: string, values: readonly string[]): Counted {
  const order = [...values].sort((a, b) => compare(exactly(b), exactly(a)));
  let rest = exactly(amount);
  const notes: { value: string; count: string }[] = [];
  for (const value of order) {
    const each = decimal(value);
    if (each === null || each.numerator <= 0n) continue;
    const times = divide(rest, each);
    const count = times.numerator / times.denominator;
    if (count <= 0n) continue;
    notes.push({ value, count: `${count}` });
    rest = subtract(rest, multiply(each, ratio(count)));
  }
  return { notes, rest: ratioText(rest) };
}
