/**
 * Calendar days, without clock or time zone: a harvest, a price list and an accounting day are days, not instants.
 * Proleptic Gregorian, years 0001 to 9999, own arithmetic, so that a phone's settings cannot change an answer.
 */
import type * as z from "zod/mini";
import { assert } from "../refusal.ts";

/** A day that exists, as "YYYY-MM-DD". Texts of days sort as the days do. */
export type Day = string & z.core.$brand<"Day">;

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const monthLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month (1 to 12) has. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

/** Reads a day; null when it is not spelled "YYYY-MM-DD" or does not exist (2026-02-29). */
export function day(text: string): Day | null {
  const parts = DAY.exec(text);
  if (!parts) return null;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return text as Day;
}

/** A literal in our own code or tests; throws when there is no such day. */
export function theDay(text: string): Day {
  const found = day(text);
  assert(found !== null, `"${text}" is a day`);
  return found;
}

/** Year, month (1 to 12) and day of the month. */
export const dayParts = (of: Day): { year: number; month: number; dayOfMonth: number } => ({
  year: Number(of.slice(0, 4)),
  month: Number(of.slice(5, 7)),
  dayOfMonth: Number(of.slice(8, 10)),
});

/** The day of a year, month (1 to 12) and day of the month that exist. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  theDay(
    `${year.toString().padStart(4, "0")}-${month.toString().padStart(2, "0")}-${dayOfMonth.toString().padStart(2, "0")}`,
  );

/** −1 when a is earlier, 0 when the same day, 1 when later. */
export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a === b ? 0 : a < b ? -1 : 1);

/** "YYYY-MM" of a day. */
export const monthOf = (of: Day): string => of.slice(0, 7);
