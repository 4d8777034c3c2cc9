/**
 * A statement worked out again from what its paper and its plans say, with no book at hand: what an auditor does. What the paper does not
 * hold (what was owed before) follows from what it collected and what it left; every figure that comes of it is compared.
 */
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { checkPricePlan, vocabularyEver } from "../../agreements/rules/check-price-plan.ts";
import { type CompiledPlan, compilePlan } from "../../agreements/rules/valuation.ts";
import { type PlanVersion, type StatementContent, statementContent } from "../content.ts";
import type { Balances } from "./balances.ts";
import { deliveryOf, pricesKept } from "./kept-delivery.ts";
import { balancesBefore, dayOf, takenBefore } from "./recompute-balances.ts";
import { type CorrectedPaper, correctionsAgain, deductionsOf } from "./recompute-corrections.ts";
import { impossibleBasis, namesDiffer } from "./recompute-names.ts";
import { settle } from "./statement.ts";

/** The paper, and the sheets it names: price plans by id and version, and what might be deducted. */
export type ExplainedStatement = {
  readonly statement: StatementContent;
  readonly plans: readonly { readonly plan: string; readonly version: number; readonly body: unknown }[];
  readonly deductions: unknown;
  /** Papers of the statements that it corrects, and of those that corrected them before it, each with its list of deductions. */
  readonly corrected?: readonly CorrectedPaper[];
};

/** Where the paper says otherwise: the place in its content ("deliveries.0.figures.4"), what it says, and what comes out. */
export type Difference = { readonly place: string; readonly says: string; readonly found: string };

/**
 * How many figures were compared, and those that differ. `owedBefore` is what must have been owed for the paper to be right: to be held
 * against the statement before it and the credit's own agreement, which alone say a rate.
 */
export type Recomputed = {
  readonly figures: number;
  readonly differences: readonly Difference[];
  readonly owedBefore: Balances;
};

/**
 * Works the statement out again. Refused with what keeps it from being worked out: a plan that is missing or was never whole
 * (`explain.plan-missing`, codes of the plans' checks), a basis that cannot be (`explain.basis-impossible`), or what the engine refuses.
 */
export function recompute({ statement, plans, deductions, corrected = [] }: ExplainedStatement): Result<Recomputed> {
  const grain: CurrencyGrain = { currency: statement.currency, ...statement.grain };
  const found = plansOf(statement, plans, grain.line);
  if (!found.ok) return found;
  const deducted = deductionsOf(deductions, grain.line);
  if (!deducted.ok) return deducted;
  const impossible = impossibleBasis(statement, deducted.value?.plan ?? null);
  if (impossible !== null) return { ok: false, refusal: impossible };
  const owedBefore = balancesBefore(statement, deducted.value);
  const corrections = correctionsAgain(statement, corrected, (version) => planIn(plans, version, grain.line));
  if (!corrections.ok) return corrections;
  const settled = settle({
    deliveries: statement.deliveries.map((one, at) => ({
      plan: found.value[at] as CompiledPlan,
      delivery: deliveryOf(one),
    })),
    prices: pricesKept(statement.deliveries),
    deductions: deducted.value,
    balances: owedBefore,
    takenThisYear: takenBefore(statement, deducted.value?.plan ?? null),
    consents: statement.deductions.filter((one) => one.heldBy !== "no-consent").map((one) => one.code),
    grain,
    on: dayOf(statement),
    paidIn: statement.payment.mode,
    ...(corrections.value === null ? {} : { corrected: BigInt(corrections.value.paid) }),
  });
  if (!settled.ok) return settled;
  const again = statementContent(settled.value, {
    ...{ number: statement.number, book: statement.book, organisation: statement.organisation, agent: statement.agent },
    ...{ days: statement.days, deductionPlan: statement.deductionPlan, grain, deliveries: statement.deliveries },
    payment: statement.payment,
    shares: statement.after.shares === null ? null : BigInt(statement.after.shares),
    corrections: corrections.value ?? undefined,
  });
  const { figures, differences } = compared(statement, again);
  const named = namesDiffer(statement, plans, deducted.value?.plan ?? null);
  return done({ figures, differences: [...differences, ...named], owedBefore });
}

type Plans = ExplainedStatement["plans"];

/** The plan of each hand-over, in their order. */
function plansOf({ deliveries }: StatementContent, plans: Plans, line: string): Result<readonly CompiledPlan[]> {
  const found: CompiledPlan[] = [];
  for (const { plan, id } of deliveries) {
    const ready = planIn(plans, plan, line, id);
    if (!ready.ok) return ready;
    found.push(ready.value);
  }
  return done(found);
}

/** A version of a plan among those of the file, checked and made ready. */
function planIn(plans: Plans, plan: PlanVersion, line: string, delivery = ""): Result<CompiledPlan> {
  const kept = plans.find((one) => one.plan === plan.id && one.version === plan.version);
  if (kept === undefined) return refused("explain.plan-missing", { delivery, plan: plan.code, version: plan.version });
  const checked = checkPricePlan(kept.body, line, vocabularyEver);
  return checked.ok ? done(compilePlan(checked.value, line)) : checked;
}

/** Both contents leaf by leaf. */
function compared(says: unknown, found: unknown, place = ""): Omit<Recomputed, "owedBefore"> {
  if (typeof says !== "object" || says === null || typeof found !== "object" || found === null) {
    const same = says === found;
    return { figures: 1, differences: same ? [] : [{ place, says: textOf(says), found: textOf(found) }] };
  }
  const names = [...new Set([...Object.keys(says), ...Object.keys(found)])];
  const parts = names.map((name) =>
    compared(
      (says as Record<string, unknown>)[name],
      (found as Record<string, unknown>)[name],
      place === "" ? name : `${place}.${name}`,
    ),
  );
  return {
    figures: parts.reduce((all, one) => all + one.figures, 0),
    differences: parts.flatMap((one) => one.differences),
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
