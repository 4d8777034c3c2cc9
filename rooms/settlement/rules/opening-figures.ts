/** The balances of a member before the book, in whole line grains, and what is wrong with them. */
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { amountFromText } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";

type Said = {
  readonly on: string;
  readonly currency: string;
  readonly shares?: string | undefined;
  readonly savings?: string | undefined;
  readonly advances?: readonly { readonly owed: string; readonly given: string }[] | undefined;
  readonly credits?: readonly CreditSaid[] | undefined;
  readonly owed?: { readonly amount: string } | undefined;
};
type CreditSaid = {
  readonly principal: string;
  readonly interest?: string | undefined;
  readonly start: string;
  readonly due: string;
};

/** Every amount in whole line grains; those of `advances` and `credits` in the order said. */
export type OpeningFigures = {
  readonly shares: bigint;
  readonly savings: bigint;
  readonly advances: readonly bigint[];
  readonly credits: readonly { readonly principal: bigint; readonly interest: bigint }[];
  readonly owed: bigint;
};

/**
 * Reads every amount. Wrong are: `opening.amount-unreadable` (no whole number of grains), `opening.given-after` (given or begun
 * after the day of the balances), `credit.due-before-start`, `opening.nothing-said` (every amount is zero).
 */
export function openingFigures(
  said: Said,
  grain: CurrencyGrain,
): { readonly figures: OpeningFigures; readonly wrong: readonly Refusal[] } {
  const wrong: Refusal[] = [];
  const read = (text: string | undefined, field: string): bigint => {
    const amount = text === undefined ? 0n : amountFromText(text, grain);
    if (amount !== null) return amount;
    wrong.push(refused("opening.amount-unreadable", { amount: text ?? "", currency: said.currency }, field).refusal);
    return 0n;
  };
  const after = (day: string, field: string): void => {
    if (day > said.on) wrong.push(refused("opening.given-after", { given: day, day: said.on }, field).refusal);
  };
  const figures = {
    shares: read(said.shares, "shares"),
    savings: read(said.savings, "savings"),
    advances: (said.advances ?? []).map((one, at) => {
      after(one.given, `advances.${at}.given`);
      return read(one.owed, `advances.${at}.owed`);
    }),
    credits: (said.credits ?? []).map((one, at) => {
      after(one.start, `credits.${at}.start`);
      if (one.due < one.start)
        wrong.push(refused("credit.due-before-start", { start: one.start, due: one.due }, `credits.${at}.due`).refusal);
      return {
        principal: read(one.principal, `credits.${at}.principal`),
        interest: read(one.interest, `credits.${at}.interest`),
      };
    }),
    owed: read(said.owed?.amount, "owed.amount"),
  };
  if (wrong.length === 0 && isNothing(figures)) wrong.push(refused("opening.nothing-said").refusal);
  return { figures, wrong };
}

const isNothing = ({ shares, savings, advances, credits, owed }: OpeningFigures): boolean =>
  [shares, savings, owed, ...advances, ...credits.flatMap((one) => [one.principal, one.interest])].every(
    (amount) => amount === 0n,
  );
