import { describe, expect, it } from "vitest";
import { receive } from "../../acopio/testing.ts";
import { firstPowers } from "../../book/rules/first-powers.ts";
import type { PowerMatrix } from "../../book/rules/powers.ts";
import { codesOf, efrain, idOf, marta, now, type Saying, type TestBook, today } from "../../book/testing.ts";
import { cherryBook, draftOf, handOver, rosa as producer, told } from "../testing.ts";

const ana = { agent: idOf("Ana"), seat: idOf("Ana's seat") };
const as = ({ agent, seat }: { agent: string; seat: string }): Saying => ({
  by: agent,
  through: { way: "seat", seat, at: now },
});
const [asMarta, asEfrain, asAna] = [as(marta), as(efrain), as(ana)];
const first = { settlement: idOf("first") };
const upTo = (amount: string) => [{ power: "pay", upTo: amount, currency: "COP" }];

/** Rosa's 807,917 pesos drafted by Efraín; Marta manages, Ana is treasurer: three in office, so nothing is waived. */
function drafted(more: PowerMatrix = {}): TestBook {
  const book = cherryBook();
  handOver(book, "A", 100_300n);
  told(book, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: today });
  told(book, "seat.give", { ...ana, roles: ["treasurer"], from: today });
  told(book, "powers.publish", { powers: { ...firstPowers, ...more }, from: today });
  told(book, "settlement.draft", draftOf("first", [producer.agent, "A"]), asEfrain);
  return book;
}
const say = (book: TestBook, kind: string, how: Saying) => codesOf(book.speak(kind, first, how));

describe("two people for a settlement, as the first matrix asks [powers.apart]", () => {
  it("who reviewed it does not close it; somebody else's review is closed", () => {
    const book = drafted();
    expect(say(book, "settlement.review", asMarta)).toEqual([]);
    expect(say(book, "settlement.close", asMarta)).toEqual(["power.hands-together"]);
    expect(say(book, "settlement.review", asAna)).toEqual([]);
    expect(say(book, "settlement.close", asMarta)).toEqual([]);
  });
  it("in a group of two it is waived, as the book began", () => {
    const book = drafted();
    told(book, "seat.end", { seat: efrain.seat, until: "2026-11-14", reason: "left" });
    expect(say(book, "settlement.review", asMarta)).toEqual([]);
    expect(say(book, "settlement.close", asMarta)).toEqual([]);
  });
  it("who drafted it does not review it, where a book asks for that too", () => {
    const review = [{ power: "draft-settlement" }, { power: "review-settlement", apart: true }];
    const book = drafted({ clerk: [...(firstPowers.clerk ?? []), ...review] });
    expect(say(book, "settlement.review", asEfrain)).toEqual(["power.hands-together"]);
  });
  it("books whose powers were published before keep closing as they did", () => {
    const book = drafted();
    const old = { ...book.page.rows("powers|key", "book")?.at(-1), reading: null, version: 99 };
    const record = book.history
      .flatMap((one) => one.follows.records)
      .find((one) => one.record.table === "powers")?.record;
    if (record === undefined) throw new Error("the book has powers");
    book.page.lay({ record, row: old });
    expect(say(book, "settlement.review", asMarta)).toEqual([]);
    expect(say(book, "settlement.close", asMarta)).toEqual([]);
  });
});

describe("limits of amount and product [powers.limits]", () => {
  const closer = (amount: string) => ({ technician: [{ power: "close-settlement", upTo: amount, currency: "COP" }] });
  const closing = (amount: string) => {
    const book = drafted(closer(amount));
    told(book, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["technician"], from: today });
    say(book, "settlement.review", asAna);
    return say(book, "settlement.close", asEfrain);
  };
  it("a closing weighs what it leaves owed: 799,838 pesos", () => {
    expect(closing("799837")).toEqual(["power.over-limit"]);
    expect(closing("799838")).toEqual([]);
  });
  it("a payment weighs what was handed over, all payments of a settlement together what they come to", () => {
    const closed = (amount: string) => {
      const book = drafted({ technician: upTo(amount) });
      say(book, "settlement.review", asAna);
      say(book, "settlement.close", asMarta);
      told(book, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["technician"], from: today });
      return book;
    };
    const all = { ...first, paidIn: "cash", on: today };
    expect(codesOf(closed("799849").speak("settlement.pay", all, asEfrain))).toEqual(["act.over-limit"]);
    expect(codesOf(closed("799850").speak("settlement.pay", all, asEfrain))).toEqual([]);
    const [statement] = draftOf("first", [producer.agent, "A"]).statements as readonly { statement: string }[];
    const one = {
      payment: idOf("p"),
      statement: statement?.statement,
      amount: "500000",
      currency: "COP",
      paidIn: "cash",
      on: today,
    };
    expect(codesOf(closed("499999").speak("payment.make", one, asEfrain))).toEqual(["act.over-limit"]);
    expect(codesOf(closed("500000").speak("payment.make", one, asEfrain))).toEqual([]);
  });
  it("who may receive one product only: another is kept, and asks", () => {
    const { book } = receive({});
    const powers = { ...firstPowers, clerk: [{ power: "receive", product: "cocoa" }] };
    told(book, "powers.publish", { powers, from: today });
    const said = JSON.parse(
      book.said.find((one) => one.sent.body.includes("delivery.receive"))?.sent.body ?? "{}",
    ).says;
    const coffee = { ...said, delivery: idOf("another"), receipt: undefined };
    expect(codesOf(book.speak("delivery.receive", coffee, asEfrain))).toContain("act.other-product");
  });
});
