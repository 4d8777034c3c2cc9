import { describe, expect, it } from "vitest";
import { compose, type Seller, type Settled } from "./compose.ts";
import type { Bought } from "./lines.ts";
import type { PurchaseTaxSheet } from "./sheet.ts";
import { colombia } from "./templates/colombia.ts";
import { guatemala } from "./templates/guatemala.ts";
import { peru } from "./templates/peru.ts";

const seller = (isMember: boolean): Seller => ({
  ...{ agent: "a", memberNumber: null, isMember, name: null, organisationName: null },
  ...{ identity: null, address: null, taxNumber: null },
});

/** A statement of one hand-over: kilos in grams, value in line grains, owed whole and paid by transfer. */
const statement = (value: bigint, grams: bigint, more: Partial<Settled> = {}): Settled => ({
  ...{
    statement: "s",
    number: "L-1",
    agent: "a",
    agreement: "z",
    closedOn: "2026-11-15",
    paidIn: "transfer",
    levies: [],
  },
  ...{ currency: "PEN", value, net: value, paid: value, owed: value },
  bought: [{ delivery: "d", receipt: "R-1", day: "2026-11-14", product: "coffee", grams, value, statement: "s" }],
  ...more,
});

const soles = { currency: "PEN", line: "0.01", cash: "0.10" };
const quetzales = { currency: "GTQ", line: "0.01", cash: "0.05" };
const pesos = { currency: "COP", line: "1", cash: "50" };

function made(sheet: PurchaseTaxSheet, isMember: boolean, of: readonly Settled[], more: object = {}) {
  const grain = { PEN: soles, GTQ: quetzales, COP: pesos }[sheet.currency] ?? soles;
  const composing = { sheet, seller: seller(isMember), statements: of, before: {}, day: "2026-11-15", grain };
  const found = compose({ ...composing, ...more });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}
const amounts = (composed: ReturnType<typeof made>) => composed.taxes.map(({ code, amount }) => [code, amount]);

describe("a Peruvian liquidación de compra [purchase.peru]", () => {
  const coffee = [statement(1_811_130n, 1_240_500n)];

  it("withholds 1.5 % of S/ 18,111.30 of somebody who is no member: 271.67, and 17,839.63 is payable", () => {
    const it = made(peru, false, coffee);
    expect(amounts(it)).toEqual([["renta", 27_167n]]);
    expect([it.value, it.withheld, it.payable]).toEqual([1_811_130n, 27_167n, 1_783_963n]);
  });
  it("withholds nothing on a day on which the withholding was suspended, and says so", () => {
    const it = made(peru, false, coffee, { day: "2024-11-15" });
    expect(it.taxes).toMatchObject([{ code: "renta", amount: 0n, period: { how: "suspended", until: "2024-12-31" } }]);
    expect(it.payable).toBe(1_811_130n);
  });
  it("leaves a member's first S/ 110,000 of the year free, and withholds 1.5 % of what lies above: 102.00 of 116,800.00", () => {
    const large = [statement(11_680_000n, 8_000_000n)];
    expect(amounts(made(peru, true, large))).toEqual([["renta-socio", 10_200n]]);
    expect(amounts(made(peru, true, coffee))).toEqual([["renta-socio", 0n]]);
    const after = { before: { "renta-socio": 11_000_000n } };
    expect(amounts(made(peru, true, coffee, after))).toEqual([["renta-socio", 27_167n]]);
  });
  it("has no rate for a member before 2026: the sheet says nothing, and nobody guesses", () => {
    const composing = { sheet: peru, seller: seller(true), statements: coffee, before: {}, grain: soles };
    expect(compose({ ...composing, day: "2025-11-15" })).toMatchObject({
      refusal: { code: "purchase-document.no-rate-on-day", facts: { tax: "renta-socio" } },
    });
  });
});

describe("a Guatemalan factura especial [purchase.guatemala]", () => {
  it("of Q 2,572.61 of snow pea: 275.64 of IVA within, withheld whole; ISR 5 % of the rest, 114.85; payable 2,182.12", () => {
    const it = made(guatemala, false, [statement(257_261n, 268_500n, { currency: "GTQ" })]);
    expect(amounts(it)).toEqual([
      ["iva", 27_564n],
      ["iva-retenido", 27_564n],
      ["isr", 11_485n],
    ]);
    expect([it.included, it.withheld, it.total, it.payable]).toEqual([27_564n, 39_049n, 257_261n, 218_212n]);
  });
  it("of Q 44,800.00: ISR 5 % of 30,000 and 7 % of the 10,000 above it, 2,200.00", () => {
    const it = made(guatemala, false, [statement(4_480_000n, 1_000_000n, { currency: "GTQ" })]);
    expect(amounts(it).at(-1)).toEqual(["isr", 220_000n]);
    expect(it.payable).toBe(3_780_000n);
  });
  it("of a member has no tax: members are outside both", () => {
    const it = made(guatemala, true, [statement(257_261n, 268_500n, { currency: "GTQ" })]);
    expect([it.taxes, it.payable]).toEqual([[], 257_261n]);
  });
});

