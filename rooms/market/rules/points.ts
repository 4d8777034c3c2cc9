/** Reading published prices and telling a new one from one already kept. */
import { decimal, decimalText } from "../../../kernel/exact/index.ts";
import { addMonths, type Day, day, monthOf, theDay } from "../../../kernel/time/index.ts";

/** One published price. */
export type PricePoint = {
  readonly series: string;
  readonly period: string;
  readonly revision: number;
  readonly value: string;
};

/** Which period's price a plan takes for an event: the day itself, its month, or the month before (published by then). */
export const periodRules = ["day-of", "month-of", "month-before"] as const;
export type PeriodRule = (typeof periodRules)[number];

/** The period whose price counts for a day. */
export function periodFor(on: Day, rule: PeriodRule): string {
  if (rule === "day-of") return on;
  return rule === "month-of" ? monthOf(on) : monthOf(addMonths(theDay(`${monthOf(on)}-01`), -1));
}

/** The one spelling of a price, "2.8" for "2.80"; null for what is no price: unreadable, zero or negative. */
export function priceText(text: string): string | null {
  const value = decimal(text);
  return value === null || value.numerator <= 0n ? null : decimalText(value);
}

/** Whether a text names a month or a day that exists. */
export const isPeriod = (text: string): boolean => day(text.length === 7 ? `${text}-01` : text) !== null;

/** Whether a readable period is a month or a day. */
export const periodKind = (period: string): "month" | "day" => (period.length === 7 ? "month" : "day");

/** The newest revision of some points of one period; null when there is none. */
export const newestRevision = <P extends { readonly revision: number }>(points: readonly P[]): P | null =>
  points.reduce<P | null>((best, one) => (best === null || one.revision > best.revision ? one : best), null);
