import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { statementOwed } from "../../settlement/needs.ts";
import { known, statementOf, sumOf, told } from "../../settlement/testing.ts";
import { documentOf as kept } from "../needs.ts";
import type { PurchaseTaxSheet } from "../rules/sheet.ts";
import { peru } from "../rules/templates/peru.ts";
import {
  brought,
  buyingBook,
  documentOf,
  hilario,
  identified,
  published,
  settled,
  theSheet,
  withTaxNumber,
} from "../testing.ts";
import { settledOf } from "./settled.ts";

/** The season's own list withholds 1.5 % of the value, as a levy of law. */
const deductions = {
  code: "descuentos-pergamino",
  currency: "PEN",
  deductions: [
    {
      code: "retencion-renta",
      class: 1,
      rule: { id: "Ley", decidedBy: "Congreso", from: "2026-01-01" },
      basis: { kind: "percent-of-value", percent: "1.5", rounding: { mode: "half-up", grain: "0.01" } },
      to: "levies-withheld",
      name: { es: "Retención" },
      reason: { es: "Impuesto a la renta" },
    },
  ],
  caps: [],
};
const tied = (percent: string): PurchaseTaxSheet => {
  const [renta, ...others] = peru.taxes as [PurchaseTaxSheet["taxes"][0], ...PurchaseTaxSheet["taxes"]];
  const periods = [{ how: "by-document" as const, from: "2026-01-01", bands: [{ rate: percent }], source: "ley" }];
  return { ...peru, taxes: [{ ...renta, deduction: "retencion-renta", periods }, ...others] };
};

/** Hilario brought 1,240.5 kg at S/ 14.60; his statement has withheld 271.67 of 18,111.30. */
function withheldBook(sheet: PurchaseTaxSheet): TestBook {
  const book = withTaxNumber(buyingBook("PEN", "14.60", deductions));
  identified(book, hilario.agent, "10000002", "Caserío Alto Cruz s/n");
  published(book, sheet);
  brought(book, "B", 1_240_500n, hilario.agent);
  settled(book, "first", { paidIn: "transfer" }, [hilario.agent, "B"]);
  expect(sumOf(book, "levies-withheld")).toBe(-27_167n);
  return book;
}
const issue = (book: TestBook) =>
  codesOf(book.speak("purchase-document.issue", documentOf("one", hilario.agent, "first")));
const owed = (book: TestBook) => known(book, statementOwed(statementOf("first", hilario.agent)));

describe("a tax that the season's deductions withheld [purchase.agrees]", () => {
  it("stands on the document, agrees with the sheet, and is posted once", () => {
    const book = withheldBook(tied("1.5"));
    expect(issue(book)).toEqual([]);
    expect(known(book, kept(idOf("one"))).taxes).toMatchObject([
      { tax: "renta", amount: 27_167n, by_statements: 27_167n },
    ]);
    expect([sumOf(book, "levies-withheld"), owed(book)]).toEqual([-27_167n, 1_783_963n]);
    told(book, "purchase-document.void", { document: idOf("one"), reason: "se repite" });
    expect([sumOf(book, "levies-withheld"), owed(book)]).toEqual([-27_167n, 1_783_963n]);
  });
  it("stops the document where the sheet asks for another rate, and where nobody tied it to a tax", () => {
    const book = withheldBook(tied("2"));
    expect(issue(book)).toEqual(["purchase-document.withheld-differs"]);
    const publish = (body: PurchaseTaxSheet) =>
      told(book, "purchase-tax.publish", { sheet: theSheet, body, from: "2026-11-15" });
    publish(peru);
    expect(issue(book)).toEqual(["purchase-document.levy-unnamed"]);
    publish({ ...peru, otherLevies: ["retencion-renta"] });
    expect(issue(book)).toEqual([]);
    expect(sumOf(book, "levies-withheld")).toBe(-2n * 27_167n);
  });
  it("counts with what a later statement put right of it", () => {
    const line = (amount: string) => ({ code: "retencion-renta", to: "levies-withheld", amount });
    const paper = {
      deliveries: [],
      deductions: [line("27167"), { ...line("500"), code: "aporte", to: "share-capital" }],
      corrections: { of: [{ deductions: [{ before: line("1000"), after: line("900"), difference: "-100" }] }] },
    };
    const result = {
      ...{ statement: "s", number: "L-2", agent: "a", currency: "PEN", closed_on: "2026-11-15", paid_in: "cash" },
      ...{ value: 1_800_000n, net: 1_700_000n, paid: 1_700_000n },
    };
    const found = settledOf({ result, owed: 0n, agreement: "z", paper: JSON.stringify(paper) });
    expect(found.levies.map((one) => one.amount)).toEqual([27_167n, -100n]);
  });
});
