/** What plans read beside hand-overs of the past, when versions of a plan are compared: as the book has it now. */
import type { Beside, LabResult } from "../../rooms/agreements/rules/beside.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { type SchemeSheetBody, termsOf } from "../../rooms/agreements/rules/scheme-sheet.ts";
import { kindOf } from "../../rooms/agreements/rules/steps/kinds.ts";
import type { PageAt } from "../desk/page.ts";
import { type FixingRow, fixingsOfRows } from "./plan-beside.ts";
import { rowsOf } from "./read.ts";

type SheetRow = { readonly version: number; readonly since: string; readonly body: SchemeSheetBody };
type ResultRow = Readonly<Record<"agent" | "product" | "measure" | "value" | "on_day" | "result", string>> & {
  readonly replaced: boolean;
};

/** What is known beside a hand-over. */
export type BesideOf = (row: { readonly agent: string; readonly place: string }) => Beside;

/** Most results that are read: the newest. */
const most = 20_000;

/** Read once, and only what one of the plans reads. */
export async function besideAt(at: PageAt, plans: readonly PricePlan[]): Promise<BesideOf> {
  const steps = plans.flatMap((plan) => plan.steps);
  const reads = (name: "labMeasures" | "schemes" | "contracts"): boolean =>
    steps.some((step) => kindOf(step)[name] !== undefined);
  const product = plans[0]?.product ?? "";
  const results = reads("labMeasures")
    ? await rowsOf<ResultRow>(at, "laboratory.results", { product, limit: most })
    : null;
  const sheets = reads("schemes") ? await rowsOf<SheetRow>(at, "scheme-sheets.list") : null;
  const fixings = reads("contracts") ? await rowsOf<FixingRow>(at, "prices.fixings") : null;
  const terms = termsOf((sheets ?? []).map(({ version, since, body }) => ({ version, from_day: since, body })));
  const byAgent = new Map<string, LabResult[]>();
  for (const { agent, measure, value, on_day, result, replaced } of results ?? []) {
    if (replaced) continue;
    const own = byAgent.get(agent) ?? [];
    byAgent.set(agent, own);
    own.push({ day: on_day, measure, result, value });
  }
  return ({ agent, place }) => ({
    ...{ place, labResults: byAgent.get(agent) ?? [], terms },
    fixings: fixingsOfRows(fixings ?? []),
  });
}
