import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import { type DateRule, dateRules, periodsFor, publishedFor } from "./published.ts";
import { exactText } from "./steps/figure.ts";
import { equal, fraction } from "./testing/fraction.ts";
import { publishedByHand } from "./testing/published-by-hand.ts";

/** September 2026: the 16th is a Wednesday; nothing is published on week-ends, nor on Monday the 14th. */
const points: Readonly<Record<string, string>> = {
  "2026-08": "270",
  "2026-09": "281",
  ...{ "2026-08-31": "268", "2026-09-01": "270", "2026-09-07": "272", "2026-09-08": "274", "2026-09-09": "276" },
  ...{ "2026-09-10": "280", "2026-09-11": "283", "2026-09-15": "284", "2026-09-16": "290" },
};
const prices = (_: string, period: string): string | null => points[period] ?? null;
const of = (rule: DateRule, day: string) => {
  const found = publishedFor("c", rule, { id: "d", day }, prices);
  return found.ok
    ? { figure: exactText(found.value.figure), from: found.value.points.map((one) => one.period) }
    : found.refusal.code;
};

describe("which published price counts for a day [agreements.date-rules]", () => {
  it.each([
    ["day", "2026-09-16", "290", ["2026-09-16"]],
    ["month", "2026-09-16", "281", ["2026-09"]],
    ["month-before", "2026-09-16", "270", ["2026-08"]],
    ["last-published", "2026-09-16", "290", ["2026-09-16"]],
    ["last-published", "2026-09-14", "283", ["2026-09-11"]],
    ["last-before", "2026-09-16", "284", ["2026-09-15"]],
    ["last-before", "2026-09-15", "283", ["2026-09-11"]],
    [
      "mean-of-week-before",
      "2026-09-16",
      "277",
      ["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11"],
    ],
    [
      "mean-of-week-before",
      "2026-09-14",
      "277",
      ["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11"],
    ],
    ["mean-of-month-before", "2026-09-16", "268", ["2026-08-31"]],
  ] as const)("%s of %s is %s, of what was published on %j", (rule, day, figure, from) =>
    expect(of(rule, day)).toEqual({ figure, from }),
  );

  it("the mean of September's days is exact: 2,229 ÷ 8", () =>
    expect(of("mean-of-month", "2026-09-30")).toMatchObject({ figure: "278.625" }));

  it("waits where nothing was published: on the day, or for more than two weeks", () => {
    expect(of("day", "2026-09-14")).toBe("valuation.price-missing");
    expect(of("last-published", "2026-10-01")).toBe("valuation.price-missing");
    expect(of("last-published", "2026-09-30")).toMatchObject({ figure: "290" });
  });

  it("a second way of counting days finds the same price for any day and rule", () => {
    fc.assert(
      fc.property(fc.constantFrom(...dateRules), fc.integer({ min: 0, max: 1200 }), (rule, days) => {
        const day = addDays(theDay("2024-01-01"), days);
        // Every day and month has a price of its own, but for Sundays.
        const any = (_: string, period: string): string | null =>
          period.length === 10 && new Date(period).getUTCDay() === 0 ? null : period.replaceAll("-", "");
        const found = publishedFor("c", rule, { id: "d", day }, any);
        if (!found.ok) expect(rule === "day" && new Date(day).getUTCDay() === 0).toBe(true);
        else expect(equal(fraction(exactText(found.value.figure)), publishedByHand("c", rule, day, any))).toBe(true);
      }),
    );
  });

  it("only periods that may be asked for are asked for: what a settlement loads is what it reads", () => {
    fc.assert(
      fc.property(fc.constantFrom(...dateRules), fc.integer({ min: 0, max: 1200 }), (rule, days) => {
        const day = addDays(theDay("2024-01-01"), days);
        const loaded = new Set(periodsFor(rule, day));
        publishedFor("c", rule, { id: "d", day }, (_, period) => {
          expect(loaded.has(period)).toBe(true);
          return null;
        });
      }),
    );
  });
});
