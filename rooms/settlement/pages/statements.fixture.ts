/**
 * Two statements as the engine settles them: seven sacks of dry parchment paid on the spot in Colombian pesos, and sixteen
 * crates of snow pea paid by transfer in quetzales, with two value lines and pounds. People, numbers and codes are made up.
 */
import { assert } from "../../../kernel/refusal.ts";
import { checkDeductionPlan } from "../../agreements/rules/check-deduction-plan.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import { coffeeSpotDeductions } from "../../agreements/rules/worked-examples/coffee-spot.ts";
import { snowPeaDeductions } from "../../agreements/rules/worked-examples/snow-pea.ts";
import { type StatementContent, type StatementMeasurement, statementContent } from "../content.ts";
import { coffeeSettling, settled, snowPeaSettling } from "../rules/worked-examples/settled.ts";
import type { StatementProps } from "./statement.tsx";

/** A statement with the sheets that give its words. */
export type Shown = {
  readonly content: StatementContent;
  readonly pricePlan: PricePlan;
  readonly deductionPlan: DeductionPlan;
};

function deductions(plan: unknown, lineGrain: string): DeductionPlan {
  const checked = checkDeductionPlan(plan, lineGrain);
  assert(checked.ok, "the worked example's deductions are published");
  return checked.value;
}

const reading = (
  measure: string,
  value: string,
  method: string | null,
  instrument: string | null,
): StatementMeasurement => ({
  measure,
  value,
  method,
  instrument,
});
const sheet = (code: string, version: number) => ({ id: "01994f6e-0000-7000-8000-000000000001", version, code });
const planOf = (settling: typeof coffeeSettling): PricePlan => {
  const [first] = settling.deliveries;
  assert(first !== undefined, "a worked example has a delivery");
  return first.plan.plan;
};

/** Member 0131, 16 September 2026: 2,940,800 pesos in cash. */
export const coffee: Shown = {
  pricePlan: planOf(coffeeSettling),
  deductionPlan: deductions(coffeeSpotDeductions, "1"),
  content: statementContent(settled(coffeeSettling), {
    number: "L-2026-003182",
    book: "01994f6e-0000-7000-8000-0000000a0100",
    organisation: "Cooperativa Tres Quebradas",
    agent: { id: "01994f6e-0000-7000-8000-000000000131", memberNumber: "0131" },
    grain: coffeeSettling.grain,
    days: { happened: "2026-09-16", booked: "2026-09-16", issued: "2026-09-16" },
    deliveries: [
      {
        receipt: "T3Q-2-004417",
        product: "coffee-parchment",
        measurements: [
          reading("moisture", "12.6", "capacitance-meter", "M-07"),
          reading("sample-grams", "250", null, null),
          reading("sound-grams", "188.2", "mesh-14", null),
          reading("pasilla-grams", "9.4", null, null),
        ],
        plan: sheet("cafe-pergamino-2026", 3),
      },
    ],
    deductionPlan: sheet("descuentos-2026", 1),
    payment: { mode: "cash", place: "Quebrada Dos", day: "2026-09-18" },
    shares: 1_284_310n,
  }),
};

/** A member without a number: Q 1,880.94 by transfer. */
export const snowPea: Shown = {
  pricePlan: planOf(snowPeaSettling),
  deductionPlan: deductions(snowPeaDeductions, "0.01"),
  content: statementContent(settled(snowPeaSettling), {
    number: "L-2026-000044",
    book: "01994f6e-0000-7000-8000-0000000b0700",
    organisation: "Asociación Tierra Fría",
    agent: { id: "01994f6e-0000-7000-8000-000000000044", memberNumber: null },
    grain: snowPeaSettling.grain,
    days: { happened: "2026-02-26", booked: "2026-02-26", issued: "2026-02-26" },
    deliveries: [
      {
        receipt: "ATF-1-000310",
        product: "snow-pea",
        measurements: [reading("export-share", "79", null, null), reading("local-share", "11", null, null)],
        plan: sheet("arveja-china-2026", 1),
      },
    ],
    deductionPlan: sheet("descuentos-arveja-2026", 1),
    payment: { mode: "transfer", place: null, day: "2026-02-26" },
    shares: null,
  }),
};

/** What a page of one of them is given; a test changes what it is about. */
export const propsOf = ({ content, pricePlan, deductionPlan }: Shown): StatementProps => ({
  content,
  pricePlan: () => pricePlan,
  deductionPlan,
  holder: { name: "Yamileth Quilindo" },
  printHref: null,
  fileHref: null,
  smsHref: null,
  list: null,
  tongues: [],
  openAll: false,
});
