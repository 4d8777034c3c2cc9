/**
 * Plans that read more than the hand-over itself, in a whole book: results of a laboratory, a scheme's sheet by its version with the premium
 * apart, a price that is fixed by letters and made up by a correction, and a deduction for somebody else that waits for consent. Told to the
 * rules alone and to a server over PostgreSQL, which proves its book at the end.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fairtradePlan } from "../../rooms/agreements/rules/worked-examples/fairtrade.ts";
import { fixedLaterPlan } from "../../rooms/agreements/rules/worked-examples/fixed-later.ts";
import { idOf } from "../../rooms/book/testing.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { explainedForm, readExplained } from "../../rooms/settlement/rules/explained-file.ts";
import { recompute } from "../../rooms/settlement/rules/recompute.ts";
import { done, type Teller } from "../stories/teller.ts";
import { tellerIn } from "../stories/tellers.ts";
import { lenderDeductions, letter, settled, terms, untilTheHarvest, untilTheScales } from "./telling.ts";

const { member, milk, fair, fixed } = terms;

describe.each(["kernel", "API"] as const)("terms beside the hand-over, on the %s", (where) => {
  let teller: Teller;
  beforeAll(async () => {
    teller = await tellerIn(where);
    await untilTheHarvest(teller);
    await untilTheScales(teller);
  });
  afterAll(() => teller.end());
  const paper = async (number: string): Promise<StatementContent> =>
    JSON.parse((await teller.paper("statement", number)) ?? "null");

  test("milk is paid by its means, and the statement names each result that went in [laboratory.results]", async () => {
    await settled(teller, "milk", "leche", { deliveries: [milk.delivery] });
    const { deliveries, subtotals } = await paper("L-2026-000001");
    expect(subtotals.value).toBe("1798000");
    expect(deliveries[0]?.figures.slice(4, 8)).toEqual(["191393", "0", "355000", "15"]);
    expect(deliveries[0]?.beside?.labResults.map(({ result, value }) => [result, value])).toEqual([
      [idOf("bacteria of 2026-09-10"), "410000"],
      [idOf("bacteria of 2026-08-18"), "95000"],
      [idOf("bacteria of 2026-07-20"), "180000"],
      [idOf("somatic-cells of 2026-09-10"), "300000"],
      [idOf("somatic-cells of 2026-08-18"), "410000"],
      [idOf("somatic-cells of 2026-07-01"), "520000"],
    ]);
  });

  test("a lender's part is shown and not taken without consent; the premium goes to its own account [settlement.consent] [settlement.premium]", async () => {
    await settled(teller, "fair", "comercio justo", { deliveries: [fair.delivery] });
    const { deliveries, deductions, subtotals } = await paper("L-2026-000002");
    expect(subtotals).toMatchObject({ value: "111470", net: "111470" });
    expect(deductions).toMatchObject([{ code: "lender", asked: "11147", amount: "0", heldBy: "no-consent" }]);
    expect(deliveries[0]?.premiums).toEqual([{ amount: "7100", line: "fairtrade", price: "0.71", quantity: "100" }]);
    expect(deliveries[0]?.beside?.terms).toMatchObject([{ scheme: "fairtrade", version: 2, from: "2023-08-01" }]);
    // 1,114.70 is owed to the producer; 71.00 is the assembly's.
    expect(await teller.balance("premium-fund")).toBe(-7_100n);
    expect(await teller.balance("owed-to-producers", member)).toBe(-1_798_000n - 111_470n);
  });

  test("with the consent of its day it is taken, and no longer when it is withdrawn", async () => {
    const consent = { agent: member, deduction: "lender", creditor: "Caja Rural", made: "signed" };
    await done(teller, "deduction.consent", { ...consent, given: true, from: "2026-10-01", until: "2026-10-31" });
    const taken = async (day: string, name: string, number: string) => {
      teller.day(day);
      const delivery = idOf(`coffee of ${name}`);
      const bags = [{ gross_g: "45813", tare_g: "454", container: "sack", count: 1 }];
      const on = "2026-05-11";
      const came = {
        delivery,
        member,
        product: "coffee-green",
        place: "San Ignacio",
        on,
        receipt: name,
        measurements: [],
      };
      await done(teller, "delivery.receive", { ...came, bags });
      await settled(teller, "fair", name, { deliveries: [delivery] });
      const { deductions, subtotals } = await paper(number);
      return [deductions[0]?.amount, deductions[0]?.heldBy, subtotals.net];
    };
    expect(await taken("2026-10-06", "octubre", "L-2026-000003")).toEqual(["11147", null, "100323"]);
    expect(await taken("2026-11-01", "noviembre", "L-2026-000004")).toEqual(["0", "no-consent", "111470"]);
    await done(teller, "deduction.consent", { ...consent, given: true, from: "2026-11-01" });
    await done(teller, "deduction.consent", { ...consent, given: false, from: "2026-11-02" });
    expect(await taken("2026-11-02", "retirado", "L-2026-000005")).toEqual(["0", "no-consent", "111470"]);
  });

  test("coffee to be fixed is paid provisionally, and the letters bring the difference as a correction [settlement.fixed-later]", async () => {
    await settled(teller, "fixed", "provisional", { deliveries: [fixed.delivery] });
    expect((await paper("L-2026-000006")).subtotals.value).toBe("21200");
    teller.day("2026-11-20");
    for (const at of [0, 1] as const) await done(teller, "price.fix", letter(at));
    const correction = idOf("the contract is fixed");
    await done(teller, "statement.correct", {
      correction,
      delivery: fixed.delivery,
      reason: "prices",
      words: "fijado",
    });
    await settled(teller, "fixed", "fijado", { deliveries: [], corrections: [correction] });
    const { corrections, payment } = await paper("L-2026-000007");
    expect(corrections?.of[0]).toMatchObject({ value: { before: "21200", after: "27825", difference: "6625" } });
    expect(corrections?.of[0]?.lines[0]?.after?.beside?.fixings.map((one) => one.level)).toEqual(["282.50", "290.00"]);
    expect(payment.paid).toBe("6625");
  });

  test("an auditor works both out again from the paper alone, and finds an altered term [settlement.explain-terms]", async () => {
    const again = (statement: StatementContent, body: unknown, deductions: unknown = null) => {
      const { id: plan = "", version = 0 } = statement.deliveries[0]?.plan ?? {};
      const file = readExplained({ form: explainedForm, statement, plans: [{ plan, version, body }], deductions });
      if (!("file" in file)) throw new Error(file.field);
      const found = recompute(file.file);
      return found.ok ? found.value.differences.map((one) => one.place) : found.refusal.code;
    };
    const statement = await paper("L-2026-000002");
    expect(again(statement, fairtradePlan, lenderDeductions)).toEqual([]);
    expect(again(await paper("L-2026-000006"), { ...fixedLaterPlan, product: "coffee-to-be-fixed" })).toEqual([]);
    const [delivery] = statement.deliveries;
    const [term] = delivery?.beside?.terms ?? [];
    const altered = {
      ...statement,
      deliveries: [{ ...delivery, beside: { ...delivery?.beside, terms: [{ ...term, premium: "0.25" }] } }],
    } as StatementContent;
    expect(again(altered, fairtradePlan, lenderDeductions)).toContain("deliveries.0.premiums.0.amount");
  });
});
