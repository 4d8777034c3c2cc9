import { describe, expect, it } from "vitest";
import { decimalText, divide, multiply, roundTo, subtract } from "../exact/index.ts";
import { theDay } from "../time/index.ts";
import {
  countOf,
  grams,
  gramsFromKilograms,
  kilograms,
  kilogramsText,
  type LocalUnit,
  litresText,
  localUnitSchema,
  millilitresFromLitres,
  percent,
  percentText,
  pieces,
  standardUnit,
  toGrams,
  toMillilitres,
  toPieces,
  totalGrams,
  type Unit,
  unitInForce,
} from "./index.ts";

const unit = (code: string): Unit => standardUnit(code) ?? expect.unreachable(code);
const local = (code: string, factor: string, more: object = {}): LocalUnit =>
  localUnitSchema.parse({
    code,
    kind: "mass",
    factor,
    product: null,
    country: "PE",
    source: "asamblea del 12 de enero, acta 4",
    from: "2026-01-01",
    until: null,
    ...more,
  });

describe("a weight", () => {
  it("is whole grams: seven sacks of 412.5 kg, 4.9 kg of tare", () => {
    const gross = gramsFromKilograms("412.5");
    expect(gross).toBe(412_500n);
    expect(kilogramsText(grams((gross ?? 0n) - 4_900n))).toBe("407.6");
    expect(totalGrams(Array.from({ length: 1_000 }, () => grams(48_350n)))).toBe(48_350_000n);
  });

  it.each(["0.0005", "48,35", "1e3", "", "kg", " 1", "99999999999999"])("is not read from %j", (text) =>
    expect(gramsFromKilograms(text)).toBeNull(),
  );

  it("at 12.6 % moisture is 404.82 kg at 12 %", () => {
    const [wet, base, whole] = [percent("12.6"), percent("12"), percent("100")];
    if (!wet || !base || !whole) expect.unreachable();
    const dry = divide(multiply(kilograms(grams(407_600n)), subtract(whole, wet)), subtract(whole, base));
    expect(decimalText(roundTo(dry, { mode: "half-up", grain: "0.01" }))).toBe("404.82");
    expect(percentText(wet)).toBe("12.6");
  });
});

describe("milk and crates", () => {
  it("are whole millilitres and pieces", () => {
    expect(millilitresFromLitres("1246.8")).toBe(1_246_800n);
    expect(litresText(millilitresFromLitres("38.0") ?? expect.unreachable())).toBe("38");
    expect(pieces("16")).toBe(16n);
    expect(pieces("16.5")).toBeNull();
    expect(toPieces("2.5", unit("dozen"))).toEqual({ ok: true, value: 30n });
    expect(toMillilitres("2", unit("gal-us"), "half-up")).toEqual({ ok: true, value: 7_571n });
  });
});

describe("what people say in units", () => {
  it("is converted exactly when it can be", () => {
    expect(toGrams("8", local("arroba", "12500"))).toEqual({ ok: true, value: 100_000n });
    expect(toGrams("3", local("carga", "125000"))).toEqual({ ok: true, value: 375_000n });
    expect(toGrams("0.25", unit("t"))).toEqual({ ok: true, value: 250_000n });
    expect(toGrams("100000", unit("lb"))).toEqual({ ok: true, value: 45_359_237n });
  });

  it("asks for a named rounding when it is no whole number of grams", () => {
    expect(toGrams("592.0", unit("lb"))).toMatchObject({
      ok: false,
      refusal: { code: "quantity.not-whole", facts: { unit: "lb", exact: "268526.68304" } },
    });
    expect(toGrams("592.0", unit("lb"), "half-up")).toEqual({ ok: true, value: 268_527n });
    expect(toGrams("592.0", unit("lb"), "truncate")).toEqual({ ok: true, value: 268_526n });
  });

  it("refuses what it cannot read, cannot hold, or cannot compare", () => {
    const code = (result: ReturnType<typeof toGrams>): string | null => (result.ok ? null : result.refusal.code);
    expect(code(toGrams("dos", unit("kg")))).toBe("quantity.unreadable");
    expect(code(toGrams("-2", unit("kg")))).toBe("quantity.unreadable");
    expect(code(toGrams("1000000001", unit("t")))).toBe("quantity.too-large");
    expect(code(toGrams("2", unit("l")))).toBe("quantity.other-kind");
  });

  it("is counted back exactly: 483.15 kg of quinoa are 10.5033 quintals of 46 kg, for show", () => {
    const quintals = countOf(483_150n, local("quintal", "46000"));
    expect(decimalText(roundTo(quintals, { mode: "half-up", grain: "0.0001" }))).toBe("10.5033");
    expect(quintals).toEqual({ numerator: 9663n, denominator: 920n });
  });
});

describe("a unit of the organisation's own", () => {
  const on = theDay("2026-09-16");
  const sheet = [
    local("quintal", "46000", { product: "coffee-green" }),
    local("quintal", "55200", { product: "coffee-parchment" }),
    local("quintal", "100000", { until: "2026-06-30" }),
    local("quintal", "45359.237", { from: "2026-07-01" }),
    local("arroba", "11500"),
    local("arroba", "12500", { from: "2026-09-17" }),
    local("libra", "460"),
  ];
  const factor = (code: string, product: string | null, day = on): string | null =>
    unitInForce(sheet, code, product, day)?.factor ?? null;

  it("means what was agreed for the product on that day", () => {
    expect(factor("quintal", "coffee-green")).toBe("46000");
    expect(factor("quintal", "coffee-parchment")).toBe("55200");
    expect(factor("quintal", "maize")).toBe("45359.237");
    expect(factor("quintal", null)).toBe("45359.237");
    expect(factor("quintal", "maize", theDay("2026-06-30"))).toBe("100000");
    expect(factor("arroba", "coffee-parchment")).toBe("11500");
    expect(factor("arroba", "coffee-parchment", theDay("2026-09-17"))).toBe("12500");
    expect(factor("libra", "coffee-parchment")).toBe("460");
  });

  it("means nothing when nobody has said so", () => {
    expect(factor("fanega", "coffee-cherry")).toBeNull();
    expect(factor("libra", "maize", theDay("2025-12-31"))).toBeNull();
  });

  it("prefers the product's own line wherever it stands in the sheet, and the later of two that start together", () => {
    const general = local("saco", "60000", { from: "2026-08-01" });
    const own = local("saco", "70000", { product: "coffee-green" });
    expect(unitInForce([own, general], "saco", "coffee-green", on)?.factor).toBe("70000");
    expect(unitInForce([general, own], "saco", "coffee-green", on)?.factor).toBe("70000");
    expect(unitInForce([local("saco", "1"), local("saco", "2")], "saco", null, on)?.factor).toBe("2");
  });

  it("never changes what a kilogram is", () => {
    expect(localUnitSchema.safeParse({ ...sheet[0], code: "kg" }).success).toBe(false);
    expect(factor("kg", "coffee-green")).toBe("1000");
  });

  it.each([
    { factor: "0" },
    { factor: "-1" },
    { factor: "46 kg" },
    { until: "2025-01-01" },
    { source: " " },
    { kind: "time" },
  ])("is not taken with %j", (wrong) =>
    expect(localUnitSchema.safeParse({ ...sheet[0], ...wrong }).success).toBe(false),
  );
});
