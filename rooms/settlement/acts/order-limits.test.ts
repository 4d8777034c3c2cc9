import { describe, expect, it } from "vitest";
import { firstPowers } from "../../book/rules/first-powers.ts";
import type { PowerMatrix } from "../../book/rules/powers.ts";
import { codesOf, efrain, idOf, now, type Saying, type TestBook, today } from "../../book/testing.ts";
import { statementOrdered } from "../needs/order.ts";
import { julian, orderBook, orderOf, rosa, statementOf } from "../order-testing.ts";
import { known, told } from "../testing.ts";

const ana = { agent: idOf("Ana"), seat: idOf("Ana's seat") };
const asAna: Saying = { by: ana.agent, through: { way: "seat", seat: ana.seat, at: now } };
const both = orderOf("one", rosa.agent, julian.agent);

/** Marta manages, Ana is treasurer, Efraín clerk: three in office, so nothing is waived. */
function threeInOffice(more: PowerMatrix): TestBook {
  const book = orderBook();
  told(book, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: today });
  told(book, "seat.give", { ...ana, roles: ["treasurer"], from: today });
  told(book, "powers.publish", { powers: { ...firstPowers, ...more }, from: today });
  return book;
}

describe("what an order sends off is weighed whole [payment-order.limits]", () => {
  it("beyond what a role may pay it is refused; an order within it is made", () => {
    const book = threeInOffice({ treasurer: [{ power: "pay", upTo: "1000000", currency: "COP" }] });
    expect(codesOf(book.speak("payment-order.make", both, asAna))).toEqual(["power.over-limit"]);
    expect(codesOf(book.speak("payment-order.make", orderOf("two", rosa.agent), asAna))).toEqual([]);
  });
  it("where two must sign it waits; the other's signature makes it, with numbers of that moment", () => {
    const second = [
      { power: "pay", upTo: "1000000", currency: "COP" },
      { power: "pay", second: true as const },
    ];
    const book = threeInOffice({ treasurer: second });
    const answer = book.speak("payment-order.make", both, { ...asAna, id: idOf("the proposal") });
    expect(answer).toMatchObject({ outcome: "proposed" });
    expect(known(book, statementOrdered(statementOf("first")))).toBe(0n);
    told(book, "payment-order.make", orderOf("between", julian.agent));
    told(book, "proposal.sign", { proposal: idOf("the proposal") });
    expect(known(book, statementOrdered(statementOf("first")))).toBe(799_838n);
  });
  it("whoever may not pay neither orders nor tells where money goes", () => {
    const book = threeInOffice({});
    const asEfrain: Saying = { by: efrain.agent, through: { way: "seat", seat: efrain.seat, at: now } };
    expect(codesOf(book.speak("payment-order.make", both, asEfrain))).toContain("power.missing");
  });
});
