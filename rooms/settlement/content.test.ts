import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../kernel/canonical.ts";
import { type StatementHeading, statementContent } from "./content.ts";
import { coffeeSettling, pesos, settled, snowPeaSettling } from "./rules/worked-examples/settled.ts";

const measured = (measure: string, value: string, method: string, instrument: string) => ({
  measure,
  value,
  method,
  instrument,
});
const heading: StatementHeading = {
  number: "L-2026-003182",
  book: "01994f00-0000-7000-8000-00000000b00c",
  organisation: "Cooperativa Tres Quebradas",
  agent: { id: "01994f00-0000-7000-8000-0000000000a9", memberNumber: "0131" },
  days: { happened: "2026-09-16", booked: "2026-09-16", issued: "2026-09-16" },
  deductionPlan: { id: "01994f00-0000-7000-8000-00000000dedc", version: 2, code: "descuentos-2026" },
  grain: pesos,
  deliveries: [
    {
      receipt: "T3Q-2-004417",
      product: "coffee-parchment",
      measurements: [
        measured("moisture", "12.6", "capacitance-meter", "M-07"),
        measured("sample-grams", "250", "scale", "B-09"),
        measured("sound-grams", "188.2", "scale", "B-09"),
        measured("pasilla-grams", "9.4", "scale", "B-09"),
      ],
      plan: { id: "01994f00-0000-7000-8000-00000000c0fe", version: 3, code: "cafe-pergamino-2026" },
    },
  ],
  payment: { mode: "cash", place: "01994f00-0000-7000-8000-00000000face", day: "2026-09-18" },
  shares: 1_284_310n,
};

describe("the paper of a statement keeps values, not words [settlement.statement-paper]", () => {
  const content = statementContent(settled(coffeeSettling), heading);

  it("is the same after a journey through JSON", () => expect(JSON.parse(JSON.stringify(content))).toEqual(content));

  it("holds no number but counts and versions: all else is text", () => {
    const numbers: string[] = [];
    JSON.stringify(content, (key, value) => {
      if (typeof value === "number") numbers.push(key);
      return value;
    });
    expect([...new Set(numbers)].sort()).toEqual(["bags", "class", "version"]);
  });

  it("keeps the hand-over with every figure of its plan", () => {
    expect(content.deliveries[0]).toMatchObject({
      receipt: "T3Q-2-004417",
      gross: "412500",
      tare: "4900",
      net: "407600",
      prices: [{ series: "fnc-pergamino", period: "2026-09-16", value: "2005000" }],
      figures: ["412.5", "4.9", "407.6", "404.82", "92.99", "16040", "21013.14", "16043.64", "6494786"],
      lines: [{ line: "parchment", quantity: "404.82", price: "16043.64", amount: "6494786" }],
    });
  });

  it("keeps totals, payment and balances", () => {
    expect(content.subtotals).toEqual({
      value: "6494786",
      afterLeviesAndThirdParties: "6446208",
      available: "6348786",
      net: "2940786",
    });
    expect(content.payment).toMatchObject({ mode: "cash", paid: "2940800", difference: "14" });
    expect(content.after).toEqual({
      advances: [{ id: "RC-000871", owed: "0" }],
      credits: [{ id: "CI-0208", principal: "0", interest: "0" }],
      shares: "1284310",
    });
  });

  it("each deduction names rule, destination and what was asked", () => {
    expect(
      content.deductions.map(({ code, rule, to, asked, amount, heldBy }) => [code, rule, to, asked === amount, heldBy]),
    ).toEqual([
      ["collection", "D-01", "collection-charges", true, null],
      ["share-capital", "Estatuto, artículo 31", "share-capital", true, null],
      ["solidarity", "D-04", "solidarity-fund", true, null],
      ["advance", "D-06", "advances", true, null],
      ["input-credit-interest", "D-07", "credit-interest", true, null],
      ["input-credit", "D-07", "credit-principal", true, null],
    ]);
  });
});

describe("the text that is kept", () => {
  it("plain JSON of the content is its canonical text: every object is built in the order of its names", () => {
    for (const settling of [coffeeSettling, snowPeaSettling]) {
      const content = statementContent(settled(settling), heading);
      expect(JSON.stringify(content)).toBe(canonicalJson(content));
    }
  });
});
