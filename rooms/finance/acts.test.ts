import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { decision } from "../../kernel/act/declaration.ts";
import { firstPowers } from "../book/rules/first-powers.ts";
import { byTelephone, codesOf, efrain, idOf, openedBook, today } from "../book/testing.ts";
import { acts as people } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";
import { debtsOf } from "./needs.ts";

/** Stands for a settlement: whatever it says is collected. */
const settle = decision({
  kind: "test.settle",
  version: 1,
  rules: 1,
  room: "test",
  power: "close-settlement",
  says: z.array(z.unknown()),
  needs: () => ({}),
  follows: (collected) => ({ also: collected.map((says) => ({ kind: "debt.collect", version: 1, says })) }),
});
const opened = () => withRosa(openedBook(...people, ...acts, settle));
type Book = ReturnType<typeof opened>;
const debts = (book: Book, on = today) => {
  const tried = debtsOf(rosa.agent, "COP", on).tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
};
const last = (book: Book) => book.history.at(-1)?.follows;
const lines = (book: Book) =>
  last(book)?.entries.flatMap((entry) => entry.postings.map((line) => [line.account, line.commodity, line.amount]));

const advance = {
  advance: idOf("advance"),
  agent: rosa.agent,
  amount: "1500000",
  currency: "COP",
  day: "2026-10-25",
  mode: "cash",
  place: "El Mirador",
};
const credit = {
  credit: idOf("credit"),
  agent: rosa.agent,
  principal: "1800000",
  currency: "COP",
  ratePerMonth: "1.5",
  method: "simple-monthly",
  start: "2026-07-15",
  due: "2026-12-31",
  purpose: "Fertiliser for the main harvest",
};
const collected = { debt: credit.credit, principal: "0", interest: "0", charged: "0", months: 0, day: today };

describe("giving an advance [finance.advance]", () => {
  it("keeps what is owed and where the cash came from", () => {
    const book = opened();
    expect(codesOf(book.speak("advance.give", advance))).toEqual([]);
    expect(lines(book)).toEqual([
      ["advances", "money:COP:1", 1_500_000n],
      ["cash", "money:COP:1", -1_500_000n],
    ]);
    expect(debts(book).advances).toEqual([{ id: advance.advance, owed: 1_500_000n, since: "2026-10-25" }]);
  });
  it("said twice is once; another under the same id asks", () => {
    const book = opened();
    book.speak("advance.give", advance);
    expect(codesOf(book.speak("advance.give", advance))).toEqual([]);
    expect(last(book)).toMatchObject({ records: [], entries: [], tallies: [] });
    expect(codesOf(book.speak("advance.give", { ...advance, amount: "1600000" }))).toEqual(["advance.id-used"]);
    expect(debts(book).advances[0]?.owed).toBe(1_500_000n);
  });
  it("is never refused: what is certain is posted, the rest asks", () => {
    const odd = { ...advance, agent: idOf("nobody"), mode: "mule", day: "2026-12-24" };
    const book = opened();
    expect(codesOf(book.speak("advance.give", odd))).toEqual([
      "advance.agent-unknown",
      "advance.mode-unknown",
      "advance.day-to-come",
    ]);
    expect(lines(book)?.map(([account]) => account)).toEqual(["advances", "unresolved"]);
  });
  it.each([
    ["12,5", "COP", "advance.amount-unreadable"],
    ["0", "COP", "advance.amount-unreadable"],
    ["0.50", "COP", "advance.amount-unreadable"],
    ["100", "USD", "advance.currency-unknown"],
  ])("of %s %s is kept as said, posts nothing and asks", (amount, currency, code) => {
    const book = opened();
    expect(codesOf(book.speak("advance.give", { ...advance, amount, currency }))).toEqual([code]);
    expect(last(book)?.entries).toEqual([]);
    expect(last(book)?.records[0]?.row).toMatchObject({ amount: null, amount_said: amount });
  });
  it("above what a role may give asks the manager", () => {
    const book = opened();
    const powers = { ...firstPowers, clerk: [{ power: "give-advance", upTo: "1000000", currency: "COP" }] };
    book.speak("powers.publish", { powers, from: today });
    expect(codesOf(book.speak("advance.give", advance, byTelephone(1)))).toEqual(["act.over-limit"]);
    const small = { ...advance, advance: idOf("small"), amount: "1000000" };
    expect(codesOf(book.speak("advance.give", small, byTelephone(2)))).toEqual([]);
  });
});

