/** The paper is the backup of a telephone: entered before or after the telephone's own telling, it is one hand-over, one stock, one paper. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paper } from "../../../kernel/act/follows.ts";
import { encodeSigned, keyId } from "../../../kernel/cose/index.ts";
import { coffeePlan } from "../../agreements/testing.ts";
import { byTelephone, codesOf, efrain, idOf, marta, now, type TestBook } from "../../book/testing.ts";
import { rosa } from "../../people/testing.ts";
import type { ReceiptContent } from "../content.ts";
import { gradedDelivery } from "../needs.ts";
import { notKnownContainer, saysOfReceipt } from "../rules/from-paper.ts";
import { receiptPayload } from "../rules/receipt-code.ts";
import { readReceiptCode } from "../rules/receipt-seal.ts";
import { collectingBook, kept, known, notes, sevenSacks, stock } from "../testing.ts";

const publicKey = new Uint8Array(32);
/** What the telephone says: bag by bag, read and shown. */
const told = {
  ...sevenSacks,
  receipt: "QD2A-000017",
  photos: ["a".repeat(64)],
  shown: {
    agreed: "with-objection",
    currency: "COP",
    paid_g: "404820",
    plan: { code: "cafe-pergamino-2026", plan: coffeePlan.plan, version: 1 },
    unitPrice: "16043.64",
    value: "6494786",
    who: rosa.number,
  },
};

const paperOf = (book: TestBook): readonly Paper[] => book.history.flatMap((one) => one.follows.papers);
const contentIn = (paper: Paper | undefined): ReceiptContent => JSON.parse(paper?.content ?? "null");

/** The signed bytes of the telephone's receipt, as its square holds them; who signed is judged at the door and not here. */
function codeOf(content: ReceiptContent): string {
  const signed = { kid: keyId(publicKey), payload: receiptPayload(content), signature: new Uint8Array(64).fill(7) };
  return Buffer.from(encodeSigned(signed)).toString("base64url");
}

const printedBy = (says: object): ReceiptContent => {
  const book = collectingBook();
  book.speak("delivery.receive", says, byTelephone(1));
  return contentIn(paperOf(book).at(-1));
};

/** What the office says after scanning the paper. */
function scanned(says: object = told) {
  const code = codeOf(printedBy(says));
  const read = readReceiptCode(Uint8Array.from(Buffer.from(code, "base64url")));
  if (read === null) throw new Error("the code of a receipt can be read");
  const found = { member: rosa.agent, by: efrain.agent, device: efrain.device, place: "point-2" };
  const more = { product: "coffee-parchment", number: "QD2A-000017", plan: coffeePlan.plan };
  return saysOfReceipt(read.read, { ...found, ...more }, code) as Readonly<Record<string, unknown>>;
}

const byPaper = {
  by: marta.agent,
  through: { way: "paper", seat: marta.seat, paper: "QD2A-000017", at: now } as const,
};
const voiding = { delivery: sevenSacks.delivery, reason: "weighed twice", on: "2026-11-15" };

