/** What a plan that is tried reads beside the hand-over: results as they are typed, sheets and fixings as the book has them. */
import { addDays, theDay } from "../../kernel/time/index.ts";
import type { Beside, Fixing } from "../../rooms/agreements/rules/beside.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import type { SchemeSheetBody } from "../../rooms/agreements/rules/scheme-sheet.ts";
import { termsOf } from "../../rooms/agreements/rules/scheme-sheet.ts";
import { kindOf } from "../../rooms/agreements/rules/steps/kinds.ts";
import type { PageAt } from "../desk/page.ts";
import { percentsSaid } from "./plan-lists.ts";
import type { wantedBy } from "./plan-worked.ts";
import { rowsOf } from "./read.ts";

type SheetRow = { readonly version: number; readonly since: string; readonly body: SchemeSheetBody };
/** A row of `prices.fixings`. */
export type FixingRow = Omit<Fixing, "day"> & { readonly on_day: string; readonly replaced: boolean };

/** The fixings that count, as plans read them. */
export const fixingsOfRows = (rows: readonly FixingRow[]): readonly Fixing[] =>
  rows
    .filter((one) => !one.replaced)
    .map(({ contract, on_day, fixing, level, lots, month }) => ({ contract, day: on_day, fixing, level, lots, month }));

/** Results that were typed one after the other lie ten days apart, the first of them on the day itself. */
const daysApart = 10;

/** Everything beside the hand-over that the plan is tried on. */
export async function besideTried(
  plan: PricePlan,
  typed: URLSearchParams,
  { labMeasures }: ReturnType<typeof wantedBy>,
  at: PageAt,
): Promise<Beside> {
  const readsScheme = plan.steps.some((step) => kindOf(step).schemes !== undefined);
  const readsContract = plan.steps.some((step) => kindOf(step).contracts !== undefined);
  const sheets = readsScheme ? await rowsOf<SheetRow>(at, "scheme-sheets.list") : null;
  const fixings = readsContract ? await rowsOf<FixingRow>(at, "prices.fixings") : null;
  const place = (typed.get("x.place") ?? "").trim();
  return {
    ...(place === "" ? {} : { place }),
    labResults: labMeasures.flatMap((measure) =>
      percentsSaid(typed.get(`x.l.${measure}`) ?? "", at.say.notation).map((value, back) => ({
        ...{ measure, value, result: `${back}` },
        day: addDays(theDay(at.today), -back * daysApart),
      })),
    ),
    terms: termsOf((sheets ?? []).map(({ version, since, body }) => ({ version, from_day: since, body }))),
    fixings: fixingsOfRows(fixings ?? []),
  };
}
