import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { featureFaults, featuresIn, tagsTested } from "./features.ts";
import { REPOSITORY, sources } from "./sources.ts";

const list = readFileSync(join(REPOSITORY, "docs/features.md"), "utf8");
/** This file speaks of tags that no test has. */
const others = sources().filter(({ path }) => path !== "house/features.test.ts");

test("docs/features.md says what the tests prove: each row that works has its test, each marked test its row", () => {
  expect(featureFaults(featuresIn(list), tagsTested(others))).toEqual([]);
});

test("the list is read: it has many rows, of both kinds", () => {
  const states = featuresIn(list).map(({ state }) => state === "works");
  expect(states.filter((works) => works).length).toBeGreaterThan(30);
  expect(states.filter((works) => !works).length).toBeGreaterThan(10);
});

const tested = tagsTested([
  {
    path: "rooms/acopio/acts/receive.test.ts",
    text: `
      // test("an old one [acopio.forgotten]", () => {});
      describe("receiving [acopio.receive]", () => {});
      it.each([1, 2])("[acopio.void] of %s", () => {});
      it.skip("weighed by the truck [acopio.truck]", () => {});
      expect(told).toEqual(["unknown [acopio.code]", seen[row.draft]]);`,
  },
  { path: "rooms/acopio/acts/receive.ts", text: 'const text = "[acopio.source]";' },
]);

test("tags are found in the titles of tests that run, not in comments, code or skipped tests", () => {
  expect([...tested.keys()]).toEqual(["acopio.receive", "acopio.void"]);
});

const table = (...rows: readonly string[]): string =>
  ["| What one can do | State | Test |", "|---|---|---|", ...rows].join("\n");

const sound = ["| Receive | works | `[acopio.receive]` |", "| Void | works | `[acopio.void]` |"];

test("a sound list has no fault", () => {
  const rows = [...sound, "| Weigh by the truck | missing: no scale speaks to us | |"];
  expect(featureFaults(featuresIn(table(...rows)), tested)).toEqual([]);
});

test.each([
  ["a feature that works and names no test", [...sound, "| Truck | works | |"], "names no test"],
  ["a test that does not run", [...sound, "| Truck | works | `[acopio.truck]` |"], "no test that runs"],
  ["a marked test without a row", sound.slice(1), "has no row for it"],
  ["a feature that is half there and does not say what lacks", [...sound, "| Truck | partly | |"], "neither"],
  ["a missing one with a test", [...sound.slice(1), "| Receive | missing: all | `[acopio.receive]` |"], "is missing"],
  ["two rows for one test", [...sound, "| Again | works | `[acopio.void]` |"], "two rows"],
])("%s is found", (_, rows, fault) => {
  expect(featureFaults(featuresIn(table(...rows)), tested)).toEqual([expect.stringContaining(fault)]);
});
