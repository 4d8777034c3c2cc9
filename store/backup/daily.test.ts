import { expect, test } from "vitest";
import { hourOfDay, isDue, nextDaily } from "./daily.ts";

/** A moment of the machine's own day in November 2026. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const iso = (day: number, hour: number, minute = 0) => at(day, hour, minute).toISOString();

test("[backup.daily] one each night; the next is told", () => {
  const runs = { good: iso(21, hourOfDay, 3), tried: iso(21, hourOfDay, 3) };
  expect(isDue(runs, at(21, 23).getTime())).toBe(false);
  expect(nextDaily(runs, at(21, 23).getTime())).toBe(iso(22, hourOfDay));
  expect(isDue(runs, at(22, hourOfDay).getTime())).toBe(true);
});

test("a machine that was off at night makes up for it when it starts", () => {
  const runs = { good: iso(18, 2, 3), tried: iso(18, 2, 3) };
  expect(isDue(runs, at(22, 8).getTime())).toBe(true);
});

test("a new installation is backed up at once", () => {
  expect(isDue({ good: null, tried: null }, at(22, 15).getTime())).toBe(true);
});

test("one made by hand this morning is enough until the next night", () => {
  const runs = { good: iso(22, 9), tried: iso(22, 9) };
  expect(nextDaily(runs, at(22, 15).getTime())).toBe(iso(23, hourOfDay));
});

test("an attempt that failed is made again after an hour", () => {
  const runs = { good: iso(20, 2, 3), tried: iso(22, 8) };
  expect(isDue(runs, at(22, 8, 30).getTime())).toBe(false);
  expect(isDue(runs, at(22, 9).getTime())).toBe(true);
});
