/** Documents issued, annulled and paid in any order: each hand-over on one at most, no number twice, the ledger has what they withhold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "../../../kernel/act/record.ts";
import { idOf, type TestBook } from "../../book/testing.ts";
import { statementOwed } from "../../settlement/needs.ts";
import { known, statementOf, sumOf } from "../../settlement/testing.ts";
import type { purchaseDocument, purchaseDocumentDelivery, purchaseDocumentVoid } from "../records.ts";
import { documentOf, manySellers, sellerOf } from "../testing.ts";

const sellers = 3;
const step = fc.record({
  does: fc.constantFrom("issue", "issue", "void", "pay"),
  seller: fc.nat(sellers - 1),
  name: fc.nat(5),
});
type Step = { readonly does: string; readonly seller: number; readonly name: number };

function tell(book: TestBook, { does, seller, name }: Step, at: number): void {
  const { agent } = sellerOf(seller);
  const document = idOf(`document ${name}`);
  if (does === "issue")
    book.speak("purchase-document.issue", { ...documentOf("x", agent, "first"), document, afterPayment: true });
  else if (does === "void") book.speak("purchase-document.void", { document, reason: "se repite" });
  else {
    const statement = statementOf("first", agent);
    const amount = `${known(book, statementOwed(statement))}`;
    const how = { currency: "PEN", paidIn: "transfer", on: "2026-11-15" };
    if (amount !== "0") book.speak("payment.make", { payment: idOf(`payment ${at}`), statement, amount, ...how });
  }
}

const rowsIn = <R>(book: TestBook, table: string): readonly R[] =>
  book.history.flatMap((one) =>
    one.follows.records.flatMap(({ record, row }) => (record.table === table ? [row as R] : [])),
  );

describe("whatever is issued, annulled and paid, in any order [purchase.any-order]", () => {
  it("no hand-over is on two documents, no number has a gap, and the tax account holds what stands", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const book = manySellers(sellers, "99");
        for (const [at, one] of steps.entries()) tell(book, one, at);
        const documents = rowsIn<Row<typeof purchaseDocument>>(book, "purchase_document");
        const voids = new Set(
          rowsIn<Row<typeof purchaseDocumentVoid>>(book, "purchase_document_void").map((one) => one.document),
        );
        expect(documents.map((one) => one.number)).toEqual(
          documents.map((_, at) => `E001-${`${at + 1}`.padStart(8, "0")}`),
        );
        const standing = documents.filter((one) => !voids.has(one.document));
        const taken = rowsIn<Row<typeof purchaseDocumentDelivery>>(book, "purchase_document_delivery")
          .filter((one) => standing.some(({ document }) => document === one.document))
          .map((one) => one.delivery);
        expect(new Set(taken).size).toBe(taken.length);
        const sum = (of: "withheld" | "unresolved") => standing.reduce((all, one) => all + one[of], 0n);
        expect(sumOf(book, "levies-withheld")).toBe(-sum("withheld"));
        expect(sumOf(book, "unresolved")).toBe(sum("unresolved"));
        for (let at = 0; at < sellers; at += 1) {
          const { agent } = sellerOf(at);
          const owed = known(book, statementOwed(statementOf("first", agent)));
          expect(sumOf(book, "owed-to-producers", agent)).toBe(-owed);
          expect(owed >= 0n).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