describe("a Colombian documento soporte [purchase.colombia]", () => {
  const coffee = (value: bigint, more: object = {}) => statement(value, 407_600n, { currency: "COP", ...more });

  it("withholds nothing of the seven sacks, COP 6,494,786: they are below 160 UVT", () => {
    expect(amounts(made(colombia, true, [coffee(6_494_786n)]))).toEqual([["retefuente", 0n]]);
  });
  it("withholds 0.5 % of all from 160 UVT on: 41,899 of 8,379,840, and nothing of a peso less", () => {
    expect(amounts(made(colombia, true, [coffee(8_379_840n)]))).toEqual([["retefuente", 41_899n]]);
    expect(amounts(made(colombia, true, [coffee(8_379_839n)]))).toEqual([["retefuente", 0n]]);
  });
  it("cuts the price of 407.6 kg to 15,934.21, and what that leaves is a line: 6,494,783 + 3 = 6,494,786", () => {
    const it = made(colombia, true, [coffee(6_494_786n)]);
    expect(it.lines).toMatchObject([{ product: "coffee", price: "15934.21", amount: 6_494_783n }]);
    expect([it.rounding, it.other]).toEqual([3n, 0n]);
  });
  it("puts what was settled without kilos, a second payment, on a line of its own", () => {
    const it = made(colombia, true, [coffee(6_494_786n), coffee(500_000n, { bought: [] as Bought[] })]);
    expect([it.value, it.rounding, it.other]).toEqual([6_994_786n, 3n, 500_000n]);
  });
});

describe("what statements withheld before [purchase.never-twice]", () => {
  const levied = (code: string, amount: bigint) =>
    statement(1_811_130n, 1_240_500n, { owed: 1_811_130n - amount, levies: [{ statement: "s", code, amount }] });
  const [renta, ...others] = peru.taxes;
  const tied: PurchaseTaxSheet = {
    ...peru,
    taxes: [{ ...(renta as (typeof peru.taxes)[0]), deduction: "retencion" }, ...others],
  };
  const refusedFor = (sheet: PurchaseTaxSheet, of: Settled) =>
    compose({ sheet, seller: seller(false), statements: [of], before: {}, day: "2026-11-15", grain: soles });

  it("stands on the document and is not collected again", () => {
    const it = made(tied, false, [levied("retencion", 27_167n)]);
    expect(it.taxes).toMatchObject([{ amount: 27_167n, byStatements: 27_167n, difference: 0n }]);
    expect(it.collected).toEqual([{ statement: "s", collected: 0n, coins: 0n }]);
    expect(it.payable).toBe(1_783_963n);
  });
  it("may differ by rounding, and the document says by how much", () => {
    expect(made(tied, false, [levied("retencion", 27_166n)]).taxes).toMatchObject([
      { amount: 27_166n, difference: 1n },
    ]);
  });
  it("stops the document where it is another amount, or a deduction that nobody tied to a tax", () => {
    expect(refusedFor(tied, levied("retencion", 20_000n))).toMatchObject({
      refusal: { code: "purchase-document.withheld-differs", facts: { taken: "200.00", asked: "271.67" } },
    });
    expect(refusedFor(tied, levied("cuota-cafetera", 100n))).toMatchObject({
      refusal: { code: "purchase-document.levy-unnamed", facts: { deduction: "cuota-cafetera" } },
    });
    const named = { ...tied, otherLevies: ["cuota-cafetera"] };
    expect(made(named, false, [levied("cuota-cafetera", 100n)]).withheld).toBe(27_167n);
  });
  it("leaves coins whole: S/ 17,839.63 in cash is handed over as 17,839.60, and 0.03 goes to rounding", () => {
    const it = made(peru, false, [statement(1_811_130n, 1_240_500n, { paidIn: "cash" })]);
    expect(it.collected).toEqual([{ statement: "s", collected: 27_167n, coins: 3n }]);
  });
  it("is left unresolved where the money was paid before", () => {
    const it = made(peru, false, [statement(1_811_130n, 1_240_500n, { owed: 10_000n })]);
    expect([it.collected[0]?.collected, it.unresolved]).toEqual([10_000n, 17_167n]);
  });
});
