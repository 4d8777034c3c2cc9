import { describe, expect, it } from "vitest";
import { checkTaxSheet } from "./check-sheet.ts";
import type { PurchaseTaxSheet } from "./sheet.ts";
import { templates } from "./templates/all.ts";
import { guatemala } from "./templates/guatemala.ts";
import { peru } from "./templates/peru.ts";

const grainOf = (currency: string) => ({ currency, line: currency === "COP" ? "1" : "0.01", cash: "1" });
const [renta] = peru.taxes as [PurchaseTaxSheet["taxes"][0]];
const tax = (change: object) => ({ ...peru, taxes: [{ ...renta, ...change }] });
const days = (...periods: readonly (readonly [string, string?])[]) =>
  tax({
    periods: periods.map(([from, until]) => ({
      ...{ how: "by-document", from, bands: [{ rate: "1.5" }], source: "law" },
      ...(until === undefined ? {} : { until }),
    })),
  });
const bands = (how: string, ...of: readonly object[]) =>
  tax({ periods: [{ how, from: "2026-01-01", bands: of, source: "law" }] });
const said = (body: unknown) => {
  const found = checkTaxSheet(body, grainOf);
  return found.ok ? "good" : [found.refusal.code, found.refusal.field];
};

describe("a sheet of purchase taxes [purchase.sheet-checked]", () => {
  it("of every template is sound, and none says that somebody checked it [purchase.templates]", () => {
    expect(templates.map(said)).toEqual(templates.map(() => "good"));
    expect(templates.map((one) => one.checkedBy)).toEqual(templates.map(() => undefined));
  });
  it("has days without a gap and without an overlap", () => {
    expect(said(days(["2026-01-01", "2026-06-30"], ["2026-07-01"]))).toBe("good");
    expect(said(days(["2026-01-01", "2026-06-30"], ["2026-07-02"]))).toEqual([
      "purchase-tax.days-gap",
      "taxes.0.periods.1.from",
    ]);
    expect(said(days(["2026-01-01", "2026-06-30"], ["2026-06-30"]))).toEqual([
      "purchase-tax.days-overlap",
      "taxes.0.periods.1.from",
    ]);
    expect(said(days(["2026-01-01"], ["2026-06-30"]))[0]).toBe("purchase-tax.days-overlap");
    expect(said(days(["2026-02-01", "2026-01-01"]))[0]).toBe("purchase-tax.ends-before-it-begins");
  });
  it("has rates from 0 to 100 in bands that rise and have no hole", () => {
    expect(said(bands("by-document", { rate: "100.1" }))).toEqual([
      "purchase-tax.rate-out-of-range",
      "taxes.0.periods.0.bands.0.rate",
    ]);
    expect(said(bands("by-year", { upTo: "110000", rate: "0" }, { rate: "1.5" }))).toBe("good");
    expect(said(bands("by-year", { upTo: "110000", rate: "0" }))[0]).toBe("purchase-tax.bands-open");
    expect(said(bands("by-year", { rate: "0" }, { rate: "1.5" }))[0]).toBe("purchase-tax.bands-open");
    const falling = [{ upTo: "500", rate: "1" }, { upTo: "400", rate: "2" }, { rate: "3" }];
    expect(said(bands("by-document", ...falling))[0]).toBe("purchase-tax.bands-order");
  });
  it("posts what is withheld to what is owed to the state, and nothing else there", () => {
    expect(said(tax({ account: "cash" }))).toEqual(["purchase-tax.account-unknown", "taxes.0.account"]);
    expect(said(tax({ account: "purchases" }))[0]).toBe("purchase-tax.account-does-not-fit");
    expect(said(tax({ effect: "added" }))[0]).toBe("purchase-tax.account-does-not-fit");
  });
  it("names its rounding, in whole lines of the book", () => {
    const { rounding: _, ...without } = renta;
    expect(said({ ...peru, taxes: [without] })).toEqual(["purchase-tax.not-rounded", "taxes.0.rounding"]);
    expect(said(tax({ rounding: { mode: "half-up", grain: "0.001" } }))[0]).toBe("purchase-tax.finer-than-book");
    expect(said(bands("by-document", { upTo: "0.005", rate: "0" }, { rate: "1" }))[0]).toBe(
      "purchase-tax.finer-than-book",
    );
  });
  it("computes a tax only on what is known before it", () => {
    const [iva, retained, isr] = guatemala.taxes;
    expect(said({ ...guatemala, taxes: [retained, iva, isr] })).toEqual([
      "purchase-tax.base-unknown",
      "taxes.0.base.tax",
    ]);
    expect(said({ ...guatemala, taxes: [isr, iva] })[0]).toBe("purchase-tax.included-too-late");
    expect(said({ ...guatemala, taxes: [iva, iva] })[0]).toBe("purchase-tax.code-repeated");
  });
  it("is in a currency that the book keeps", () => {
    const found = checkTaxSheet(peru, () => null);
    expect(found).toMatchObject({ refusal: { code: "purchase-tax.currency-unknown" } });
  });
});
