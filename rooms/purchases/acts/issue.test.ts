import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { statementOwed } from "../../settlement/needs.ts";
import { known, statementOf, sumOf, told } from "../../settlement/testing.ts";
import { documentOf as kept } from "../needs.ts";
import { peru } from "../rules/templates/peru.ts";
import {
  brought,
  buyingBook,
  documentOf,
  hilario,
  identified,
  paperIn,
  published,
  rosa,
  settled,
  theNotes,
  theSeries,
  theSheet,
  withTaxNumber,
} from "../testing.ts";

/** Peru, S/ 14.60 a kilo; Rosa and Hilario brought 1,240.5 kg each, settled and not paid. */
function peruvian(how: { readonly paidIn?: "cash" | "transfer" } = {}) {
  const book = withTaxNumber(buyingBook("PEN", "14.60"));
  identified(book, hilario.agent, "10000002", "Caserío Alto Cruz s/n");
  published(book, peru);
  brought(book, "A", 1_240_500n, rosa.agent);
  brought(book, "B", 1_240_500n, hilario.agent);
  settled(book, "first", how, [rosa.agent, "A"], [hilario.agent, "B"]);
  return book;
}
const issue = (book: TestBook, name: string, agent: string, more: object = {}) =>
  codesOf(book.speak("purchase-document.issue", { ...documentOf(name, agent, "first"), ...more }));
const pay = (book: TestBook, agent: string, amount: string) =>
  told(book, "payment.make", {
    ...{ payment: idOf(`payment ${agent}`), statement: statementOf("first", agent), amount, currency: "PEN" },
    ...{ paidIn: "cash", place: "point-2", on: "2026-11-15" },
  });

