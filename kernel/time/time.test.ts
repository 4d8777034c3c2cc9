import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  clockDoubt,
  compareDays,
  day,
  dayInZone,
  daysBetween,
  firstOpenDay,
  inForce,
  inSeason,
  instant,
  isZone,
  monthOf,
  monthsBetween,
  theDay,
} from "./index.ts";

const at = (text: string): number => instant(text) ?? Number.NaN;

describe("a day", () => {
  it.each(["2026-11-21", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s exists", (text) =>
    expect(day(text)).toBe(text),
  );
  it.each(["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00", "0000-01-01"])(
    "%s does not exist",
    (text) => expect(day(text)).toBeNull(),
  );
  it.each(["2026-1-1", "21/11/2026", "2026-11-21T00:00", " 2026-11-21", "2026-11-21\n", ""])(
    "%j is not spelled so",
    (text) => expect(day(text)).toBeNull(),
  );

  it("has a month, and sorts", () => {
    expect(monthOf(theDay("2026-11-21"))).toBe("2026-11");
    expect(compareDays(theDay("2026-09-30"), theDay("2026-10-01"))).toBe(-1);
    expect(compareDays(theDay("2026-10-01"), theDay("2026-10-01"))).toBe(0);
  });
});

describe("counting days and months", () => {
  it("counts 75 days of pre-finance", () => {
    expect(addDays(theDay("2026-06-30"), 75)).toBe("2026-09-13");
    expect(daysBetween(theDay("2026-06-30"), theDay("2026-09-13"))).toBe(75);
    expect(addDays(theDay("2026-03-01"), -1)).toBe("2026-02-28");
    expect(addDays(theDay("1999-12-31"), 60)).toBe("2000-02-29");
  });

  it.each(["2000-12-31", "2400-12-31", "1900-12-31", "2028-12-31", "0400-12-31"])(
    "reaches the last day of the cycle, %s",
    (text) => {
      expect(addDays(addDays(theDay(text), -1), 1)).toBe(text);
      expect(addDays(theDay(text), 1).slice(4)).toBe("-01-01");
    },
  );

  it("ends a month where the month ends", () => {
    expect(addMonths(theDay("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(theDay("2027-10-31"), 4)).toBe("2028-02-29");
    expect(addMonths(theDay("2026-03-15"), -3)).toBe("2025-12-15");
  });

  it("counts completed months of interest", () => {
    expect(monthsBetween(theDay("2026-05-16"), theDay("2026-09-16"))).toBe(4);
    expect(monthsBetween(theDay("2026-05-16"), theDay("2026-09-15"))).toBe(3);
    expect(monthsBetween(theDay("2026-01-31"), theDay("2026-02-28"))).toBe(1);
    expect(monthsBetween(theDay("2026-09-16"), theDay("2026-05-16"))).toBe(-4);
    expect(monthsBetween(theDay("2026-09-16"), theDay("2026-09-16"))).toBe(0);
    expect(monthsBetween(theDay("2026-09-16"), theDay("2026-09-15"))).toBe(0);
  });
});

describe("the accounting day", () => {
  it("is the day itself while that day is open, else the first open day", () => {
    const happened = theDay("2026-09-30");
    expect(firstOpenDay(happened, null)).toBe("2026-09-30");
    expect(firstOpenDay(happened, theDay("2026-09-29"))).toBe("2026-09-30");
    expect(firstOpenDay(happened, theDay("2026-09-30"))).toBe("2026-10-01");
    expect(firstOpenDay(happened, theDay("2026-12-31"))).toBe("2027-01-01");
  });

  it("is that of the place: half past ten in the evening in Bogotá is the next day in UTC", () => {
    const evening = at("2026-09-16T22:30:00-05:00");
    expect(dayInZone(evening, "America/Bogota")).toBe("2026-09-16");
    expect(dayInZone(evening, "UTC")).toBe("2026-09-17");
    expect(dayInZone(at("2026-01-01T00:00:00Z"), "America/La_Paz")).toBe("2025-12-31");
  });

  it("needs a zone that exists", () => {
    expect(isZone("America/Guatemala")).toBe(true);
    expect(isZone("America/Macondo")).toBe(false);
  });
});

describe("seasons and validity include both ends", () => {
  it("takes a harvest across the new year", () => {
    const harvest = { code: "2026-main", from: theDay("2026-10-01"), until: theDay("2027-02-28") };
    expect(
      ["2026-09-30", "2026-10-01", "2027-02-28", "2027-03-01"].map((text) => inSeason(harvest, theDay(text))),
    ).toEqual([false, true, true, false]);
  });

  it("holds without end until an end is known", () => {
    expect(inForce({ from: theDay("2026-01-01"), until: null }, theDay("2099-01-01"))).toBe(true);
    expect(inForce({ from: theDay("2026-01-01"), until: theDay("2026-06-30") }, theDay("2026-07-01"))).toBe(false);
  });
});

describe("an instant", () => {
  it("is read with its offset", () => {
    expect(at("1970-01-01T00:00:00Z")).toBe(0);
    expect(at("2026-11-21T18:05:00.2509-05:00")).toBe(Date.UTC(2026, 10, 21, 23, 5, 0, 250));
    expect(at("2026-11-21T18:05Z")).toBe(Date.UTC(2026, 10, 21, 18, 5));
    expect(at("1969-12-31T23:59:59Z")).toBe(-1000);
  });

  it.each([
    "2026-11-21T18:05:00",
    "2026-11-21",
    "2026-02-29T00:00:00Z",
    "2026-11-21T24:00:00Z",
    "2026-11-21T18:60:00Z",
    "2016-12-31T23:59:60Z",
    "2026-11-21T18:05:00+15:00",
    "2026-11-21 18:05:00Z",
  ])("is not read from %s", (text) => expect(instant(text)).toBeNull());
});

describe("a device's clock", () => {
  const received = at("2026-11-21T18:05:00Z");
  it.each([
    ["2026-11-21T18:04:00Z", null],
    ["2026-11-21T18:09:00Z", null],
    ["2026-11-21T18:11:00Z", "future"],
    ["2100-01-01T00:00:00Z", "future"],
    ["1970-01-01T00:03:00Z", "1970"],
    ["2026-09-01T00:00:00Z", null],
    ["2026-08-01T00:00:00Z", "far"],
  ] as const)("at %s is doubted as %s", (said, doubt) => expect(clockDoubt(at(said), received)).toBe(doubt));

  it("is judged by the book's own limits where it set them", () => {
    const strict = { earliest: at("2026-01-01T00:00:00Z"), ahead: 0, behind: 60_000 };
    expect(clockDoubt(received - 61_000, received, strict)).toBe("far");
    expect(clockDoubt(received + 1, received, strict)).toBe("future");
  });
});
