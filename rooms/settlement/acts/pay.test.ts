import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { erasureHold } from "../../people/needs.ts";
import { statementOwed } from "../needs.ts";
import {
  cherryBook,
  closed,
  handOver,
  julian,
  known,
  paymentOf,
  reviewed,
  rosa,
  statementOf,
  sumOf,
  told,
} from "../testing.ts";

const first = { settlement: idOf("first") };
const all = { ...first, paidIn: "cash", place: "point-2", on: "2026-11-15" };
const pay = (book: TestBook, said: object) => codesOf(book.speak("payment.make", said));
const owed = (book: TestBook, agent = rosa.agent) => known(book, statementOwed(statementOf("first", agent)));

/** Closed: Rosa is owed 799,838, in coins 799,850; Julián 398,722, in coins 398,700. */
function closedBook(): TestBook {
  const book = cherryBook();
  handOver(book, "A", 100_300n);
  handOver(book, "B", 50_000n, julian.agent);
  closed(book, "first", [rosa.agent, "A"], [julian.agent, "B"]);
  return book;
}

describe("paying a statement [settlement.pay]", () => {
  it("in coins settles all that is owed; the difference is rounding", () => {
    const book = closedBook();
    expect(pay(book, paymentOf("first", "799850", "p1"))).toEqual([]);
    expect([owed(book), sumOf(book, "cash"), sumOf(book, "rounding")]).toEqual([0n, -799_850n, 12n]);
    expect(known(book, erasureHold(rosa.agent))).toBe(0n);
  });
  it("in parts: the rest is handed over in coins too, and only then is the person free", () => {
    const book = closedBook();
    expect(pay(book, paymentOf("first", "500000", "p1"))).toEqual([]);
    expect([owed(book), known(book, erasureHold(rosa.agent))]).toEqual([299_838n, 1n]);
    expect(pay(book, paymentOf("first", "299850", "p2"))).toEqual([]);
    expect([owed(book), sumOf(book, "rounding"), known(book, erasureHold(rosa.agent))]).toEqual([0n, 12n, 0n]);
  });
  it("to the peso, by transfer, leaves no difference", () => {
    const book = closedBook();
    expect(pay(book, { ...paymentOf("first", "799838", "p1"), paidIn: "transfer" })).toEqual([]);
    expect([owed(book), sumOf(book, "bank"), sumOf(book, "rounding")]).toEqual([0n, -799_838n, 0n]);
  });
  it("with more than is owed is kept and asks; so does every payment after it", () => {
    const book = closedBook();
    expect(pay(book, paymentOf("first", "800000", "p1"))).toEqual(["payment.more-than-owed"]);
    expect([owed(book), sumOf(book, "owed-to-producers", rosa.agent)]).toEqual([-162n, 162n]);
    expect(pay(book, paymentOf("first", "50", "p2"))).toEqual(["payment.more-than-owed"]);
    expect(known(book, erasureHold(rosa.agent))).toBe(0n);
  });
  it("told again changes nothing; told otherwise under the same id it asks", () => {
    const book = closedBook();
    pay(book, paymentOf("first", "500000", "p1"));
    expect(pay(book, paymentOf("first", "500000", "p1"))).toEqual([]);
    expect(pay(book, paymentOf("first", "600000", "p1"))).toEqual(["payment.id-used"]);
    expect(sumOf(book, "cash")).toBe(-500_000n);
  });
  it("of nothing, where all is paid, posts nothing", () => {
    const book = closedBook();
    pay(book, paymentOf("first", "799850", "p1"));
    const follows = told(book, "payment.make", paymentOf("first", "0", "p2"));
    expect([follows.entries, owed(book)]).toEqual([[], 0n]);
  });
  it("for a statement not closed, not known, or in another currency is money whose meaning is open: once", () => {
    const book = closedBook();
    handOver(book, "C", 10_000n);
    reviewed(book, "second", [rosa.agent, "C"]);
    for (const [said, amount] of [
      [paymentOf("second", "1000", "open"), -1_000n],
      [paymentOf("none", "2000", "unknown"), -3_000n],
      [{ ...paymentOf("first", "4000", "soles"), currency: "PEN" }, -7_000n],
    ] as const) {
      expect(pay(book, said)).toEqual(["payment.statement-unknown"]);
      expect(sumOf(book, "cash")).toBe(amount);
      expect(pay(book, said)).toEqual(["payment.id-used"]);
      expect(sumOf(book, "unresolved")).toBe(-amount);
    }
    expect(owed(book)).toBe(799_838n);
  });
  it("in a currency that the book does not keep posts nothing and asks", () => {
    const book = closedBook();
    expect(pay(book, { ...paymentOf("first", "4000", "d"), currency: "USD" })).toEqual(["payment.statement-unknown"]);
    expect(sumOf(book, "cash")).toBe(0n);
  });
});

describe("paying a whole settlement [settlement.pay]", () => {
  it("pays what each statement says, but for those named; said again for all, it pays only the rest", () => {
    const book = closedBook();
    pay(book, paymentOf("first", "99850", "part"));
    told(book, "settlement.pay", { ...all, except: [statementOf("first", julian.agent)] });
    expect([owed(book), owed(book, julian.agent), sumOf(book, "cash")]).toEqual([0n, 398_722n, -799_850n]);
    expect(told(book, "settlement.pay", { ...all, except: [statementOf("first", julian.agent)] }).records).toEqual([]);
    const rest = told(book, "settlement.pay", all);
    expect(rest.records?.map((one) => one.row.stage ?? one.row.amount)).toEqual([398_700n, "paid"]);
    expect([sumOf(book, "owed-to-producers"), sumOf(book, "rounding")]).toEqual([0n, -10n]);
  });
  it("said once more changes nothing and asks", () => {
    const book = closedBook();
    told(book, "settlement.pay", all);
    expect(codesOf(book.speak("settlement.pay", all))).toEqual(["settlement.paid-already"]);
    expect(sumOf(book, "cash")).toBe(-1_198_550n);
  });
  it("before it is closed, or of none, posts nothing and asks", () => {
    const book = cherryBook();
    handOver(book, "A", 100_300n);
    reviewed(book, "first", [rosa.agent, "A"]);
    expect(codesOf(book.speak("settlement.pay", all))).toEqual(["settlement.paid-before-closing"]);
    const none = { ...all, settlement: idOf("none") };
    expect(codesOf(book.speak("settlement.pay", none))).toEqual(["settlement.paid-before-closing"]);
    expect(sumOf(book, "cash")).toBe(0n);
  });
});