describe("granting input credit [finance.credit]", () => {
  it("moves inputs out of the store against the producer", () => {
    const book = opened();
    expect(codesOf(book.speak("input-credit.grant", credit))).toEqual([]);
    expect(lines(book)).toEqual([
      ["credit-principal", "money:COP:1", 1_800_000n],
      ["input-store", "money:COP:1", -1_800_000n],
    ]);
    expect(debts(book).credits).toMatchObject([{ principal: 1_800_000n, standing: "current", monthsSettled: 0 }]);
    expect(debts(book, "2027-01-01").credits).toMatchObject([{ standing: "overdue" }]);
  });
  it("costs what its items cost", () => {
    const items = [{ input: "urea", quantity: "12", unit: "sack", price: "150000", cashPrice: "128000" }];
    expect(codesOf(opened().speak("input-credit.grant", { ...credit, items }))).toEqual([]);
    const fewer = [{ ...items[0], quantity: "11" }];
    expect(codesOf(opened().speak("input-credit.grant", { ...credit, items: fewer }))).toEqual(["credit.items-differ"]);
  });
  it("is refused with all reasons at once", () => {
    const book = opened();
    book.speak("input-credit.grant", credit);
    const wrong = {
      ...credit,
      agent: idOf("nobody"),
      method: "declining",
      due: "2026-01-01",
      principal: "0.5",
      instalment: "0",
    };
    expect(codesOf(book.speak("input-credit.grant", wrong))).toEqual([
      "credit.id-used",
      "agent.unknown",
      "credit.method-not-built",
      "credit.due-before-start",
      "credit.principal-unreadable",
      "credit.instalment-unreadable",
    ]);
    expect(codesOf(book.speak("input-credit.grant", { ...credit, credit: idOf("c2"), currency: "USD" }))).toEqual([
      "credit.currency-unknown",
    ]);
  });
  it("needs the power, within its limit", () => {
    const book = opened();
    expect(codesOf(book.speak("input-credit.grant", credit, byTelephone(1)))).toEqual(["power.missing"]);
    const powers = { ...firstPowers, clerk: [{ power: "grant-credit", upTo: "1000000", currency: "COP" }] };
    book.speak("powers.publish", { powers, from: today });
    expect(codesOf(book.speak("input-credit.grant", credit, byTelephone(2)))).toEqual(["power.over-limit"]);
    expect(efrain.agent).toBe(book.history.at(-1)?.context.by);
  });
});

describe("collecting a debt [finance.collect]", () => {
  it("takes interest and principal of example 1, and nothing is owed", () => {
    const book = opened();
    book.speak("advance.give", advance);
    book.speak("input-credit.grant", credit);
    const answer = book.speak("test.settle", [
      { ...collected, debt: advance.advance, principal: "1500000" },
      { ...collected, principal: "1800000", interest: "108000", charged: "108000", months: 4 },
    ]);
    expect(codesOf(answer)).toEqual([]);
    expect(debts(book)).toEqual({ advances: [], credits: [] });
  });
  it("keeps what a cap left: interest first, the months are charged once", () => {
    const book = opened();
    book.speak("input-credit.grant", credit);
    book.speak("test.settle", [{ ...collected, interest: "100000", charged: "108000", months: 4 }]);
    expect(debts(book).credits).toMatchObject([{ principal: 1_800_000n, interestOwed: 8_000n, monthsSettled: 4 }]);
  });
  it.each([
    ["principal", { principal: "1800001" }],
    ["interest", { interest: "1" }],
  ])("refuses more %s than is owed, and the settlement with it", (_what, more) => {
    const book = opened();
    book.speak("input-credit.grant", credit);
    expect(
      codesOf(
        book.speak("test.settle", [
          { ...collected, principal: "1" },
          { ...collected, ...more },
        ]),
      ),
    ).toEqual(["debt.more-than-owed"]);
    expect(debts(book).credits).toMatchObject([{ principal: 1_800_000n }]);
  });
  it("charges no interest on an advance", () => {
    const book = opened();
    book.speak("advance.give", advance);
    const charge = { ...collected, debt: advance.advance, charged: "5", interest: "5" };
    expect(codesOf(book.speak("test.settle", [charge]))).toEqual(["debt.more-than-owed"]);
  });
  it("is said by no person, and knows its debt", () => {
    const book = opened();
    expect(codesOf(book.speak("debt.collect", collected))).toEqual(["debt.only-by-settlement"]);
    expect(codesOf(book.speak("test.settle", [collected]))).toEqual(["debt.unknown"]);
  });
  it("frees the person to be erased when the last debt is paid", () => {
    const book = opened();
    book.speak("tie.end", { tie: rosa.tie, until: "2026-06-30" });
    book.speak("advance.give", advance);
    const erase = { agent: rosa.agent, reason: "She asked." };
    expect(codesOf(book.speak("person.erase", erase))).toEqual(["person.open-business"]);
    book.speak("test.settle", [{ ...collected, debt: advance.advance, principal: "1500000" }]);
    expect(codesOf(book.speak("person.erase", erase))).toEqual([]);
  });
});
