/** Accounting periods: months ("2026-09") and years ("2026") that are opened and closed by a decision, each once and in their order. */
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { addDays, addMonths, type Day, dayOf } from "../../../kernel/time/index.ts";

/** The name of a month or of a year. */
export const periodPattern = /^(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?$/;

/** First and last day of a period. */
export function periodDays(period: string): { readonly first: Day; readonly last: Day } {
  const [year = "", month] = period.split("-");
  const first = dayOf(Number.parseInt(year, 10), month === undefined ? 1 : Number.parseInt(month, 10), 1);
  return { first, last: addDays(addMonths(first, month === undefined ? 12 : 1), -1) };
}

/** Whether a period is a year. */
export const isYear = (period: string): boolean => period.length === 4;

/** A period that the book opened; `closed` once it was closed. */
export type KeptPeriod = {
  readonly period: string;
  readonly last_day: string;
  readonly closed: boolean;
};

/**
 * Why a period may not be opened; null when it may. Codes: `accounting-period.closed` (it is never opened again),
 * `accounting-period.open-already`, `accounting-period.days-closed`, `accounting-period.gap`.
 */
export function whyNotOpened(period: string, kept: readonly KeptPeriod[], closedUntil: string | null): Refusal | null {
  const same = kept.find((one) => one.period === period);
  if (same !== undefined)
    return refused(same.closed ? "accounting-period.closed" : "accounting-period.open-already", { period }, "period")
      .refusal;
  const { first, last } = periodDays(period);
  if (closedUntil !== null && last <= closedUntil)
    return refused("accounting-period.days-closed", { period, closedUntil }, "period").refusal;
  const newest = kept
    .filter((one) => isYear(one.period) === isYear(period))
    .reduce<string | null>((latest, one) => (latest === null || one.last_day > latest ? one.last_day : latest), null);
  if (newest !== null && addDays(newest as Day, 1) !== first)
    return refused("accounting-period.gap", { period, after: newest }, "period").refusal;
  return null;
}

/**
 * Why a period may not be closed; null when it may. Codes: `accounting-period.not-open`, `accounting-period.closed`,
 * `accounting-period.days-open` (its days are closed first, so that its figures stand), `accounting-period.earlier-open`.
 */
export function whyNotClosed(period: string, kept: readonly KeptPeriod[], closedUntil: string | null): Refusal | null {
  const own = kept.find((one) => one.period === period);
  if (own === undefined) return refused("accounting-period.not-open", { period }, "period").refusal;
  if (own.closed) return refused("accounting-period.closed", { period }, "period").refusal;
  const { last } = periodDays(period);
  if (closedUntil === null || closedUntil < last)
    return refused("accounting-period.days-open", { period, last }, "period").refusal;
  const earlier = kept.find(
    (one) =>
      !one.closed &&
      one.period !== period &&
      (one.last_day < last || (one.last_day === last && isYear(period) && !isYear(one.period))),
  );
  return earlier === undefined
    ? null
    : refused("accounting-period.earlier-open", { period, earlier: earlier.period }, "period").refusal;
}
