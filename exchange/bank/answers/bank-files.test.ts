import { describe, expect, it } from "vitest";
import { codesOf, type TestBook } from "../../../rooms/book/testing.ts";
import { told } from "../../../rooms/settlement/order-testing.ts";
import { sumOf } from "../../../rooms/settlement/testing.ts";
import { bookSays, letIn, orderedBook, ourNumber, paymentsIn, rowsOf } from "./testing/bank-book.ts";
import { camtOf, type EntrySaid } from "./testing/camt.ts";

const fileOf = (...entries: readonly EntrySaid[]) =>
  camtOf([
    {
      account: ourNumber,
      currency: "COP",
      from: "2026-11-17",
      until: "2026-11-20",
      opening: "0",
      closing: "0",
      entries,
    },
  ]);
type Payment = ReturnType<typeof paymentsIn>[number];
const one = (book: TestBook, amount = 799_838n): Payment =>
  paymentsIn(book).find((each) => each.amount === amount) as Payment;
const became = async (book: TestBook, ...entries: readonly EntrySaid[]) =>
  (await letIn(book, fileOf(...entries))).map((each) => each.became);
const debit = (amount: bigint, endToEnd: string, more: Partial<EntrySaid> = {}, reference = "OP-1"): EntrySaid => ({
  ...{ amount: `${amount}.00`, on: "2026-11-18", ...more },
  details: [{ amount: `${amount}.00`, endToEnd, reference }],
});
const comesBack = (amount: bigint, endToEnd: string, code = "AC04"): EntrySaid => ({
  ...{ amount: `${amount}.00`, on: "2026-11-19", direction: "in" },
  details: [{ amount: `${amount}.00`, endToEnd, reference: "DEV-1", returned: { code } }],
});

describe("what the bank says of an ordered payment [bank.match]", () => {
  it("pays it by our number on the bank's day, with the bank's reference; the same file again changes nothing", async () => {
    const book = orderedBook();
    const { number, payment, statement } = one(book);
    expect(await became(book, debit(799_838n, number))).toEqual(["paid by number"]);
    expect(rowsOf(book, "payment")).toMatchObject([{ payment, statement, amount: 799_838n, paid_on: "2026-11-18" }]);
    expect(rowsOf(book, "payment_reference")).toMatchObject([{ number, reference: "OP-1" }]);
    expect([one(book).state, sumOf(book, "bank")]).toEqual(["paid", -799_838n]);
    const said = book.history.length;
    expect(await became(book, debit(799_838n, number))).toEqual(["known"]);
    expect(book.history.length).toBe(said);
  });
  it("pays a whole order that was booked as one sum", async () => {
    const book = orderedBook();
    const payments = paymentsIn(book);
    const sum = payments.reduce((all, each) => all + each.amount, 0n);
    const batch = { order: payments[0]?.order ?? "", count: payments.length };
    expect(await became(book, { amount: `${sum}.00`, on: "2026-11-18", batch })).toEqual(["paid by order"]);
    expect(paymentsIn(book).map(({ state }) => state)).toEqual(payments.map(() => "paid"));
    expect(sumOf(book, "bank")).toBe(-sum);
    const other = { ...batch, order: `${batch.order.slice(0, -1)}9` };
    expect(await became(book, { amount: "5.00", on: "2026-11-18", batch: other })).toEqual(["left: order-differs"]);
  });
  it("is owed again when it came back, with the bank's code in our words; the account that is closed is closed here", async () => {
    const book = orderedBook();
    const { number, statement } = one(book);
    expect(await became(book, debit(799_838n, number), comesBack(799_838n, number))).toEqual([
      "paid by number",
      "failed by number",
    ]);
    expect([one(book).state, sumOf(book, "bank")]).toEqual(["returned", 0n]);
    expect(rowsOf(book, "order_payment_stage").at(-1)).toMatchObject({
      reason: "account-closed",
      words: "AC04",
      reference: "DEV-1",
    });
    expect(rowsOf(book, "agent_account").at(-1)).toMatchObject({ state: "closed" });
    expect(rowsOf(book, "payment").filter((each) => each.statement === statement)).toHaveLength(1);
    // A bank that then says it paid once more is left to a person.
    const late = debit(799_838n, number, { on: "2026-11-20" }, "OP-9");
    expect(await became(book, late)).toEqual(["left: paid-already"]);
  });
  it("that came back before the bank told of the payment waits, and settles itself with the next file", async () => {
    const book = orderedBook();
    const { number } = one(book);
    expect(await became(book, comesBack(799_838n, number))).toEqual(["left: return-before-payment"]);
    expect([one(book).state, sumOf(book, "bank")]).toEqual(["ordered", 0n]);
    await became(book, debit(799_838n, number));
    expect([one(book).state, sumOf(book, "bank")]).toEqual(["returned", 0n]);
    expect(bookSays(book).kept.filter((each) => each.isLeft)).toEqual([]);
  });
  it("by amount and day is taken where only one can be meant, and left where two can", async () => {
    const book = orderedBook();
    const silent = (amount: bigint, on = "2026-11-18"): EntrySaid => ({ amount: `${amount}.00`, on });
    expect(await became(book, silent(799_838n))).toEqual(["paid by amount-and-day"]);
    expect(await became(book, silent(483_300n))).toEqual(["left: several"]);
    expect(await became(book, silent(398_722n, "2026-11-30"))).toEqual(["left: none"]);
    expect(await became(book, silent(1_000n))).toEqual(["left: none"]);
  });
  it("of another amount, another book, an unknown number or a void order is left, never guessed", async () => {
    const book = orderedBook();
    const { number } = one(book);
    expect(await became(book, debit(799_000n, number))).toEqual(["left: other-amount"]);
    expect(await became(book, debit(799_838n, "PFFFF-2026-000001"))).toEqual(["left: number-of-another-book"]);
    expect(await became(book, debit(1n, number.replace(/\d{6}$/, "999999")))).toEqual(["left: number-unknown"]);
    const [order] = rowsOf(book, "payment_order");
    told(book, "payment-order.cancel", { order: order?.payment_order, reason: "otra cuenta" });
    expect(await became(book, debit(799_838n, number))).toEqual(["left: order-void"]);
    expect([rowsOf(book, "payment"), sumOf(book, "bank")]).toEqual([[], 0n]);
  });
  it("twice in one file, with two references, is paid once and asked about once", async () => {
    const book = orderedBook();
    const { number } = one(book);
    expect(await became(book, debit(799_838n, number), debit(799_838n, number, {}, "OP-2"))).toEqual([
      "paid by number",
      "left: paid-already",
    ]);
    expect(sumOf(book, "bank")).toBe(-799_838n);
  });
  it("told by a person before is confirmed, and not booked again", async () => {
    const book = orderedBook();
    const { number, payment, statement } = one(book);
    const said = {
      payment,
      statement,
      amount: "799838",
      currency: "COP",
      paidIn: "transfer",
      on: "2026-11-18",
      number,
    };
    told(book, "payment.make", said);
    expect(await became(book, debit(799_838n, number), debit(799_838n, number, {}, "OP-2"))).toEqual([
      "confirmed by number",
      "left: paid-already",
    ]);
    expect(sumOf(book, "bank")).toBe(-799_838n);
  });
});

