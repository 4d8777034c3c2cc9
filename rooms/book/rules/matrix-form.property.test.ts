import fc from "fast-check";
import { expect, test } from "vitest";
import { firstPowers } from "./first-powers.ts";
import { limitsFromLine, lineFromLimits } from "./matrix-form.ts";

const line = fc.record({
  held: fc.constant(true),
  second: fc.boolean(),
  apart: fc.boolean(),
  upTo: fc.constantFrom("", "500000"),
  currency: fc.constant("COP"),
  product: fc.constantFrom("", "cocoa"),
});

test("what a line of the form says is read back as the same line, and means the same", () => {
  fc.assert(
    fc.property(line, (said) => {
      const limits = limitsFromLine("pay", said);
      const read = lineFromLimits({ treasurer: limits }, "treasurer", "pay");
      expect(read).not.toBeNull();
      expect(limitsFromLine("pay", read ?? said)).toEqual(limits);
    }),
  );
});

test("limits that no line can say are left to be kept as they are, never lost or softened", () => {
  const held = (...limits: readonly object[]) =>
    lineFromLimits({ treasurer: limits.map((one) => ({ power: "pay", ...one })) }, "treasurer", "pay");
  expect(held({ upTo: "5", currency: "COP", second: true })).toBeNull();
  expect(held({ upTo: "5", currency: "COP" }, { upTo: "9", currency: "PEN" })).toBeNull();
  expect(held({ product: "cocoa" }, { product: "coffee-cherry" })).toBeNull();
  expect(held()).toMatchObject({ held: false });
});

test("the form can say the whole first matrix", () => {
  for (const [role, limits] of Object.entries(firstPowers))
    for (const { power } of limits) expect(lineFromLimits(firstPowers, role, power)).toMatchObject({ held: true });
});
