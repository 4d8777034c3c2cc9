/**
 * Worked example 1: Colombian dry parchment, seven sacks of member 0131, settled and paid in cash. Price base COP 2,005,000 per
 * carga at factor 94 on 16 September 2026; the other rates are made up. The same story on the kernel, on PostgreSQL and through the API.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf, testSettings } from "../../rooms/book/testing.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { seven, untilTheScale } from "./seven-sacks.ts";
import type { Teller } from "./teller.ts";
import { everywhere, tellerIn } from "./tellers.ts";

const { member, season, settlement, statement, delivery, advance, credit, payment } = seven;

describe.each(everywhere)("seven sacks of parchment, from the scale to the coins, on the %s", (where) => {
  let teller: Teller;
  beforeAll(async () => {
    teller = await tellerIn(where);
    await untilTheScale(teller);
  });
  afterAll(() => teller.end());

  test("it is drafted, reviewed with the totals before one's eyes, and closed [settlement.period]", async () => {
    const drafted = {
      settlement,
      season,
      title: "16 de septiembre",
      paidIn: "cash",
      place: "Quebrada Dos",
      payDay: "2026-09-18",
      statements: [{ statement, agent: member, deliveries: [delivery] }],
    };
    expect(await teller.say("settlement.close", { settlement })).toEqual({
      outcome: "refused",
      codes: ["settlement.unknown"],
    });
    expect(await teller.say("settlement.draft", drafted)).toEqual({ outcome: "done", codes: [] });
    expect(await teller.say("settlement.close", { settlement })).toEqual({
      outcome: "refused",
      codes: ["settlement.not-reviewed"],
    });
    const wrong = { settlement, seen: { net: "3000000" } };
    expect(await teller.say("settlement.review", wrong)).toEqual({
      outcome: "refused",
      codes: ["settlement.totals-differ"],
    });
    const seen = { statements: "1", value: "6494786", net: "2940786", paid: "2940800" };
    expect(await teller.say("settlement.review", { settlement, seen })).toEqual({ outcome: "done", codes: [] });
    expect(await teller.say("settlement.close", { settlement })).toEqual({ outcome: "done", codes: [] });
    const again = {
      ...drafted,
      settlement: idOf("again"),
      statements: [{ statement: idOf("s2"), agent: member, deliveries: [delivery] }],
    };
    expect(await teller.say("settlement.draft", again)).toEqual({
      outcome: "refused",
      codes: ["settlement.delivery-settled"],
    });
  });

  test("the statement has every figure of the worked example [settlement.statement]", async () => {
    const content = JSON.parse((await teller.paper("statement", "L-2026-000001")) ?? "null") as StatementContent;
    const [handOver] = content.deliveries;
    expect(content).toMatchObject({
      organisation: testSettings.name,
      agent: { id: member, memberNumber: "0131" },
      subtotals: { value: "6494786", available: "6348786", net: "2940786" },
      payment: { mode: "cash", place: "Quebrada Dos", day: "2026-09-18", paid: "2940800", difference: "14" },
      after: {
        advances: [{ id: advance, owed: "0" }],
        credits: [{ id: credit, principal: "0", interest: "0" }],
        shares: "64948",
      },
    });
    expect(handOver).toMatchObject({ receipt: "T3Q-2-004417", bags: 7, gross: "412500", tare: "4900", net: "407600" });
    //                                  gross    tare   net      paid kg   factor  reference  excelso     price       value
    expect(handOver?.figures).toEqual([
      "412.5",
      "4.9",
      "407.6",
      "404.82",
      "92.99",
      "16040",
      "21013.14",
      "16043.64",
      "6494786",
    ]);
    expect(content.deductions.map((line) => [line.code, line.amount, line.to])).toEqual([
      ["collection", "48578", "collection-charges"],
      ["share-capital", "64948", "share-capital"],
      ["solidarity", "32474", "solidarity-fund"],
      ["advance", "1500000", "advances"],
      ["input-credit-interest", "108000", "credit-interest"],
      ["input-credit", "1800000", "credit-principal"],
    ]);
    expect(content.caps).toMatchObject([{ code: "credit-40", limit: "2539514", bit: false }]);
    expect(JSON.stringify(content)).not.toContain("Quintero");
  });

  test("every deduction is in its account, and the coins' difference in rounding [ledger.both-ends]", async () => {
    expect(
      await teller.say("payment.make", {
        payment,
        statement,
        amount: "2940800",
        currency: "COP",
        paidIn: "cash",
        place: "Quebrada Dos",
        on: "2026-09-16",
      }),
    ).toEqual({ outcome: "done", codes: [] });
    const accounts = [
      "purchases",
      "collection-charges",
      "share-capital",
      "solidarity-fund",
      "advances",
      "credit-interest",
      "credit-principal",
      "owed-to-producers",
      "cash",
      "rounding",
    ];
    const balances = Object.fromEntries(
      await Promise.all(accounts.map(async (one) => [one, await teller.balance(one)] as const)),
    );
    expect(balances).toEqual({
      purchases: 6_494_786n,
      "collection-charges": -48_578n,
      "share-capital": -64_948n,
      "solidarity-fund": -32_474n,
      advances: 0n,
      "credit-interest": -108_000n,
      "credit-principal": 0n,
      "owed-to-producers": 0n,
      cash: -1_500_000n - 2_940_800n,
      rounding: 14n,
    });
  });
});
