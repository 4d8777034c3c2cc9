import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import { coffeeSpotDeductions, coffeeSpotDelivery } from "../../agreements/rules/worked-examples/coffee-spot.ts";
import type { Settling, Statement } from "./statement.ts";
import { coffeeSettling, ready, settled } from "./worked-examples/settled.ts";

const peso = { mode: "half-up", grain: "1" } as const;
const rule = { id: "R-1", decidedBy: "Asamblea", from: "2020-01-01" };
const said = { rule, name: { es: "x" }, reason: { es: "x" } };
const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => `${(tenths - (tenths % 10)) / 10}.${tenths % 10}`);
const grains = (max: bigint) => fc.bigInt({ min: 0n, max });

/** A deduction of each class, each asking for anything from nothing to far too much. */
const deductions = fc.tuple(percent, percent, percent, percent).map(([levy, cost, capital, savings]) => [
  {
    ...said,
    code: "levy",
    class: 1,
    basis: { kind: "percent-of-value", percent: levy, rounding: peso },
    to: "levies-withheld",
  },
  {
    ...said,
    code: "cost",
    class: 2,
    basis: { kind: "per-paid-weight", rate: `${cost}5`, unit: "kg", rounding: peso },
    to: "collection-charges",
  },
  {
    ...said,
    code: "capital",
    class: 3,
    basis: { kind: "percent-of-value", percent: capital, rounding: peso },
    to: "share-capital",
  },
  { ...said, code: "advance", class: 4, basis: { kind: "advance-balance" }, to: "advances" },
  {
    ...said,
    code: "late-interest",
    class: 5,
    basis: { kind: "credit-interest", rounding: peso },
    to: "credit-interest",
  },
  { ...said, code: "late", class: 5, basis: { kind: "credit-principal" }, to: "credit-principal" },
  { ...said, code: "interest", class: 6, basis: { kind: "credit-interest", rounding: peso }, to: "credit-interest" },
  { ...said, code: "principal", class: 6, basis: { kind: "credit-principal" }, to: "credit-principal" },
  {
    ...said,
    code: "savings",
    class: 7,
    basis: { kind: "percent-of-available", percent: savings, rounding: peso },
    to: "savings",
  },
]);
const debts = ["advance", "late-interest", "late", "interest", "principal", "savings"];
const shareCap = percent.map((of) => ({
  kind: "share",
  code: "share",
  percent: of,
  base: "available",
  limits: ["late-interest", "late", "interest", "principal"],
  rounding: peso,
}));
const floorCap = percent.map((of) => ({
  kind: "subsistence",
  code: "floor",
  percent: of,
  base: "value-less-levies-and-third-parties",
  limits: debts,
  rounding: peso,
}));

const since = fc.integer({ min: -20, max: 900 }).map((days) => addDays(theDay("2026-09-16"), -days));
const advance = fc.record({ id: fc.uuid(), owed: grains(4_000_000n), since });
const credit = fc.record({
  id: fc.uuid(),
  standing: fc.constantFrom("overdue" as const, "current" as const),
  principal: grains(4_000_000n),
  interestOwed: grains(50_000n),
  ratePerMonth: percent,
  method: fc.constant("simple-monthly" as const),
  since,
  monthsSettled: fc.integer({ min: 0, max: 40 }),
  instalmentDue: fc.option(grains(2_000_000n), { nil: null }),
});

const settling = (caps: fc.Arbitrary<object[]>): fc.Arbitrary<Settling> =>
  fc
    .record({
      list: deductions,
      caps,
      advances: fc.uniqueArray(advance, { maxLength: 3, selector: (one) => one.id }),
      credits: fc.uniqueArray(credit, { maxLength: 3, selector: (one) => one.id }),
      gross: fc.bigInt({ min: 4_900n, max: 900_000n }),
    })
    .map(({ list, caps: limits, advances, credits, gross }) => ({
      ...coffeeSettling,
      deliveries: coffeeSettling.deliveries.map((one) => ({
        ...one,
        delivery: { ...coffeeSpotDelivery, grossGrams: gross },
      })),
      deductions: ready({ ...coffeeSpotDeductions, deductions: list, caps: limits }, "1"),
      balances: { advances, credits },
    }));

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

