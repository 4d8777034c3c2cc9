/**
 * Worked example 5: snow pea for export, Guatemalan highlands, quetzales per pound. 16 crates weigh 662.4 lb, 4.4 lb each empty; the
 * packhouse takes 79 % for export and 11 % for the local market, and gives the rest back. Paid by transfer after 15 days.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { pea, untilThePackhouse } from "./sixteen-crates.ts";
import type { Teller } from "./teller.ts";
import { everywhere, tellerIn } from "./tellers.ts";

const { producer, season, settlement, statement, delivery, credit } = pea;

describe.each(everywhere)("sixteen crates of snow pea, on the %s", (where) => {
  let teller: Teller;
  beforeAll(async () => {
    teller = await tellerIn(where);
    await untilThePackhouse(teller);
  });
  afterAll(() => teller.end());

  test("two classes are paid, the reject goes back, and half an instalment is left for later [settlement.classes]", async () => {
    const statements = [{ statement, agent: producer, deliveries: [delivery] }];
    for (const [kind, says] of [
      ["settlement.draft", { settlement, season, title: "Febrero", paidIn: "transfer", statements }],
      ["settlement.review", { settlement, seen: { value: "257261", net: "188094" } }],
      ["settlement.close", { settlement }],
    ] as const)
      expect(await teller.say(kind, says), kind).toEqual({ outcome: "done", codes: [] });
    const content = JSON.parse((await teller.paper("statement", "L-2026-000001")) ?? "null") as StatementContent;
    //                                               gross    tare    net    export  local   reject  prices        values
    expect(content.deliveries[0]?.figures).toEqual([
      "662.4",
      "70.4",
      "592",
      "467.7",
      "65.1",
      "59.2",
      "5.25",
      "1.8",
      "2455.43",
      "117.18",
    ]);
    expect(content.subtotals).toEqual({
      value: "257261",
      afterLeviesAndThirdParties: "241239",
      available: "236094",
      net: "188094",
    });
    expect(content.deductions.filter((line) => line.amount !== "0").map((line) => [line.code, line.amount])).toEqual([
      ["levy", "7718"],
      ["transport", "7104"],
      ["crates", "1200"],
      ["fund", "5145"],
      ["inputs", "48000"],
    ]);
    expect(content.caps).toMatchObject([{ code: "credit-50", limit: "118047", bit: false }]);
    expect(content.after.credits).toEqual([{ id: credit, principal: "48000", interest: "0" }]);
    expect(content.payment).toMatchObject({ mode: "transfer", paid: "188094", difference: "0" });
  });

  test("the bank pays it all at once, and the settlement has reached its end [settlement.pay]", async () => {
    expect(await teller.say("settlement.pay", { settlement, paidIn: "transfer", on: "2026-02-26" })).toEqual({
      outcome: "done",
      codes: [],
    });
    expect(await teller.balance("owed-to-producers")).toBe(0n);
    expect(await teller.balance("bank")).toBe(-188_094n);
    expect(await teller.balance("credit-principal", producer)).toBe(48_000n);
    expect(await teller.say("settlement.pay", { settlement, paidIn: "transfer", on: "2026-02-26" })).toMatchObject({
      codes: ["settlement.paid-already"],
    });
  });
});
