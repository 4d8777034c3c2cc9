/** A correction tried before it is decided: what it would make of the statement, by the rules that will settle it. */
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../../kernel/refusal.ts";
import type { DeductionPlan } from "../../../agreements/rules/deductions.ts";
import type { StatementCorrection } from "../../content/correction.ts";
import type { ReadyDeductions } from "../ready-deductions.ts";
import { corrected } from "./corrected.ts";
import { type CorrectionKnown, type PricesNow, prepared, unfitCorrection } from "./prepared.ts";

/** Whether the person said that another hand-over stands in the place of this one. */
const isTakenAway = (reason: string): boolean => ["voided", "replaced", "other-member"].includes(reason);

/** What would be corrected; refused with why it cannot be, or because nothing would change. */
export function tried(
  known: CorrectionKnown,
  pricesNow: PricesNow,
  grain: CurrencyGrain,
  readyList: (plan: DeductionPlan | null) => ReadyDeductions | null,
): Result<StatementCorrection> {
  const { decided, closed, replacement } = known;
  if (closed === null || decided === null)
    return refused("correction.not-settled", { delivery: decided?.delivery ?? "" }, "delivery");
  const unfit = unfitCorrection(known, decided.agent, "replacedBy");
  if (unfit !== null) return { ok: false, refusal: unfit };
  if (decided.reason === "replaced" && replacement?.settledBy === closed.statement)
    return refused("correction.replacement-unfit", {
      ...{ delivery: decided.replaced_by, statement: closed.paper.number, why: "settled" },
    });
  if (decided.reason === "other-member") {
    const member = replacement?.received?.member ?? null;
    if (member === null || member === decided.agent)
      return refused("correction.not-another-member", { delivery: decided.replaced_by }, "replacedBy");
  }
  const ready = prepared([known], pricesNow, grain, readyList);
  if (!ready.ok) return ready;
  const [one] = ready.value;
  if (one === undefined) return refused("correction.unknown", { correction: known.id });
  const made = corrected(one);
  if (!made.ok) return made;
  const isSame = made.value.lines.every(({ difference }) => difference === "0") && made.value.deductions.length === 0;
  if (isSame && !isTakenAway(decided.reason))
    return refused(
      "correction.changes-nothing",
      { delivery: decided.delivery, statement: closed.paper.number },
      "reason",
    );
  return done(made.value);
}
