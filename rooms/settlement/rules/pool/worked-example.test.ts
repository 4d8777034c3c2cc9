/** Worked example 2: from the export invoice of a container back to the member's second payment, in soles. */
import { describe, expect, it } from "vitest";
import { type How, howSchema, reckonEntry } from "./entry.ts";
import type { EntryKind } from "./kinds.ts";
import { type Delivered, producersShare, reckonPool } from "./reckoning.ts";

const soles = { currency: "PEN", line: "0.01", cash: "0.1" };
const cents = (how: How): bigint => reckonEntry(how, soles)?.amount ?? -1n;
const exchange = { rate: "3.55", source: "SBS", on: "2026-09-16" };

/** 275 bags of 69 kg at 314.00 cents a pound; a pound is 0.45359237 kg. */
const sale = howSchema.parse({
  way: "foreign",
  currency: "USD",
  quantity: "18975",
  per: "0.45359237",
  price: "3.14",
  grain: "0.01",
  exchange,
});
const premium = { ...sale, price: "0.20" } as How;
const parchment = "24967.11";
const segunda: How = {
  way: "quantity",
  quantity: parchment,
  share: { percent: "4", grain: "0.01" },
  per: "1",
  price: "6.00",
};
const firstPayments: How = { way: "quantity", quantity: parchment, per: "1", price: "14.60" };
const milling: How = { way: "quantity", quantity: parchment, per: "55.2", price: "38.00" };
const freight: How = { way: "quantity", quantity: "412.5", per: "1", price: "62.00" };
const preFinance: How = { way: "interest", base: "364519.81", percentPerYear: "12", days: 75, yearDays: 360 };
const margin: How = { way: "percent", percent: "6", base: "466309.26" };

const entries: readonly { readonly kind: EntryKind; readonly amount: bigint }[] = [
  { kind: "sale", amount: cents(sale) },
  { kind: "premium", amount: cents(premium) },
  { kind: "sub-product", amount: cents(segunda) },
  { kind: "milling", amount: cents(milling) },
  { kind: "freight", amount: cents(freight) },
  { kind: "pre-finance", amount: cents(preFinance) },
  { kind: "margin", amount: cents(margin) },
];
const rule = { percent: "80", rateGrain: "0.0001" };
/** The member with 1,240.50 kg, and all the others as one. */
const two: readonly Delivered[] = [
  { agent: "member", grams: 1_240_500n, first: 1_811_130n },
  { agent: "others", grams: 23_726_610n, first: 34_640_851n },
];

describe("what each paper comes to [pool.worked-example]", () => {
  it("the sale in dollars, then in soles", () => {
    const reckoned = reckonEntry(sale, soles);
    expect(reckoned?.figures.find((one) => one.step === "foreign")?.value).toBe("131354.72");
    expect(reckoned?.amount).toBe(46_630_926n);
    expect(reckonEntry(premium, soles)?.figures.find((one) => one.step === "foreign")?.value).toBe("8366.54");
  });
  it("the sub-product: 4 % is 998.68 kg, at 6.00", () => {
    expect(reckonEntry(segunda, soles)).toEqual({
      amount: 599_208n,
      figures: [
        { step: "quantity", value: "24967.11" },
        { step: "share", value: "998.68" },
        { step: "units", value: "998.68" },
        { step: "price", value: "6" },
      ],
    });
  });
  it("what was paid first, milling, freight, interest and margin", () => {
    expect([firstPayments, milling, freight, preFinance, margin].map(cents)).toEqual([
      36_451_981n,
      1_718_750n,
      2_557_500n,
      911_300n,
      2_797_856n,
    ]);
  });
  it("a plain amount is a whole number of cents", () => {
    expect(cents({ way: "amount", amount: "25575.00" })).toBe(2_557_500n);
    expect(reckonEntry({ way: "amount", amount: "25575.005" }, soles)).toBeNull();
  });
});

describe("the pool of the container [pool.worked-example]", () => {
  const pool = reckonPool(two, entries, rule, soles);
  it("leaves 27,927.47: 80 % to the members, the rest to the reserve", () => {
    expect([pool.first, pool.surplus, pool.toMembers, pool.reserve]).toEqual([
      36_451_981n,
      2_792_747n,
      2_234_198n,
      558_549n,
    ]);
  });
  it("pays 0.8948 a kilo: the member with 1,240.50 kg gets 1,110.00 after 18,111.30", () => {
    expect([pool.rate, pool.rounding]).toEqual(["0.8948", "half-up"]);
    expect(pool.lines[0]).toMatchObject({ first: 1_811_130n, amount: 111_000n });
  });
  it("keeps the residue of 1.41 in the pool", () => {
    expect([pool.paid, pool.residue]).toEqual([2_234_057n, 141n]);
  });
  it("rounds up to 281 lines half-up, and truncates the lines where there are more", () => {
    const spread = (count: number): readonly Delivered[] =>
      Array.from({ length: count }, (_, at) => ({
        agent: `${at}`,
        grams: at === 0 ? 24_967_110n - BigInt(count - 1) * 85_000n : 85_000n,
        first: at === 0 ? 36_451_981n : 0n,
      }));
    expect(reckonPool(spread(281), entries, rule, soles).rounding).toBe("half-up");
    expect(reckonPool(spread(282), entries, rule, soles)).toMatchObject({ rounding: "truncate", rate: "0.8948" });
  });
  it("gives producers 83.0 % of the sale, 78.0 % where the premium is counted in", () => {
    expect(producersShare(pool)).toEqual({ ofSale: "83", withPremium: "78" });
  });
});

describe("what another rounding would give [pool.worked-example]", () => {
  it("pounds rounded to 41,832.71 give 131,354.71 dollars", () => {
    const rounded = reckonEntry({ ...sale, quantity: "41832.71", per: "1" } as How, soles);
    expect(rounded?.figures.find((one) => one.step === "foreign")?.value).toBe("131354.71");
  });
  it("exact parchment gives 364,519.74 of first payments", () => {
    expect(cents({ way: "quantity", quantity: "18975", per: "0.76", price: "14.60" })).toBe(36_451_974n);
  });
  it("soles from exact dollars give 466,309.27", () => {
    expect(cents({ ...sale, grain: "0.000000000001" } as How)).toBe(46_630_927n);
  });
});
