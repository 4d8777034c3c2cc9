import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keepRule, mayGo } from "./keep.ts";
import { backupName, madeAt } from "./place.ts";

const keyId = "3fa9c1d2".padEnd(64, "0");
const madeOn = (...days: string[]) =>
  days.map((made) => ({ file: backupName(keyId, made), made })).sort((one, other) => (one.made < other.made ? 1 : -1));
const dayAfter = (start: string, days: number) => new Date(Date.parse(start) + days * 86_400_000).toISOString();

test("[backup.kept] after a year of nights: seven days, five weeks, twelve months stay", () => {
  const nights = Array.from({ length: 365 }, (_, night) => dayAfter("2026-01-01T07:00:00.000Z", night));
  const kept = madeOn(...nights);
  const stays = kept.filter(({ file }) => !mayGo(kept).includes(file)).map(({ made }) => made.slice(0, 10));
  expect(stays).toEqual([
    ...["2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26", "2026-12-25"], // days
    ...["2026-12-20", "2026-12-13", "2026-12-06"], // Sundays, the last of their weeks; the two weeks after are there by their days
    ...["2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30"], // months
    ...["2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"],
  ]);
});

test("taking away what may go, night by night, never takes the newest, and leaves nothing more to go", () => {
  const nights = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(nights, (days) => {
      let kept: ReturnType<typeof madeOn> = [];
      for (const day of days.sort((one, other) => one - other)) {
        kept = madeOn(...kept.map(({ made }) => made), dayAfter("2026-01-01T07:00:00.000Z", day));
        const gone = mayGo(kept);
        expect(gone).not.toContain(kept[0]?.file);
        kept = kept.filter(({ file }) => !gone.includes(file));
      }
      expect(mayGo(kept)).toEqual([]);
      expect(kept.length).toBeLessThanOrEqual(keepRule.days + keepRule.weeks + keepRule.months);
    }),
  );
});

test("two on one day: the newer stays", () => {
  const kept = madeOn("2026-11-22T07:00:00.000Z", "2026-11-22T19:30:00.000Z");
  expect(mayGo(kept)).toEqual(["ayni-3fa9c1d2-2026-11-22T070000Z.backup"]);
});

test("only names of this installation are its backups", () => {
  expect(madeAt("ayni-3fa9c1d2-2026-11-22T070000Z.backup", keyId)).toBe("2026-11-22T07:00:00Z");
  expect(madeAt("ayni-00000000-2026-11-22T070000Z.backup", keyId)).toBeNull();
  expect(madeAt("ayni-3fa9c1d2-2026-11-22T070000Z.backup.partial", keyId)).toBeNull();
  expect(madeAt("fotos.zip", keyId)).toBeNull();
});
