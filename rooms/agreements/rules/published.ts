/** Which published price counts for a day: the date rule of a reference, a posted list or a rate. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  dayParts,
  daysBetween,
  daysInMonth,
  theDay,
} from "../../../kernel/time/index.ts";
import type { PricePlan } from "./plan.ts";
import { type Figure, figureFromText, total } from "./steps/figure.ts";
import type { PricePoint, Prices } from "./steps/kind.ts";

/**
 * - `day`, `month`: of the hand-over itself; `month-before`: the month before it, which is published by then
 * - `last-published`: of that day or the last one before it; `last-before`: the last one before the day; two weeks back at most
 * - `mean-of-month`, `mean-of-month-before`, `mean-of-week-before`: the mean of all days published in that month, the month before, or the
 *   week (Monday to Sunday) before the one of the hand-over
 */
export const dateRules = [
  "day",
  "month",
  "month-before",
  "last-published",
  "last-before",
  "mean-of-month",
  "mean-of-month-before",
  "mean-of-week-before",
] as const;
export type DateRule = (typeof dateRules)[number];

/** How far back the last published price may lie: longer than any holidays of an exchange. */
const mostDaysBack = 14;
/** A Monday, from which weeks are counted. */
const aMonday = theDay("2001-01-01");

const daysBack = (from: Day): readonly Day[] =>
  Array.from({ length: mostDaysBack + 1 }, (_, back) => addDays(from, -back));
const daysFrom = (first: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, after) => addDays(first, after));
const monthBefore = (on: Day): Day => addMonths(dayOf(dayParts(on).year, dayParts(on).month, 1), -1);

function daysOfMonth(on: Day): readonly Day[] {
  const { year, month } = dayParts(on);
  return daysFrom(dayOf(year, month, 1), daysInMonth(year, month));
}

function weekBefore(on: Day): readonly Day[] {
  const sinceMonday = ((daysBetween(aMonday, on) % 7) + 7) % 7;
  return daysFrom(addDays(on, -sinceMonday - 7), 7);
}

/** Every period whose price may be asked for under a rule: of the last published, the newest first. */
export function periodsFor(rule: DateRule, on: string): readonly string[] {
  const day = theDay(on);
  switch (rule) {
    case "day":
      return [day];
    case "month":
      return [day.slice(0, 7)];
    case "month-before":
      return [monthBefore(day).slice(0, 7)];
    case "last-published":
      return daysBack(day);
    case "last-before":
      return daysBack(addDays(day, -1));
    case "mean-of-month":
      return daysOfMonth(day);
    case "mean-of-month-before":
      return daysOfMonth(monthBefore(day));
    default:
      return weekBefore(day);
  }
}

/** How many published points a rule comes to: one, the last one found, or the mean of all. */
export const shapeOfRule = (rule: DateRule): "one" | "last" | "mean" =>
  rule.startsWith("mean-") ? "mean" : rule.startsWith("last-") ? "last" : "one";

/** What a series gives: the points that were read, and their figure, not rounded. */
export type Published = { readonly points: readonly PricePoint[]; readonly figure: Figure };

/** Reads a series for a day by a rule. Refused when nothing was published, or what was is no price. */
export function publishedFor(
  series: string,
  rule: DateRule,
  delivery: { readonly id: string; readonly day: string },
  prices: Prices,
): Result<Published> {
  const periods = periodsFor(rule, delivery.day);
  const points: PricePoint[] = [];
  for (const period of periods) {
    const value = prices(series, period);
    if (value === null) continue;
    points.push({ series, period, value });
    if (shapeOfRule(rule) !== "mean") break;
  }
  if (points.length === 0) {
    const period = shapeOfRule(rule) === "mean" ? `${periods[0]} – ${periods.at(-1)}` : (periods[0] ?? "");
    return refused("valuation.price-missing", { series, period, delivery: delivery.id });
  }
  let sum: Figure = { numerator: 0n, denominator: 1n };
  for (const { period, value } of points) {
    const read = figureFromText(value);
    if (read === null || read.numerator < 0n) return refused("valuation.price-unreadable", { series, period, value });
    sum = total(sum, read);
  }
  const figure = { numerator: sum.numerator, denominator: sum.denominator * BigInt(points.length) };
  return done({ points, figure });
}

/** Keeps the points that a step read, each once. */
export function keepPoints(read: PricePoint[], points: readonly PricePoint[]): void {
  for (const point of points)
    if (!read.some((one) => one.series === point.series && one.period === point.period)) read.push(point);
}

/** One series with the rule by which a step reads it. */
export type SeriesRead = { readonly series: string; readonly rule: DateRule };

/**
 * The series that a plan reads. A rate whose step does not say from which currency (as plans of releases up to 0.3.0 did not) is left
 * out: those releases never looked it up, and what their books refused stays refused.
 */
export function seriesRead(plan: PricePlan): readonly SeriesRead[] {
  return plan.steps.flatMap((step): readonly SeriesRead[] => {
    if (step.kind === "reference-price") return [{ series: step.series, rule: step.period }];
    if (step.kind === "exchanged-price")
      return step.from === undefined ? [] : [{ series: step.series, rule: step.period }];
    if (step.kind === "posted-price")
      return [...new Set(step.lists.map((one) => one.series))].map((series) => ({ series, rule: step.period }));
    return [];
  });
}
