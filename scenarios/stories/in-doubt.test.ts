/**
 * Snow pea that the producer objects to after the draft: the question stops the closing until the packhouse answers; a corrected
 * share then makes another review needed. Told on the kernel, on PostgreSQL and through the API; the book proves itself after it.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../rooms/book/testing.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { pea, untilThePackhouse } from "./sixteen-crates.ts";
import type { AskedTeller } from "./teller.ts";
import { everywhere, tellerIn } from "./tellers.ts";

const { producer, season, settlement, statement, delivery } = pea;
const done = { outcome: "done", codes: [] };
const refused = (...codes: string[]) => ({ outcome: "refused", codes });
const asking = (...codes: string[]) => ({ outcome: "done with a question", codes });

describe.each(everywhere)("sixteen crates in doubt, on the %s", (where) => {
  let teller: AskedTeller;
  beforeAll(async () => {
    teller = await tellerIn(where);
    await untilThePackhouse(teller);
  });
  afterAll(() => teller.end());

  test("drafted and reviewed; then the producer objects, and the closing waits [settlement.period]", async () => {
    const statements = [{ statement, agent: producer, deliveries: [delivery] }];
    const draft = { settlement, season, title: "Febrero", paidIn: "transfer", statements };
    expect(await teller.say("settlement.draft", draft)).toEqual(done);
    expect(await teller.say("settlement.review", { settlement, seen: { net: "188094" } })).toEqual(done);
    const objection = { objection: idOf("objection"), delivery, against: "grade", on: "2026-02-26" };
    expect(await teller.say("delivery.object", objection)).toEqual(asking("delivery.objection"));
    expect(await teller.say("settlement.close", { settlement })).toEqual(refused("settlement.questions-open"));
  });

  test("the packhouse sorts again: 80 % is for export; the question is answered, once", async () => {
    const measurements = [{ measure: "export-share", value: "80", unit: "%" }];
    const result = { sampleResult: idOf("sorted again"), delivery, measurements, on: "2026-02-26" };
    expect(await teller.say("delivery.grade", result)).toEqual(done);
    const [question, ...others] = await teller.questions();
    expect([question?.code, others]).toEqual(["delivery.objection", []]);
    const answer = { position: question?.position, ordinal: question?.ordinal, answer: "corrected", note: "80 %" };
    expect(await teller.say("question.answer", answer)).toEqual(done);
    expect(await teller.say("question.answer", answer)).toEqual(refused("question.answered"));
    expect(await teller.questions()).toEqual([]);
  });

  test("what was reviewed is not what would be closed: it is reviewed again, closed and paid", async () => {
    expect(await teller.say("settlement.close", { settlement })).toEqual(refused("settlement.totals-differ"));
    // 592 lb: 473.6 for export at 5.25 and 65.1 for the local market at 1.80.
    expect(await teller.say("settlement.review", { settlement, seen: { value: "260358" } })).toEqual(done);
    expect(await teller.say("settlement.close", { settlement })).toEqual(done);
    const content = JSON.parse((await teller.paper("statement", "L-2026-000001")) ?? "null") as StatementContent;
    expect(content.deliveries[0]?.lines.map((line) => [line.quantity, line.amount])).toEqual([
      ["473.6", "248640"],
      ["65.1", "11718"],
    ]);
    expect(await teller.balance("owed-to-producers", producer)).toBe(-BigInt(content.subtotals.net));
    const paid = { settlement, paidIn: "transfer", on: "2026-02-26" };
    expect(await teller.say("settlement.pay", paid)).toEqual(done);
    expect(await teller.balance("owed-to-producers")).toBe(0n);
    expect(await teller.balance("bank")).toBe(-BigInt(content.payment.paid));
  });

  test("the same hand-over cannot be settled again, on the spot or by period, nor voided", async () => {
    const again = { settlement: idOf("again"), season, title: "Marzo", paidIn: "transfer" };
    const statements = [{ statement: idOf("again s"), agent: producer, deliveries: [delivery] }];
    expect(await teller.say("settlement.draft", { ...again, statements })).toEqual(
      refused("settlement.delivery-settled"),
    );
    const gone = { delivery, reason: "twice", on: "2026-02-26" };
    expect(await teller.say("delivery.void", gone)).toEqual(asking("delivery.void-after-settlement"));
    expect(await teller.balance("purchases")).toBe(260_358n);
  });
});
