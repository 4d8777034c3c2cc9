import { expect, test } from "vitest";
import { nextPause } from "./timer.ts";

test("pauses grow to a quarter of an hour, and telephones that lost the same signal do not come back at the same moment", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 99].map((failures) => nextPause(failures, 1) / 1_000)).toEqual([
    300, 30, 60, 120, 300, 600, 900, 900, 900,
  ]);
  expect(nextPause(6, 0)).toBe(450_000);
});
