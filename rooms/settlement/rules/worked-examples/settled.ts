/** For specifications: settles a worked example and fails with the refusal when it cannot be settled. */
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { assert } from "../../../../kernel/refusal.ts";
import { theDay } from "../../../../kernel/time/index.ts";
import { checkDeductionPlan } from "../../../agreements/rules/check-deduction-plan.ts";
import { published } from "../../../agreements/rules/worked-examples/checked.ts";
import {
  coffeeSpotDeductions,
  coffeeSpotDelivery,
  coffeeSpotPlan,
  coffeeSpotPrices,
} from "../../../agreements/rules/worked-examples/coffee-spot.ts";
import { snowPeaDeductions, snowPeaDelivery, snowPeaPlan } from "../../../agreements/rules/worked-examples/snow-pea.ts";
import type { AdvanceBalance, CreditBalance } from "../balances.ts";
import { type ReadyDeductions, readyDeductions } from "../ready-deductions.ts";
import { type Settling, type Statement, settle } from "../statement.ts";

export const pesos: CurrencyGrain = { currency: "COP", line: "1", cash: "50" };
export const quetzales: CurrencyGrain = { currency: "GTQ", line: "0.01", cash: "0.05" };

/** Deductions, checked and made ready. */
export function ready(plan: unknown, lineGrain: string): ReadyDeductions {
  const checked = checkDeductionPlan(plan, lineGrain);
  assert(checked.ok, checked.ok ? "" : `the deductions are published: ${JSON.stringify(checked.refusal)}`);
  return readyDeductions(checked.value, lineGrain);
}

/** Cash handed out three weeks before the hand-over. */
export const advance: AdvanceBalance = { id: "RC-000871", owed: 1_500_000n, since: theDay("2026-08-26") };

/** Fertiliser of May: 1,800,000 at 1.5 % simple a month, four months completed on 16 September. */
export const inputCredit: CreditBalance = {
  id: "CI-0208",
  standing: "current",
  principal: 1_800_000n,
  interestOwed: 0n,
  ratePerMonth: "1.5",
  method: "simple-monthly",
  since: theDay("2026-05-16"),
  monthsSettled: 0,
  instalmentDue: null,
};

/** Member 31's seven sacks of coffee, paid on the spot in cash. */
export const coffeeSettling: Settling = {
  deliveries: [{ delivery: coffeeSpotDelivery, plan: published(coffeeSpotPlan, "1") }],
  prices: coffeeSpotPrices,
  deductions: ready(coffeeSpotDeductions, "1"),
  balances: { advances: [advance], credits: [inputCredit] },
  grain: pesos,
  on: theDay("2026-09-16"),
  paidIn: "cash",
};

/** Sixteen crates of snow pea; of the seed and fungicide one instalment of Q 480 is due. Paid by transfer in 15 days. */
export const snowPeaSettling: Settling = {
  deliveries: [{ delivery: snowPeaDelivery, plan: published(snowPeaPlan, "0.01") }],
  prices: () => null,
  deductions: ready(snowPeaDeductions, "0.01"),
  balances: {
    advances: [],
    credits: [{ ...inputCredit, id: "SF-12", principal: 96_000n, ratePerMonth: "0", instalmentDue: 48_000n }],
  },
  grain: quetzales,
  on: theDay("2026-02-26"),
  paidIn: "transfer",
};

/** The statement of what is said. */
export function settled(said: Settling): Statement {
  const found = settle(said);
  assert(found.ok, found.ok ? "" : `it is settled: ${JSON.stringify(found.refusal)}`);
  return found.value;
}

/** What each deduction took, by code, in grains. */
export const takenBy = (statement: Statement): Record<string, bigint> =>
  Object.fromEntries(statement.deductions.map((line) => [line.code, line.amount]));
