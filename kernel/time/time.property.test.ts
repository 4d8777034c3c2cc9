import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  day,
  dayInZone,
  daysBetween,
  firstOpenDay,
  instant,
  monthsBetween,
  theDay,
} from "./index.ts";

/** The platform's own calendar is the judge. */
const judgedDay = (serial: number) => theDay(new Date(serial * 86_400_000).toISOString().slice(0, 10));
const days = fc.integer({ min: -700_000, max: 2_900_000 }).map(judgedDay);
const lately = fc.integer({ min: 0, max: 40_000 }).map(judgedDay);

test("a day is read exactly when the platform has it", () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  );
  fc.assert(
    fc.property(numbers, ([year, month, dayOfMonth]) => {
      const text = [
        year.toString().padStart(4, "0"),
        ...[month, dayOfMonth].map((n) => n.toString().padStart(2, "0")),
      ].join("-");
      const judged = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(judged.getTime()) && judged.toISOString().startsWith(text);
      expect(day(text) !== null).toBe(exists);
    }),
    { numRuns: 2_000 },
  );
});

test("adding days is what the platform says, and is undone by counting them", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -10_000, max: 10_000 }), (from, count) => {
      fc.pre(count >= 0 || from > "0030-01-01");
      const to = addDays(from, count);
      expect(to).toBe(judgedDay(Date.parse(from) / 86_400_000 + count));
      expect(daysBetween(from, to)).toBe(count);
    }),
    { numRuns: 2_000 },
  );
});

test("completed months are the most that can be added without passing the day", () => {
  fc.assert(
    fc.property(lately, lately, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const months = monthsBetween(from, to);
      expect(addMonths(from, months) <= to).toBe(true);
      expect(addMonths(from, months + 1) > to).toBe(true);
    }),
  );
});

test("the first open day is never before the event, never closed, and the earliest such", () => {
  fc.assert(
    fc.property(lately, fc.option(lately), (happened, closedUntil) => {
      const booked = firstOpenDay(happened, closedUntil);
      expect(booked >= happened).toBe(true);
      if (closedUntil !== null) expect(booked > closedUntil).toBe(true);
      const before = addDays(booked, -1);
      expect(before < happened || (closedUntil !== null && before <= closedUntil)).toBe(true);
    }),
  );
});

test("instants are read as the platform reads them, and fall on its day", () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_200_000_000_000 }), (milliseconds) => {
      const text = new Date(milliseconds).toISOString();
      expect(instant(text)).toBe(milliseconds);
      expect(dayInZone(milliseconds, "UTC")).toBe(text.slice(0, 10));
    }),
  );
});
