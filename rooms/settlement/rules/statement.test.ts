import { describe, expect, it } from "vitest";
import { theDay } from "../../../kernel/time/index.ts";
import { coffeeSpotDeductions, coffeeSpotDelivery } from "../../agreements/rules/worked-examples/coffee-spot.ts";
import { settle } from "./statement.ts";
import {
  advance,
  coffeeSettling,
  inputCredit,
  ready,
  settled,
  snowPeaSettling,
  takenBy,
} from "./worked-examples/settled.ts";

describe("member 31 is paid COP 2,940,800 for seven sacks of coffee [settlement.on-the-spot]", () => {
  const statement = settled(coffeeSettling);

  it("value 6,494,786, available 6,348,786, net 2,940,786", () => {
    expect([statement.value, statement.afterLeviesAndThirdParties, statement.available, statement.net]).toEqual([
      6_494_786n,
      6_446_208n,
      6_348_786n,
      2_940_786n,
    ]);
  });

  it("in cash 2,940,800: 14 to the rounding account [settlement.cash-rounding]", () =>
    expect([statement.paid, statement.difference]).toEqual([2_940_800n, 14n]));

  it("deducts, in order, each to its own account [settlement.deductions]", () => {
    expect(statement.deductions.map(({ code, amount, to, basis }) => [code, amount, to, basis])).toEqual([
      ["collection", 48_578n, "collection-charges", ["404.82", "120"]],
      ["share-capital", 64_948n, "share-capital", ["6494786", "1"]],
      ["solidarity", 32_474n, "solidarity-fund", ["6494786", "0.5"]],
      ["advance", 1_500_000n, "advances", ["1500000"]],
      ["input-credit-interest", 108_000n, "credit-interest", ["1800000", "1.5", "4"]],
      ["input-credit", 1_800_000n, "credit-principal", ["1800000"]],
    ]);
  });

  it("the cap of 40 % of available was 2,539,514 and did not bite", () =>
    expect(statement.caps).toEqual([
      { code: "credit-40", base: 6_348_786n, portion: 2_539_514n, limit: 2_539_514n, taken: 1_908_000n, bit: false },
    ]));

  it("nothing stays owed", () =>
    expect(statement.owed).toEqual({
      advances: [{ id: "RC-000871", owed: 0n }],
      credits: [{ id: "CI-0208", principal: 0n, interest: 0n, monthsSettled: 4 }],
    }));

  it("collection charged on net kilos instead would be 48,912", () => {
    const deductions = coffeeSpotDeductions.deductions.map((one) =>
      one.code === "collection" ? { ...one, basis: { ...one.basis, kind: "per-delivered-weight" } } : one,
    );
    const other = settled({ ...coffeeSettling, deductions: ready({ ...coffeeSpotDeductions, deductions }, "1") });
    expect(takenBy(other).collection).toBe(48_912n);
  });

  it("by transfer nothing is rounded to coins", () =>
    expect(settled({ ...coffeeSettling, paidIn: "transfer" })).toMatchObject({ paid: 2_940_786n, difference: 0n }));

  it("two sacks of one day cost each percentage once, on the sum of rounded lines", () => {
    const [one] = coffeeSettling.deliveries;
    if (!one) throw new Error("there is one");
    const twice = [one, { ...one, delivery: { ...coffeeSpotDelivery, id: "second" } }];
    const both = settled({ ...coffeeSettling, deliveries: twice });
    expect(both.value).toBe(2n * 6_494_786n);
    expect(takenBy(both)["share-capital"]).toBe(129_896n);
    expect(takenBy(both).collection).toBe(97_157n);
  });
});

describe("sixteen crates of snow pea leave Q 1,880.94 [settlement.by-period]", () => {
  const statement = settled(snowPeaSettling);

  it("value 2,572.61, available 2,360.94, net 1,880.94", () =>
    expect([statement.value, statement.available, statement.net]).toEqual([257_261n, 236_094n, 188_094n]));

  it("levy 77.18, transport on what came in 71.04, crates 12.00, fund 51.45, instalment 480.00", () => {
    expect(takenBy(statement)).toEqual({
      levy: 7_718n,
      transport: 7_104n,
      crates: 1_200n,
      fund: 5_145n,
      inputs: 48_000n,
    });
    expect(statement.deductions[1]?.basis).toEqual(["592", "0.12"]);
  });

  it("the cap of 50 % of available was 1,180.47", () =>
    expect(statement.caps[0]).toMatchObject({ base: 236_094n, limit: 118_047n, bit: false }));

  it("Q 480.00 of the credit stays owed", () =>
    expect(statement.owed.credits).toEqual([{ id: "SF-12", principal: 48_000n, interest: 0n, monthsSettled: 0 }]));
});

