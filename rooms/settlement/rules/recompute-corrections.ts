/** The corrections of a statement worked out again, from the papers that they correct: what an auditor does with the file alone. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { checkDeductionPlan } from "../../agreements/rules/check-deduction-plan.ts";
import type { StatementCorrection, StatementCorrections } from "../content/correction.ts";
import type { StatementContent } from "../content.ts";
import { type Correcting, corrected, knownFrom } from "./correction/corrected.ts";
import { netted } from "./correction/netted.ts";
import { stateOf } from "./correction/state.ts";
import { type ReadyDeductions, readyDeductions } from "./ready-deductions.ts";

/** A paper with the list of deductions it names, in the order in which they were issued. */
export type CorrectedPaper = { readonly paper: StatementContent; readonly deductions: unknown };

/** A list of deductions as a file holds it, checked and made ready; null where nothing may be deducted. */
export function deductionsOf(body: unknown, line: string): Result<ReadyDeductions | null> {
  if (body === null || body === undefined) return done(null);
  const checked = checkDeductionPlan(body, line);
  return checked.ok ? done(readyDeductions(checked.value, line)) : checked;
}

/** What the paper's corrections come to by its own inputs; null where it corrects nothing. Refused with `explain.paper-missing`. */
export function correctionsAgain(
  { corrections, grain, number }: StatementContent,
  papers: readonly CorrectedPaper[],
  plans: Correcting["plans"],
): Result<StatementCorrections | null> {
  if (corrections === undefined) return done(null);
  const found: StatementCorrection[] = [];
  for (const said of corrections.of) {
    const base = papers.find((one) => one.paper.number === said.number);
    if (base === undefined) return refused("explain.paper-missing", { statement: number, missing: said.number });
    const before = papers.flatMap((one) => one.paper.corrections?.of ?? []).filter((one) => one.number === said.number);
    const ready = deductionsOf(base.deductions, grain.line);
    if (!ready.ok) return ready;
    const made = corrected({
      ...{ statement: said.statement, closed: said.closed, base: base.paper, plans, deductions: ready.value },
      state: stateOf(base.paper, before),
      restated: said.lines.map(({ correction, line, reason, after }) => ({
        ...{ correction, line, reason, now: after === null ? null : knownFrom(after) },
      })),
      yearTaken: Object.fromEntries(said.yearTaken.map(({ code, amount }) => [code, BigInt(amount)])),
    });
    if (!made.ok) return made;
    found.push(made.value);
  }
  // What was owed before is on no paper: what was repaid of it stands, and the sums must agree with it.
  return done(
    netted(
      found,
      corrections.repaid.map(({ agreement, amount }) => ({ agreement, due: BigInt(amount) })),
    ),
  );
}
