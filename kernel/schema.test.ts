import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import {
  codeSchema,
  currencySchema,
  daySchema,
  decimalSchema,
  kilogramsSchema,
  notNegativeSchema,
  percentSchema,
  textSchema,
  wholeSchema,
} from "./schema.ts";
import { compareDays, type Day, theDay } from "./time/index.ts";

const cases: [string, z.ZodMiniType, string[], unknown[]][] = [
  ["a decimal", decimalSchema, ["12.6", "-0.5", "0"], ["1e3", "12,6", 12.6, "", "1".repeat(41)]],
  ["a decimal that is not negative", notNegativeSchema, ["0", "1.50"], ["-0.5", "-0"]],
  ["kilograms of a scale", kilogramsSchema, ["412.5", "0", "0.005"], ["-1", "0.0005", "123456789.123"]],
  ["a whole number", wholeSchema, ["0", "412500"], ["-1", "1.0", "007", "1".repeat(16), 7]],
  ["a percentage", percentSchema, ["0", "12.6", "100"], ["100.1", "-1", "12.6 %"]],
  ["a day", daySchema, ["2026-11-21", "2028-02-29"], ["2026-02-29", "2026-1-1", "21/11/2026"]],
  ["a code", codeSchema, ["coffee-parchment", "qq46"], ["Coffee", "-a", "a--b", "a_b", "", "a".repeat(65)]],
  ["a currency", currencySchema, ["COP", "PEN"], ["cop", "S/", "PESO"]],
  ["words", textSchema(12), ["Huabal", "Ñusta"], ["", "   ", "x".repeat(13), "\ud800"]],
];

describe.each(cases)("%s", (_, schema, taken, refused) => {
  it.each(taken)("takes %j", (value) => expect(schema.safeParse(value).success).toBe(true));
  it.each(refused)("refuses %j", (value) => expect(schema.safeParse(value).success).toBe(false));
  it("can be published as JSON Schema", () => expect(z.toJSONSchema(schema)).toMatchObject({ type: "string" }));
});

it("a day that was read is the kernel's day", () => {
  const on: Day = daySchema.parse("2026-11-21");
  expect(compareDays(on, theDay("2026-11-20"))).toBe(1);
});
