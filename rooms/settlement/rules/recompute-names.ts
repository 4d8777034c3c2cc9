/** What an auditor's file must say twice alike, and what a debt's line must hold, before anything is worked out from it. */
import { DECIMAL } from "../../../kernel/exact/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { StatementContent } from "../content.ts";
import type { Difference, ExplainedStatement } from "./recompute.ts";

/** Most months that interest is charged for at once: a century. */
const mostMonths = 1_200n;

/**
 * Interest is worked out from the rate and the months that its line keeps: a rate below nothing, or months that nobody lives through,
 * are no basis. Null when all of them can be. Code: `explain.basis-impossible`.
 */
export function impossibleBasis({ deductions }: StatementContent, plan: DeductionPlan | null): Refusal | null {
  const charged = new Set(
    plan?.deductions.filter((one) => one.basis.kind === "credit-interest").map(({ code }) => code),
  );
  for (const [at, { code, basis }] of deductions.entries()) {
    if (!charged.has(code)) continue;
    const [, rate = "0", months = "0"] = basis;
    const isRate = rate.length <= 40 && DECIMAL.test(rate) && !rate.startsWith("-");
    if (!isRate || !/^\d{1,4}$/.test(months) || BigInt(months) > mostMonths)
      return refused("explain.basis-impossible", { code, place: `deductions.${at}` }).refusal;
  }
  return null;
}

/** Names that the paper and its sheets both say: of plans, products and the list of deductions. Those that differ. */
export function namesDiffer(
  statement: StatementContent,
  plans: ExplainedStatement["plans"],
  deductions: DeductionPlan | null,
): readonly Difference[] {
  const bodies = new Map(
    plans.map((one) => [`${one.plan}|${one.version}`, one.body as { code?: unknown; product?: unknown }]),
  );
  const pairs: (readonly [string, string, unknown])[] = statement.deliveries.flatMap(({ plan, product }, at) => {
    const body = bodies.get(`${plan.id}|${plan.version}`);
    return [
      [`deliveries.${at}.plan.code`, plan.code, body?.code] as const,
      [`deliveries.${at}.product`, product, body?.product] as const,
    ];
  });
  if (statement.deductionPlan !== null && deductions !== null)
    pairs.push(["deductionPlan.code", statement.deductionPlan.code, deductions.code]);
  return pairs
    .filter(([, says, found]) => says !== found)
    .map(([place, says, found]) => ({ place, says, found: typeof found === "string" ? found : "" }));
}