describe("debts are repaid oldest first, interest before principal [settlement.credit]", () => {
  const older = { ...inputCredit, id: "CI-0101", principal: 2_000_000n, since: theDay("2026-03-01") };

  it("two credits under one cap: both interests, then the older principal as far as the cap goes", () => {
    const statement = settled({ ...coffeeSettling, balances: { advances: [], credits: [inputCredit, older] } });
    const lines = statement.deductions.filter((line) => line.class === 6);
    expect(lines.map(({ agreement, asked, amount, heldBy }) => [agreement, asked, amount, heldBy])).toEqual([
      ["CI-0101", 180_000n, 180_000n, null],
      ["CI-0208", 108_000n, 108_000n, null],
      ["CI-0101", 2_000_000n, 2_000_000n, null],
      ["CI-0208", 1_800_000n, 251_514n, "credit-40"],
    ]);
    expect(statement.owed.credits.map(({ id, principal, interest }) => [id, principal, interest])).toEqual([
      ["CI-0208", 1_548_486n, 0n],
      ["CI-0101", 0n, 0n],
    ]);
  });

  it("interest that was charged and not taken stays owed and is not charged again", () => {
    const costly = { ...inputCredit, principal: 500_000_000n };
    const first = settled({ ...coffeeSettling, balances: { advances: [], credits: [costly] } });
    const [after] = first.owed.credits;
    expect(after).toEqual({
      id: "CI-0208",
      principal: 500_000_000n,
      interest: 30_000_000n - 2_539_514n,
      monthsSettled: 4,
    });
    const again = settled({
      ...coffeeSettling,
      balances: { advances: [], credits: [{ ...costly, interestOwed: 27_460_486n, monthsSettled: 4 }] },
    });
    expect(again.deductions.find((line) => line.code === "input-credit-interest")).toMatchObject({
      asked: 27_460_486n,
      basis: ["500000000", "1.5", "0"],
    });
  });

  it("of an instalment of 300,000 the interest of 108,000 comes first", () => {
    const credits = [{ ...inputCredit, instalmentDue: 300_000n }];
    const taken = takenBy(settled({ ...coffeeSettling, balances: { advances: [], credits } }));
    expect([taken["input-credit-interest"], taken["input-credit"]]).toEqual([108_000n, 192_000n]);
  });

  it("of an instalment of 50,000 all is interest, and the rest of the interest stays owed", () => {
    const credits = [{ ...inputCredit, instalmentDue: 50_000n }];
    const statement = settled({ ...coffeeSettling, balances: { advances: [], credits } });
    expect(statement.deductions.at(-1)).toMatchObject({
      code: "input-credit-interest",
      asked: 50_000n,
      amount: 50_000n,
    });
    expect(statement.owed.credits[0]).toMatchObject({ principal: 1_800_000n, interest: 58_000n });
  });

  it("a credit of a later day bears no interest, and an overdue one waits for a deduction of class 5", () => {
    const later = { ...inputCredit, since: theDay("2026-09-17") };
    const overdue = { ...inputCredit, id: "old", standing: "overdue" as const };
    const statement = settled({ ...coffeeSettling, balances: { advances: [], credits: [later, overdue] } });
    expect(statement.deductions.filter((line) => line.class >= 5).map((line) => [line.agreement, line.amount])).toEqual(
      [["CI-0208", 1_800_000n]],
    );
  });
});

describe("each hand-over is settled under the rules of its own day", () => {
  it("a charge decided on the 16th does not touch what came in on the 15th", () => {
    const [one] = coffeeSettling.deliveries;
    if (!one) throw new Error("there is one");
    const deductions = coffeeSpotDeductions.deductions.map((each) =>
      each.code === "collection" ? { ...each, rule: { ...each.rule, from: "2026-09-16" } } : each,
    );
    const before = { ...one, delivery: { ...coffeeSpotDelivery, id: "day-before", day: "2026-09-15" } };
    const statement = settled({
      ...coffeeSettling,
      prices: () => "2005000",
      deliveries: [before, one],
      deductions: ready({ ...coffeeSpotDeductions, deductions }, "1"),
    });
    expect(statement.deductions[0]).toMatchObject({ code: "collection", amount: 48_578n, basis: ["404.82", "120"] });
    expect(takenBy(statement)["share-capital"]).toBe(129_896n);
  });
});