it("value less what is deducted is the net, and it is never below zero", () => {
  fc.assert(
    fc.property(settling(fc.tuple(shareCap, floorCap)), (given) => {
      const statement = settled(given);
      expect(statement.net).toBe(statement.value - sum(statement.deductions.map((line) => line.amount)));
      expect(statement.net >= 0n && statement.paid >= 0n).toBe(true);
      expect(statement.paid - statement.net).toBe(statement.difference);
      expect(statement.paid % 50n).toBe(0n);
      for (const line of statement.deductions) {
        expect(line.amount >= 0n && line.amount <= line.asked).toBe(true);
        expect(line.heldBy === null).toBe(line.amount === line.asked);
      }
    }),
  );
});

it("no cap is passed, and what protects subsistence is kept as far as classes 1 to 3 leave it", () => {
  fc.assert(
    fc.property(settling(fc.tuple(shareCap, floorCap)), (given) => {
      const statement = settled(given);
      for (const cap of statement.caps) expect(cap.taken <= cap.limit).toBe(true);
      const floor = statement.caps[1]?.portion ?? 0n;
      expect(statement.net >= least(floor, statement.available)).toBe(true);
    }),
  );
});

it("what is repaid and what stays owed is what was owed, with the interest of the months charged", () => {
  fc.assert(
    fc.property(settling(fc.tuple(shareCap, floorCap)), (given) => {
      const statement = settled(given);
      const repaid = (id: string) =>
        sum(statement.deductions.filter((line) => line.agreement === id).map((line) => line.amount));
      for (const [index, one] of given.balances.advances.entries())
        expect(repaid(one.id) + (statement.owed.advances[index]?.owed ?? 0n)).toBe(one.owed);
      for (const [index, one] of given.balances.credits.entries()) {
        const after = statement.owed.credits[index];
        if (!after) throw new Error("each credit has its balance after");
        expect(after.principal >= 0n && after.interest >= 0n).toBe(true);
        const before = one.principal + one.interestOwed;
        const fresh = after.principal + after.interest + repaid(one.id) - before;
        expect(fresh >= 0n).toBe(true);
        if (after.monthsSettled === one.monthsSettled) expect(fresh).toBe(0n);
      }
    }),
  );
});

/** The other way to say it: take everything without the protection, then give back from the last line until enough is left. */
function givenBack(without: Statement, portion: bigint): bigint[] {
  const floor = least(portion, without.available);
  let missing = floor - without.net;
  const amounts = without.deductions.map((line) => line.amount as bigint);
  for (let at = amounts.length - 1; at >= 0 && missing > 0n; at -= 1) {
    if ((without.deductions[at]?.class ?? 0) < 4) break;
    const back = least(missing, amounts[at] ?? 0n);
    amounts[at] = (amounts[at] ?? 0n) - back;
    missing -= back;
  }
  return amounts;
}

it("protecting subsistence takes off class 7 first, then 6, 5 and 4", () => {
  fc.assert(
    fc.property(settling(shareCap.map((cap) => [cap])), percent, (given, of) => {
      const plan = given.deductions?.plan;
      const floor = { ...coffeeSpotDeductions.caps[0], kind: "subsistence", code: "floor", percent: of };
      const caps = [...(plan?.caps ?? []), { ...floor, base: "value-less-levies-and-third-parties", limits: debts }];
      const protectedOne = settled({ ...given, deductions: ready({ ...plan, caps }, "1") });
      const expected = givenBack(settled(given), protectedOne.caps[1]?.portion ?? 0n);
      expect(protectedOne.deductions.map((line) => line.amount)).toEqual(expected);
    }),
  );
});

it("is the same whatever order debts are listed in, but for those of one day", () => {
  fc.assert(
    fc.property(settling(fc.tuple(shareCap, floorCap)), (given) => {
      const days = given.balances.credits.map((one) => one.since);
      fc.pre(new Set(days).size === days.length);
      const turned = { ...given.balances, credits: [...given.balances.credits].reverse() };
      expect(settled({ ...given, balances: turned }).deductions).toEqual(settled(given).deductions);
    }),
  );
});