describe("issuing a purchase document [purchase.issue]", () => {
  it("takes the next number, keeps 271.67 back and leaves 17,839.63 owed: 17,839.60 in coins", () => {
    const book = peruvian();
    expect(issue(book, "one", hilario.agent, { seen: { withheld: "27167", payable: "1783963" } })).toEqual([]);
    expect(issue(book, "two", rosa.agent)).toEqual([]);
    const [one, two] = ["one", "two"].map((name) => known(book, kept(idOf(name))).document);
    expect([one?.number, two?.number]).toEqual(["E001-00000001", "E001-00000002"]);
    expect([one?.withheld, one?.payable, two?.withheld]).toEqual([27_167n, 1_783_963n, 0n]);
    expect(sumOf(book, "levies-withheld")).toBe(-27_167n);
    expect(known(book, statementOwed(statementOf("first", hilario.agent)))).toBe(1_783_960n);
    pay(book, hilario.agent, "1783960");
    expect(known(book, statementOwed(statementOf("first", hilario.agent)))).toBe(0n);
    expect(sumOf(book, "owed-to-producers", hilario.agent)).toBe(0n);
    expect(sumOf(book, "rounding")).toBe(-3n);
  });
  it("keeps what it is made from, and no name, number or address", () => {
    const book = peruvian();
    issue(book, "one", hilario.agent);
    const { content } = paperIn(book);
    expect(content).toMatchObject({
      form: "purchase-document/1",
      number: "E001-00000001",
      receipts: [{ receipt: "R-B", grams: "1240500", value: "1811130" }],
      lines: [{ product: "coffee-parchment", grams: "1240500", price: "14.6", amount: "1811130" }],
      sheet: { code: "pe-liquidacion-de-compra", version: 1 },
      series: { authorisation: "SUNAT 0112-2026", until: "2026-12-31" },
      statements: [{ number: "L-2026-000002", collected: "27167", coins: "3" }],
      totals: { value: "1811130", withheld: "27167", payable: "1783963" },
    });
    const text = JSON.stringify(content);
    for (const secret of ["10000002", "Alto Cruz", "Name of", "20123456789"]) expect(text).not.toContain(secret);
  });
  it("takes each hand-over once, and one seller only", () => {
    const book = peruvian();
    issue(book, "one", hilario.agent);
    expect(issue(book, "again", hilario.agent)).toEqual(["purchase-document.documented"]);
    expect(issue(book, "one", rosa.agent)).toEqual(["purchase-document.id-used"]);
    const statements = [statementOf("first", rosa.agent), statementOf("first", hilario.agent)];
    expect(issue(book, "both", rosa.agent, { statements })).toEqual(["purchase-document.documented"]);
    const fresh = peruvian();
    expect(issue(fresh, "both", rosa.agent, { statements })).toEqual(["purchase-document.sellers-differ"]);
    expect(issue(fresh, "none", rosa.agent, { statements: [idOf("no statement")] })).toEqual([
      "purchase-document.statement-not-closed",
    ]);
  });
  it("holds a seller whose number or address nobody knows, and the buyer without a tax number", () => {
    const book = peruvian();
    told(book, "taxpayer.state", { agent: hilario.agent });
    expect(issue(book, "one", hilario.agent)).toEqual(["purchase-document.seller-without-address"]);
    const unnamed = buyingBook("PEN", "14.60");
    published(unnamed, peru);
    brought(unnamed, "B", 1_000n, hilario.agent);
    settled(unnamed, "first", {}, [hilario.agent, "B"]);
    const codes = issue(unnamed, "one", hilario.agent);
    const missing = ["seller-without-name", "seller-without-number", "seller-without-address", "buyer-incomplete"];
    expect(codes).toEqual(missing.map((one) => `purchase-document.${one}`));
  });
  it("is not for somebody who has a tax number, nor under a series that is used up or over", () => {
    const book = peruvian();
    identified(book, rosa.agent, "45678901", "Jr. Unión 12");
    const taxNumber = book.personal.at(-1);
    const said = { agent: rosa.agent, taxNumber: { kind: "identity-number", digest: taxNumber?.digest } };
    told(
      book,
      "taxpayer.state",
      { ...said, address: { kind: "address", digest: taxNumber?.digest } },
      { beside: taxNumber ? [taxNumber] : [] },
    );
    expect(issue(book, "one", rosa.agent)).toEqual(["purchase-document.has-tax-number"]);
    const series = { series: theSeries, sheet: theSheet, kind: "document", prefix: "E001-", first: "1", digits: 8 };
    expect(issue(book, "two", hilario.agent)).toEqual([]);
    told(book, "purchase-series.publish", { ...series, last: "1" });
    told(book, "purchase-document.void", { document: idOf("two"), reason: "otra persona" });
    expect(issue(book, "three", hilario.agent)).toEqual(["purchase-document.series-exhausted"]);
    told(book, "purchase-series.publish", { ...series, last: "9", until: "2026-11-14" });
    expect(issue(book, "three", hilario.agent)).toEqual(["purchase-document.series-expired"]);
    expect(issue(book, "three", hilario.agent, { series: theNotes })).toEqual([
      "purchase-document.series-of-annulments",
    ]);
    expect(codesOf(book.speak("purchase-series.publish", { ...series, first: "2", last: "9" }))).toEqual([
      "purchase-series.used",
    ]);
  });
  it("stops at the ceiling of a seller's year, counted over documents", () => {
    const book = peruvian();
    const ceilings = [{ from: "2026-01-01", amount: "20000", source: "reglamento" }];
    told(book, "purchase-tax.publish", { sheet: theSheet, body: { ...peru, ceilings }, from: "2026-11-15" });
    expect(issue(book, "one", hilario.agent)).toEqual([]);
    brought(book, "C", 200_000n, hilario.agent);
    settled(book, "second", {}, [hilario.agent, "C"]);
    const next = documentOf("two", hilario.agent, "second");
    expect(codesOf(book.speak("purchase-document.issue", next))).toEqual(["purchase-document.ceiling-reached"]);
    told(book, "purchase-document.void", { document: idOf("one"), reason: "se repite" });
    expect(codesOf(book.speak("purchase-document.issue", next))).toEqual([]);
  });
  it("after payment is refused; said so, the tax is posted and left unresolved, and the treasurer is asked", () => {
    const book = peruvian();
    pay(book, hilario.agent, "1811130");
    expect(issue(book, "one", hilario.agent)).toEqual(["purchase-document.paid-already"]);
    expect(issue(book, "one", hilario.agent, { afterPayment: true })).toEqual([
      "purchase-document.withheld-after-payment",
    ]);
    expect([sumOf(book, "levies-withheld"), sumOf(book, "unresolved")]).toEqual([-27_167n, 27_167n]);
    expect(sumOf(book, "owed-to-producers", hilario.agent)).toBe(0n);
  });
  it("refuses other figures than were seen", () => {
    const book = peruvian();
    expect(issue(book, "one", hilario.agent, { seen: { withheld: "27166" } })).toEqual([
      "purchase-document.figures-differ",
    ]);
  });
  it("is made by the sheet of its day: a later version changes nothing that was issued", () => {
    const book = peruvian();
    issue(book, "one", hilario.agent);
    const before = JSON.stringify(paperIn(book));
    const [renta, ...others] = peru.taxes;
    const periods = [{ how: "by-document", from: "2026-01-01", bands: [{ rate: "3" }], source: "ley nueva" }];
    const body = { ...peru, taxes: [{ ...renta, periods }, ...others] };
    told(book, "purchase-tax.publish", { sheet: theSheet, body, from: "2026-11-15" });
    expect(JSON.stringify(paperIn(book))).toBe(before);
    told(book, "purchase-document.void", { document: idOf("one"), reason: "otra tasa" });
    expect(sumOf(book, "levies-withheld")).toBe(0n);
    issue(book, "two", hilario.agent);
    expect(sumOf(book, "levies-withheld")).toBe(-54_334n);
  });
});

describe("annulling a purchase document [purchase.void]", () => {
  it("posts everything back, frees the hand-overs, and never gives the number again", () => {
    const book = peruvian({ paidIn: "transfer" });
    issue(book, "one", hilario.agent);
    const said = { document: idOf("one"), reason: "el documento era de otra persona" };
    told(book, "purchase-document.void", { ...said, series: theNotes });
    expect(known(book, kept(idOf("one"))).voided).toMatchObject({ number: "NC01-00000001" });
    expect([sumOf(book, "levies-withheld"), sumOf(book, "rounding")]).toEqual([0n, 0n]);
    expect(known(book, statementOwed(statementOf("first", hilario.agent)))).toBe(1_811_130n);
    expect(codesOf(book.speak("purchase-document.void", said))).toEqual(["purchase-document.voided"]);
    expect(issue(book, "two", hilario.agent)).toEqual([]);
    expect(known(book, kept(idOf("two"))).document?.number).toBe("E001-00000002");
    expect(known(book, statementOwed(statementOf("first", hilario.agent)))).toBe(1_783_963n);
  });
  it("after the rest was paid owes the seller what was kept back", () => {
    const book = peruvian();
    issue(book, "one", hilario.agent);
    pay(book, hilario.agent, "1783960");
    told(book, "purchase-document.void", { document: idOf("one"), reason: "suspendida" });
    expect(known(book, statementOwed(statementOf("first", hilario.agent)))).toBe(27_170n);
    expect(sumOf(book, "owed-to-producers", hilario.agent)).toBe(-27_170n);
  });
});