describe("charges by container and by hand-over", () => {
  const charge = (basis: object) => ({
    ...coffeeSpotDeductions,
    caps: [],
    deductions: coffeeSpotDeductions.deductions.slice(0, 1).map((each) => ({ ...each, basis })),
  });
  const twice = coffeeSettling.deliveries.flatMap((one) => [
    one,
    { ...one, delivery: { ...coffeeSpotDelivery, id: "second", bags: 5 } },
  ]);
  const rounding = { mode: "half-up", grain: "1" };

  it.each([
    ["800 for each of 12 sacks", { kind: "per-container", rate: "800", rounding }, 9_600n, ["12", "800"]],
    [
      "2,500 for each of 2 hand-overs",
      { kind: "fixed", amount: "2500", per: "delivery", rounding },
      5_000n,
      ["2", "2500"],
    ],
    ["2,500 once", { kind: "fixed", amount: "2500", per: "statement", rounding }, 2_500n, ["1", "2500"]],
    [
      "1 per cent, to the nearest 50",
      { kind: "percent-of-value", percent: "1", rounding: { mode: "half-up", grain: "50" } },
      129_900n,
      ["12989572", "1"],
    ],
  ])("%s", (_words, basis, amount, values) => {
    const statement = settled({ ...coffeeSettling, deliveries: twice, deductions: ready(charge(basis), "1") });
    expect(statement.deductions).toMatchObject([{ asked: amount, amount, basis: values }]);
  });
});

describe("a rule holds from its first day to its last", () => {
  const dated = (code: string, from: string, until: string) =>
    coffeeSpotDeductions.deductions.map((each) =>
      each.code === code ? { ...each, rule: { ...each.rule, from, until } } : each,
    );
  const taken = (deductions: readonly object[]) =>
    takenBy(settled({ ...coffeeSettling, deductions: ready({ ...coffeeSpotDeductions, deductions, caps: [] }, "1") }));

  it("a charge on hand-overs of the 16th", () => {
    expect(taken(dated("collection", "2026-09-16", "2026-09-16")).collection).toBe(48_578n);
    expect(taken(dated("collection", "2026-01-01", "2026-09-15")).collection).toBeUndefined();
  });

  it("debts and savings follow the rule of the day of settlement", () => {
    expect(taken(dated("advance", "2026-01-01", "2026-09-15")).advance).toBeUndefined();
    expect(taken(dated("input-credit", "2026-09-17", "2026-12-31"))["input-credit"]).toBeUndefined();
    const [first] = coffeeSpotDeductions.deductions;
    const basis = { kind: "percent-of-available", percent: "5", rounding: { mode: "half-up", grain: "1" } };
    const savings = (from: string) => ({
      ...first,
      code: "savings",
      class: 7,
      to: "savings",
      basis,
      rule: { ...first?.rule, from },
    });
    expect(taken([savings("2026-09-16")])).toEqual({ savings: 324_739n });
    expect(taken([savings("2026-09-17")])).toEqual({});
  });
});

describe("what cannot be settled says why", () => {
  const refusal = (said: Partial<typeof coffeeSettling>) => {
    const found = settle({ ...coffeeSettling, ...said });
    return found.ok ? "settled" : found.refusal.code;
  };
  const [one] = coffeeSettling.deliveries;

  it("no hand-over named, or one named twice", () => {
    expect(refusal({ deliveries: [] })).toBe("settlement.nothing-named");
    expect(refusal({ deliveries: one ? [one, one] : [] })).toBe("settlement.delivery-twice");
  });

  it("prices or deductions in another currency, grain or unit than the book's", () => {
    expect(refusal({ deliveries: snowPeaSettling.deliveries })).toBe("settlement.other-currency");
    expect(refusal({ deductions: snowPeaSettling.deductions })).toBe("settlement.other-currency");
    expect(refusal({ grain: { ...coffeeSettling.grain, line: "0.01" } })).toBe("settlement.other-grain");
    const inPounds = coffeeSpotDeductions.deductions.map((each) =>
      each.code === "collection" ? { ...each, basis: { ...each.basis, unit: "lb" } } : each,
    );
    expect(refusal({ deductions: ready({ ...coffeeSpotDeductions, deductions: inPounds }, "1") })).toBe(
      "settlement.other-unit",
    );
  });

  it("a hand-over that cannot be valued", () =>
    expect(refusal({ prices: () => null })).toBe("valuation.price-missing"));

  it("without deductions all is paid", () =>
    expect(settled({ ...coffeeSettling, deductions: null })).toMatchObject({
      net: 6_494_786n,
      available: 6_494_786n,
      owed: {
        advances: [{ owed: advance.owed }],
        credits: [{ principal: 1_800_000n, interest: 0n, monthsSettled: 0 }],
      },
    }));
});
