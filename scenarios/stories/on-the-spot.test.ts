/**
 * The same seven sacks, settled and paid at the point: one hand-over, one statement, cash from the float. It happened before
 * witnesses, so whatever the book finds, the cash is gone: it keeps both figures and asks.
 */
import { afterEach, describe, expect, test } from "vitest";
import { idOf } from "../../rooms/book/testing.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { seven, untilTheScale } from "./seven-sacks.ts";
import type { Teller } from "./teller.ts";
import { everywhere, tellerIn, type Where } from "./tellers.ts";

let teller: Teller;
afterEach(() => teller.end());

const slip = {
  settlement: idOf("spot settlement"),
  statement: idOf("spot statement"),
  payment: idOf("spot payment"),
  season: seven.season,
  agent: seven.member,
  delivery: seven.delivery,
  paid: "2940800",
  shownNet: "2940786",
  currency: "COP",
  place: "Quebrada Dos",
  on: "2026-09-16",
};

async function atTheScale(where: Where): Promise<void> {
  teller = await tellerIn(where);
  await untilTheScale(teller);
}

describe.each(everywhere)("paid at the point, on the %s", (where) => {
  test("the slip and the book agree: one statement, paid, nothing owed [settlement.on-the-spot]", async () => {
    await atTheScale(where);
    expect(await teller.say("settlement.on-the-spot", slip)).toEqual({ outcome: "done", codes: [] });
    const content = JSON.parse((await teller.paper("statement", "L-2026-000001")) ?? "null") as StatementContent;
    expect(content.payment).toMatchObject({ paid: "2940800", difference: "14", place: "Quebrada Dos" });
    expect(await teller.balance("owed-to-producers")).toBe(0n);
    expect(await teller.balance("advances")).toBe(0n);
    expect(await teller.balance("rounding")).toBe(14n);
    const again = { ...slip, payment: idOf("second payment") };
    expect(await teller.say("settlement.on-the-spot", again)).toMatchObject({ codes: ["settlement.statement-used"] });
  });

  test("the clerk paid by the short count: the cash stands, and what is missing stays owed", async () => {
    await atTheScale(where);
    const short = { ...slip, paid: "2900000", shownNet: "2900000" };
    expect(await teller.say("settlement.on-the-spot", short)).toEqual({
      outcome: "done with a question",
      codes: ["settlement.shown-differs"],
    });
    expect(await teller.balance("owed-to-producers", seven.member)).toBe(-40_786n);
    expect(await teller.balance("cash")).toBe(-1_500_000n - 2_900_000n);
    expect(await teller.balance("rounding")).toBe(0n);
  });

  test("paid for a hand-over that nobody made: the money is unresolved, and the treasurer is asked", async () => {
    await atTheScale(where);
    const lost = { ...slip, delivery: idOf("no such delivery") };
    expect(await teller.say("settlement.on-the-spot", lost)).toEqual({
      outcome: "done with a question",
      codes: ["settlement.spot-not-computed", "payment.statement-unknown"],
    });
    expect(await teller.balance("unresolved")).toBe(2_940_800n);
  });
});
