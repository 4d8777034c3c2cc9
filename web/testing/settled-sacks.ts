/** Worked example 1 served: seven sacks handed over, settled, closed; Amparo and Ciro have seats of their own. */
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { seven, untilTheScale } from "../../scenarios/stories/seven-sacks.ts";
import type { Teller } from "../../scenarios/stories/teller.ts";
import { type Served, said, served } from "./served.ts";

/** Tells the story to the served book; its clock is the one of the story. */
export function tellerOf(to: Served): Teller {
  return {
    name: "web",
    day: (day) => {
      to.clock.now = Date.parse(`${day}T15:00:00.000Z`);
    },
    say: async (kind, says, beside = []) => {
      const through = { way: "seat", seat: marta.seat, at: new Date(to.clock.now).toISOString() };
      const [answer] = await to.services.installation.writers.take(testBook, "story", [
        { ...said(kind, says, { through }), beside: [...beside] },
      ]);
      if (answer === undefined || !("outcome" in answer)) throw new Error("not answered");
      return { outcome: answer.outcome, codes: "refusals" in answer ? answer.refusals.map((one) => one.code) : [] };
    },
    paper: async () => null,
    balance: async () => 0n,
    end: async () => undefined,
  };
}

/** The number that the book gave to the receipt of two sacks more, handed over later that day. */
export const laterReceipt = "quebrada-dos-000001";

/** Serves the book with its one closed statement, and a receipt that the book issued itself. */
export async function settledSacks(): Promise<Served> {
  const server = await served({ book: "unopened" });
  const { settlement, season, statement, member, delivery } = seven;
  const teller = tellerOf(server);
  teller.day("2026-01-02");
  await untilTheScale(teller);
  const told = async (kind: string, says: unknown): Promise<void> => {
    const answer = await teller.say(kind, says);
    if (!answer.outcome.startsWith("done")) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  };
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  const drafted = { season, title: "16 de septiembre", paidIn: "cash", place: "Quebrada Dos", payDay: "2026-09-18" };
  await told("settlement.draft", { settlement, ...drafted, statements });
  await told("settlement.review", { settlement, seen: { net: "2940786" } });
  await told("settlement.close", { settlement });
  await told("delivery.receive", {
    delivery: idOf("two crates more"),
    member,
    product: "coffee-parchment",
    place: "quebrada-dos",
    on: "2026-09-16",
    clock: "11:05",
    scale: "B-03",
    scaleChecked: "2026-09-16",
    bags: [
      { gross_g: "61500", tare_g: "700", container: "sack", count: 1 },
      { gross_g: "58250", tare_g: "700", container: "sack", count: 1 },
    ],
    measurements: [
      { measure: "moisture", value: "11.8", unit: "%", method: "capacitance-meter", instrument: "H-01" },
      { measure: "sample-grams", value: "250", unit: "g" },
    ],
    shown: {
      net_g: "118350",
      currency: "COP",
      unitPrice: "16040.00",
      value: "1898334",
      deductions: [{ code: "collection", amount: "14202" }],
      net: "1884132",
      cash: "1884150",
      balances: [{ of: "advance", amount: "1500000", knownOn: "2026-09-14" }],
    },
  });
  await told("seat.give", { seat: idOf("Amparo's seat"), agent: member, roles: ["member"], from: "2026-01-02" });
  await told("seat.give", { seat: idOf("Ciro's seat"), agent: idOf("Ciro"), roles: ["member"], from: "2026-01-02" });
  return server;
}
