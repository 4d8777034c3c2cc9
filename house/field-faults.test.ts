import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tagsTested } from "./features.ts";
import { fieldFaultFaults } from "./field-faults.ts";
import { REPOSITORY, sources } from "./sources.ts";

const table = readFileSync(join(REPOSITORY, "docs/field-faults.md"), "utf8");
const tested = tagsTested(sources());

test("every fault of the field has a scenario that runs, in the file that the table names", () => {
  expect(fieldFaultFaults(table, tested)).toEqual([]);
});

test.each([
  ["a fault that left the table", table.replace(/^\| Two tabs.*$/m, ""), 'no row for "Two tabs"'],
  ["a scenario that is gone", table.replace("[fault.gap]", "[fault.hole]"), "is marked [fault.hole]"],
  [
    "a scenario that moved",
    table.replace("telephone-faults.test.ts", "dead.test.ts"),
    "no test that runs in scenarios/field/dead.test.ts",
  ],
  [
    "a row that says nothing of what is asserted",
    table.replace(/both receive and send[^|]*/, "|"),
    "no row of this table",
  ],
])("%s is found", (_, changed, fault) => {
  expect(fieldFaultFaults(changed, tested).join("\n")).toContain(fault);
});
