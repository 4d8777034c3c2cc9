/** What a paper of a pool comes to: a closed vocabulary of ways to reckon an amount, each with its steps in order. */
import * as z from "zod/mini";
import {
  decimal,
  divide,
  exactly,
  isGrain,
  multiply,
  type Ratio,
  ratio,
  ratioText,
  roundTo,
} from "../../../../kernel/exact/index.ts";
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { type Amount, amountFrom, amountRatio } from "../../../../kernel/money/index.ts";
import { currencySchema, daySchema, notNegativeSchema, percentSchema, textSchema } from "../../../../kernel/schema.ts";

const aboveZero = notNegativeSchema.check(z.refine((text) => (decimal(text)?.numerator ?? 0n) > 0n));
const grainSchema = notNegativeSchema.check(z.refine(isGrain));

/** So much of something, at a price for each `per` of it. `share`: only so many percent of it, weighed to a grain. */
const quantitySaid = {
  quantity: notNegativeSchema,
  share: z.optional(z.strictObject({ percent: percentSchema, grain: grainSchema })),
  per: aboveZero,
  price: notNegativeSchema,
};

/**
 * How an amount is reckoned. `amount`: as the paper says. `quantity`: milling at 38.00 for each 55.2 kg. `foreign`: the same in
 * another currency, rounded to its `grain` as invoiced, then exchanged at a rate that has a source. `interest`: percent of a
 * year on a base, days of a year of 360 or 365. `percent`: percent of a base, such as the margin on the sale.
 */
export const howSchema = z.discriminatedUnion("way", [
  z.strictObject({ way: z.literal("amount"), amount: notNegativeSchema }),
  z.strictObject({ way: z.literal("quantity"), ...quantitySaid }),
  z.strictObject({
    way: z.literal("foreign"),
    currency: currencySchema,
    ...quantitySaid,
    grain: grainSchema,
    exchange: z.strictObject({ rate: aboveZero, source: textSchema(120), on: daySchema }),
  }),
  z.strictObject({
    way: z.literal("interest"),
    base: notNegativeSchema,
    percentPerYear: notNegativeSchema,
    days: z.int().check(z.nonnegative(), z.maximum(3_660)),
    yearDays: z.union([z.literal(360), z.literal(365)]),
  }),
  z.strictObject({ way: z.literal("percent"), percent: percentSchema, base: notNegativeSchema }),
]);
export type How = z.infer<typeof howSchema>;

/** One value of a reckoning: the word for the step is found under its name ("pool.step.share"). Lossless text. */
export type PoolFigure = { readonly step: PoolStep; readonly value: string };
export const poolSteps = [
  "quantity",
  "share",
  "units",
  "price",
  "foreign",
  "exchange",
  "base",
  "percent",
  "days",
] as const;
type PoolStep = (typeof poolSteps)[number];

/** What an entry comes to: the amount in whole line grains, and every value that led to it, in order. */
export type Reckoned = { readonly amount: Amount; readonly figures: readonly PoolFigure[] };

const figure = (step: PoolStep, value: Ratio): PoolFigure => ({ step, value: ratioText(value) });
const hundred = ratio(100n);

/**
 * Reckons one entry. Rounded are only what the steps name: the share to its grain, the foreign amount to its grain, and the
 * result, half-up, to the book's line grain. Null where a plain amount is no whole number of line grains: papers have none such.
 */
export function reckonEntry(how: How, grain: CurrencyGrain): Reckoned | null {
  const { value, figures } = exactOf(how);
  const amount = amountFrom(value, grain, "half-up");
  if (how.way === "amount" && !isSame(amountRatio(amount, grain), value)) return null;
  return { amount, figures };
}

const isSame = (a: Ratio, b: Ratio): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

function exactOf(how: How): { readonly value: Ratio; readonly figures: readonly PoolFigure[] } {
  if (how.way === "amount") return { value: exactly(how.amount), figures: [] };
  if (how.way === "percent") {
    const [base, percent] = [exactly(how.base), exactly(how.percent)];
    return {
      value: divide(multiply(base, percent), hundred),
      figures: [figure("base", base), figure("percent", percent)],
    };
  }
  if (how.way === "interest") {
    const [base, percent] = [exactly(how.base), exactly(how.percentPerYear)];
    const time = ratio(BigInt(how.days), BigInt(how.yearDays));
    const value = multiply(divide(multiply(base, percent), hundred), time);
    return {
      value,
      figures: [figure("base", base), figure("percent", percent), figure("days", ratio(BigInt(how.days)))],
    };
  }
  const priced = pricedOf(how);
  if (how.way === "quantity") return priced;
  const foreign = roundTo(priced.value, { mode: "half-up", grain: how.grain });
  const rate = exactly(how.exchange.rate);
  return {
    value: multiply(foreign, rate),
    figures: [...priced.figures, figure("foreign", foreign), figure("exchange", rate)],
  };
}

function pricedOf(how: Extract<How, { way: "quantity" | "foreign" }>) {
  const whole = exactly(how.quantity);
  const figures = [figure("quantity", whole)];
  let taken = whole;
  if (how.share !== undefined) {
    const exact = divide(multiply(whole, exactly(how.share.percent)), hundred);
    taken = roundTo(exact, { mode: "half-up", grain: how.share.grain });
    figures.push(figure("share", taken));
  }
  const units = divide(taken, exactly(how.per));
  const price = exactly(how.price);
  figures.push(figure("units", units), figure("price", price));
  return { value: multiply(units, price), figures };
}
