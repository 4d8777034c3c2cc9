import { describe, expect, it } from "vitest";
import { coffeeSpotDeductions } from "../../agreements/rules/worked-examples/coffee-spot.ts";
import { coffeeSettling, inputCredit, ready, settled, snowPeaSettling, takenBy } from "./worked-examples/settled.ts";

const peso = { mode: "half-up", grain: "1" } as const;
const debts = ["advance", "input-credit-interest", "input-credit"];

/** At least so many per cent of value less levies and third parties is paid out. */
const subsistence = (percent: string, limits: readonly string[] = debts) => ({
  kind: "subsistence",
  code: "subsistence",
  percent,
  base: "value-less-levies-and-third-parties",
  limits,
  rounding: peso,
});

/** Coffee settled with these caps, and perhaps more deductions. */
const withCaps = (caps: readonly object[], more: readonly object[] = [], takenThisYear: Record<string, bigint> = {}) =>
  settled({
    ...coffeeSettling,
    takenThisYear,
    deductions: ready(
      { ...coffeeSpotDeductions, deductions: [...coffeeSpotDeductions.deductions, ...more], caps },
      "1",
    ),
  });

describe("at least X % of value less levies and third parties is paid out [settlement.subsistence]", () => {
  it("member 31 has 45.6 % left: with X = 45 nothing changes", () => {
    const statement = withCaps([...coffeeSpotDeductions.caps, subsistence("45")]);
    expect(statement.net).toBe(2_940_786n);
    expect(statement.caps[1]).toMatchObject({ base: 6_446_208n, portion: 2_900_794n, bit: false });
  });

  it("with X = 50 it takes 282,318 off the credit's principal, which stays owed", () => {
    const statement = withCaps([...coffeeSpotDeductions.caps, subsistence("50")]);
    expect(statement.net).toBe(3_223_104n);
    expect(takenBy(statement)).toMatchObject({
      advance: 1_500_000n,
      "input-credit-interest": 108_000n,
      "input-credit": 1_800_000n - 282_318n,
    });
    expect(statement.deductions.at(-1)).toMatchObject({ asked: 1_800_000n, heldBy: "subsistence" });
    expect(statement.caps[1]).toMatchObject({ portion: 3_223_104n, limit: 3_125_682n, taken: 3_125_682n, bit: true });
    expect(statement.owed.credits).toEqual([{ id: "CI-0208", principal: 282_318n, interest: 0n, monthsSettled: 4 }]);
  });

  const savings = {
    code: "savings",
    class: 7,
    rule: { id: "S-01", decidedBy: "Cada socio", from: "2026-01-01" },
    basis: { kind: "percent-of-available", percent: "5", rounding: peso },
    to: "savings",
    name: { es: "Ahorro" },
    reason: { es: "Lo que usted decidió ahorrar." },
  };

  it.each([
    ["45", [317_439n - 277_447n, 1_800_000n, 108_000n, 1_500_000n]],
    ["50", [0n, 1_517_682n, 108_000n, 1_500_000n]],
    ["75", [0n, 0n, 14_130n, 1_500_000n]],
    ["90", [0n, 0n, 0n, 547_199n]],
    ["100", [0n, 0n, 0n, 0n]],
  ])("with X = %s savings give way first, then principal, interest, advance", (percent, expected) => {
    const taken = takenBy(withCaps([subsistence(percent, [...debts, "savings"])], [savings]));
    expect(["savings", "input-credit", "input-credit-interest", "advance"].map((code) => taken[code])).toEqual(
      expected,
    );
  });
});

describe("a cap limits what it names and nothing else [settlement.caps]", () => {
  it("40 % of available holds the credit at 2,539,514 and leaves the advance alone", () => {
    const statement = settled({
      ...coffeeSettling,
      balances: { ...coffeeSettling.balances, credits: [{ ...inputCredit, principal: 4_000_000n }] },
    });
    expect(takenBy(statement)).toMatchObject({
      advance: 1_500_000n,
      "input-credit-interest": 240_000n,
      "input-credit": 2_539_514n - 240_000n,
    });
    expect(statement.caps[0]).toMatchObject({ taken: 2_539_514n, bit: true });
    expect(statement.owed.credits[0]).toMatchObject({ principal: 1_700_486n, interest: 0n });
  });

  it("50 % of available holds a season's inputs at Q 1,180.47", () => {
    const credits = snowPeaSettling.balances.credits.map((one) => ({
      ...one,
      principal: 300_000n,
      instalmentDue: null,
    }));
    const statement = settled({ ...snowPeaSettling, balances: { advances: [], credits } });
    expect(takenBy(statement)).toMatchObject({ inputs: 118_047n });
    expect(statement.net).toBe(118_047n);
    expect(statement.owed.credits[0]).toMatchObject({ principal: 181_953n });
  });

  it("contributions stop at what the statute allows in a year, counting what this year took", () => {
    const yearly = { kind: "yearly", code: "statute", amount: "100000", base: "statute", limits: ["share-capital"] };
    const statement = withCaps([yearly], [], { "share-capital": 60_000n });
    expect(statement.deductions[1]).toMatchObject({ asked: 64_948n, amount: 40_000n, heldBy: "statute" });
    expect(statement.caps[0]).toMatchObject({ portion: 100_000n, limit: 40_000n, bit: true });
    expect(takenBy(withCaps([yearly], [], { "share-capital": 200_000n }))["share-capital"]).toBe(0n);
  });

  it("of two caps the tighter one is named", () => {
    const tight = { ...coffeeSpotDeductions.caps[0], code: "credit-10", percent: "10" };
    const statement = withCaps([...coffeeSpotDeductions.caps, tight]);
    expect(statement.deductions.at(-1)).toMatchObject({ amount: 634_879n - 108_000n, heldBy: "credit-10" });
    expect(statement.caps.map((cap) => cap.bit)).toEqual([false, true]);
  });
});

describe("a value that is used up", () => {
  it("is never paid below zero: what is not taken is named and stays owed", () => {
    const statement = settled({
      ...coffeeSettling,
      balances: { advances: [{ id: "big", owed: 9_000_000n, since: inputCredit.since }], credits: [inputCredit] },
    });
    expect(statement.net).toBe(0n);
    expect(statement.paid).toBe(0n);
    expect(statement.deductions.filter((line) => line.heldBy !== null)).toMatchObject([
      { code: "advance", asked: 9_000_000n, amount: 6_348_786n, heldBy: "nothing-left" },
      { code: "input-credit-interest", asked: 108_000n, amount: 0n, heldBy: "nothing-left" },
      { code: "input-credit", asked: 1_800_000n, amount: 0n, heldBy: "nothing-left" },
    ]);
    expect(statement.owed.advances[0]?.owed).toBe(2_651_214n);
    expect(statement.owed.credits[0]).toMatchObject({ principal: 1_800_000n, interest: 108_000n, monthsSettled: 4 });
  });
});
