import { describe, expect, it } from "vitest";
import { firstPowers } from "../../book/rules/first-powers.ts";
import type { PowerMatrix } from "../../book/rules/powers.ts";
import { codesOf, efrain, idOf, now, type Saying, type TestBook, today } from "../../book/testing.ts";
import { containerBook, paperOf, thePool } from "../pool-testing.ts";
import { told } from "../testing.ts";

const ana = { agent: idOf("Ana"), seat: idOf("Ana's seat") };
const asAna: Saying = { by: ana.agent, through: { way: "seat", seat: ana.seat, at: now } };
const pool = { pool: thePool };

/** Marta manages and has entered the container's papers; Ana is treasurer, Efraín clerk: three in office, so nothing is waived. */
function threeInOffice(more: PowerMatrix = {}): TestBook {
  const book = containerBook();
  told(book, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: today });
  told(book, "seat.give", { ...ana, roles: ["treasurer"], from: today });
  told(book, "powers.publish", { powers: { ...firstPowers, ...more }, from: today });
  return book;
}

describe("two people for a pool, as the first matrix asks [pool.apart]", () => {
  it("who entered papers does not decide; somebody else does", () => {
    const treasurer = [...(firstPowers.treasurer ?? []), { power: "close-settlement", apart: true }];
    const book = threeInOffice({ treasurer });
    expect(codesOf(book.speak("pool.decide", pool))).toEqual(["power.hands-together"]);
    expect(codesOf(book.speak("pool.decide", pool, asAna))).toEqual([]);
  });
  it("a treasurer without the power does not decide, and pays out what was decided", () => {
    const manager = (firstPowers.manager ?? []).map((one) => ({ power: one.power }));
    const book = threeInOffice({ manager });
    expect(codesOf(book.speak("pool.decide", pool, asAna))).toEqual(["power.missing"]);
    expect(codesOf(book.speak("pool.decide", pool))).toEqual([]);
    expect(codesOf(book.speak("pool.pay-out", { ...pool, paidIn: "transfer" }, asAna))).toEqual([]);
  });
  it("beyond the amount a role may decide alone, it waits for a second signature", () => {
    const limits = [
      { power: "close-settlement", upTo: "10000", currency: "PEN" },
      { power: "close-settlement", second: true },
    ];
    const manager = [...(firstPowers.manager ?? []).filter((one) => one.power !== "close-settlement"), ...limits];
    const book = threeInOffice({ manager });
    expect(book.speak("pool.decide", pool)).toMatchObject({ outcome: "proposed" });
    expect(codesOf(book.speak("pool.pay-out", { ...pool, paidIn: "cash" }))).toEqual(["pool.not-decided"]);
  });
  it("a paper beyond what a role may pay is refused", () => {
    const treasurer = [{ power: "pay", upTo: "1000", currency: "PEN" }];
    const dear = paperOf("other-cost", { way: "amount", amount: "1000.01" });
    expect(codesOf(threeInOffice({ treasurer }).speak("pool.entry", dear, asAna))).toEqual(["power.over-limit"]);
  });
});