describe("what a person says that a movement is [bank.place]", () => {
  const leftOf = async (book: TestBook, entry: EntrySaid) =>
    (await letIn(book, fileOf(entry)))[0]?.movement.entry ?? "";
  const place = (book: TestBook, entry: string, placed: object) =>
    codesOf(book.speak("bank-entry.place", { entry, placed: { way: "hand", ...placed } }));
  it("is kept with who said it, once; and only what the movement can be", async () => {
    const book = orderedBook();
    const { payment, statement, number } = one(book, 483_300n);
    const entry = await leftOf(book, { amount: "483300.00", on: "2026-11-18" });
    const paid = { as: "paid", payments: [{ payment, statement, amount: "483300", number }] };
    expect(place(book, entry, { as: "failed", number })).toEqual(["bank-entry.misfit"]);
    expect(place(book, entry, { ...paid, payments: [{ payment, statement, amount: "483299", number }] })).toEqual([
      "bank-entry.misfit",
    ]);
    expect(place(book, payment, paid)).toEqual(["bank-entry.unknown"]);
    expect(place(book, entry, paid)).toEqual([]);
    expect(place(book, entry, { as: "aside", note: "otra cosa" })).toEqual(["bank-entry.placed-already"]);
    expect(rowsOf(book, "bank_placing")).toMatchObject([
      { entry, placed_as: "paid", way: "hand", on_day: "2026-11-15" },
    ]);
    expect(rowsOf(book, "bank_match")).toMatchObject([{ entry, number, payment }]);
    expect(sumOf(book, "bank")).toBe(-483_300n);
  });
  it("of what the bank took posts a charge; money that came in is set aside with a note and posts nothing", async () => {
    const book = orderedBook();
    const charge = await leftOf(book, { amount: "1200.00", on: "2026-11-18", words: "IMPUESTO" });
    expect(place(book, charge, { as: "charge" })).toEqual([]);
    const sale = await leftOf(book, { amount: "9000000.00", on: "2026-11-18", direction: "in" });
    expect(place(book, sale, { as: "charge" })).toEqual(["bank-entry.misfit"]);
    expect(place(book, sale, { as: "aside", note: "Contenedor 12" })).toEqual([]);
    expect([sumOf(book, "bank"), sumOf(book, "bank-charges")]).toEqual([-1_200n, 1_200n]);
  });
  it("with cents that the book does not keep waits, and can be set aside", async () => {
    const book = orderedBook();
    const entry = await leftOf(book, { amount: "12.35", on: "2026-11-18", code: ["ACMT", "MDOP", "CHRG"] });
    expect(rowsOf(book, "bank_entry")).toMatchObject([{ amount: "12.35", because: "not-whole-grains" }]);
    expect(place(book, entry, { as: "charge" })).toEqual(["bank-entry.misfit"]);
    expect(place(book, entry, { as: "aside", note: "Redondeo del banco" })).toEqual([]);
  });
});
