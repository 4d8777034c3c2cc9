/** Counting days and months. Day 0 is 1 January of year 1. */
import { type Day, dayOf, dayParts, daysInMonth } from "./day.ts";

const DAYS_IN_400_YEARS = 146_097;
const DAYS_IN_100_YEARS = 36_524;
const DAYS_IN_4_YEARS = 1_461;
const DAYS_IN_YEAR = 365;

/** Days in the whole years before a year. */
const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return past * DAYS_IN_YEAR + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

/** How many days after 0001-01-01 a day is. */
function serial(of: Day): number {
  const { year, month, dayOfMonth } = dayParts(of);
  let days = daysBeforeYear(year) + dayOfMonth - 1;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

/** The year of a serial day, by whole cycles of the Gregorian calendar. */
function yearOfSerial(days: number): number {
  const cycles = Math.floor(days / DAYS_IN_400_YEARS);
  const inCycle = days - cycles * DAYS_IN_400_YEARS;
  // The last day of a cycle, century or four years would count one too many: it belongs to the year before.
  const centuries = Math.min(3, Math.floor(inCycle / DAYS_IN_100_YEARS));
  const inCentury = inCycle - centuries * DAYS_IN_100_YEARS;
  const fours = Math.floor(inCentury / DAYS_IN_4_YEARS);
  const inFour = inCentury - fours * DAYS_IN_4_YEARS;
  return cycles * 400 + centuries * 100 + fours * 4 + Math.min(3, Math.floor(inFour / DAYS_IN_YEAR)) + 1;
}

function fromSerial(days: number): Day {
  const year = yearOfSerial(days);
  let left = days - daysBeforeYear(year);
  let month = 1;
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month);
    month += 1;
  }
  return dayOf(year, month, left + 1);
}

/** Days from one day to another: negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

/** The day `count` days later, or earlier when negative. The result lies in years 0001 to 9999. */
export const addDays = (from: Day, count: number): Day => fromSerial(serial(from) + count);

/** The same day of the month `count` months later (or earlier), or that month's last day: 31 January + 1 = 28 February. */
export function addMonths(from: Day, count: number): Day {
  const { year, month, dayOfMonth } = dayParts(from);
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/**
 * Completed months from one day to another: the most months that `addMonths` takes without passing `to`.
 * Interest by the month counts these. When `to` is earlier, minus the months from `to` to `from`.
 */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const start = dayParts(from);
  const end = dayParts(to);
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  return addMonths(from, months) > to ? months - 1 : months;
}

/** The first day at or after `happened` on which the accounts are open; `closedUntil` is the last closed day. */
export const firstOpenDay = (happened: Day, closedUntil: Day | null): Day =>
  closedUntil === null || happened > closedUntil ? happened : addDays(closedUntil, 1);