describe("a hand-over entered from its sealed receipt [acopio.from-paper]", () => {
  it("has the weights, the price and the readings of the paper, marked as from paper; single bags are not known", () => {
    const book = collectingBook();
    expect(codesOf(book.speak("delivery.receive", scanned(), byPaper))).toEqual([]);
    expect(kept(book)).toMatchObject({
      origin: "paper",
      bags: 7,
      net_g: 407_600n,
      receipt: "QD2A-000017",
      bag_list: [{ container: "sack", count: 7, gross_g: "412500", tare_g: "4900" }],
    });
    expect(stock(book)).toBe(407_600n);
  });
  it("issues the same paper as the telephone did: same number, same clerk, same bytes in its code", () => {
    const book = collectingBook();
    book.speak("delivery.receive", scanned(), byPaper);
    const [paper, ...others] = paperOf(book);
    expect(others).toEqual([]);
    expect(paper).toMatchObject({ kind: "receipt-printed", number: "QD2A-000017" });
    const content = contentIn(paper);
    expect(content).toMatchObject({ attested: "device", by: efrain.agent });
    expect(receiptPayload(content)).toEqual(receiptPayload(printedBy(told)));
  });
  it("of sacks and crates together says the sum, in containers that nobody knows any more", () => {
    const [first, second] = sevenSacks.bags;
    const mixed = { ...told, bags: [first, { ...second, container: "crate" }] };
    const says = scanned(mixed);
    expect(says.bags).toEqual([{ container: notKnownContainer, count: 7, gross_g: "412500", tare_g: "4900" }]);
    const book = collectingBook();
    book.speak("delivery.receive", says, byPaper);
    expect(receiptPayload(contentIn(paperOf(book)[0]))).toEqual(receiptPayload(printedBy(mixed)));
  });
  it("when the telephone comes back: its bags and readings become known, and nothing else changes", () => {
    const short = { ...scanned(), measurements: [] };
    const book = collectingBook();
    book.speak("delivery.receive", short, byPaper);
    const before = kept(book);
    expect(codesOf(book.speak("delivery.receive", told, byTelephone(1)))).toEqual([]);
    expect(notes(book)).toHaveLength(1);
    expect(notes(book)[0]?.row).toMatchObject({ kind: "told-fuller", body: { bags: sevenSacks.bags } });
    expect(kept(book)).toEqual(before);
    expect(stock(book)).toBe(407_600n);
    expect(known(book, gradedDelivery(sevenSacks.delivery))?.measurements).toEqual(sevenSacks.measurements);
    book.speak("delivery.receive", told, byTelephone(2));
    expect(known(book, gradedDelivery(sevenSacks.delivery))?.measurements).toEqual(sevenSacks.measurements);
  });
  it.each([
    ["another weight", { bags: [{ container: "sack", count: 7, gross_g: "512500", tare_g: "4900" }] }, "gross_g"],
    ["somebody else", { member: idOf("a stranger") }, "member"],
    ["another number", { receipt: "QD2A-000018" }, "receipt"],
  ])("said with %s than its paper has asks, and the book issues no receipt in the device's name", (_, other, field) => {
    const book = collectingBook();
    const answer = book.speak("delivery.receive", { ...scanned(), ...other }, byPaper);
    expect(codesOf(answer)).toContain("delivery.paper-differs");
    expect(book.history.at(-1)?.follows.questions.at(-1)?.facts.field).toBe(field);
    expect(paperOf(book)).toEqual([]);
  });
  it("with a code that nobody can read asks", () => {
    const book = collectingBook();
    const says = { ...scanned(), paper: { code: "A".repeat(120), device: efrain.device, by: efrain.agent } };
    expect(codesOf(book.speak("delivery.receive", says, byPaper))).toEqual(["delivery.paper-unreadable"]);
  });
});

/** Everything that counts: stock, what the member delivered, rows, and the bytes of the paper's code. */
function counted(book: TestBook) {
  const papers = paperOf(book).map((paper) => [
    paper.number,
    Buffer.from(receiptPayload(contentIn(paper))).toString("hex"),
  ]);
  const rows = book.history.flatMap((one) => one.follows.records.filter(({ record }) => record.table === "delivery"));
  return { stock: stock(book), papers, rows: rows.length };
}

it("phone, paper and void in any order, any of them again and again: one hand-over, one paper, its kilos once or not at all", () => {
  const paper = scanned();
  const steps = {
    phone: (book: TestBook, at: number) => book.speak("delivery.receive", told, byTelephone(at)),
    paper: (book: TestBook) => book.speak("delivery.receive", paper, byPaper),
    void: (book: TestBook) => book.speak("delivery.void", voiding),
  };
  const once = collectingBook();
  once.speak("delivery.receive", told, byTelephone(1));
  const whole = counted(once);
  const step = fc.constantFrom("phone" as const, "paper" as const, "void" as const);
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (order) => {
      const book = collectingBook();
      for (const [at, one] of order.entries()) {
        const answer = steps[one](book, at + 1);
        expect(["done", "done with a question"]).toContain(answer.outcome);
      }
      const isTold = order.some((one) => one !== "void");
      const isVoid = order.includes("void");
      expect(counted(book)).toEqual({
        stock: isTold && !isVoid ? 407_600n : 0n,
        papers: isTold ? whole.papers : [],
        rows: isTold ? 1 : 0,
      });
    }),
    { numRuns: 150 },
  );
});
