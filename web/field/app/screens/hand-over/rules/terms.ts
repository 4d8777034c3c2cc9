/** The terms under which a hand-over is taken today, as this telephone knows them: the same needs as the book's own. */
import { always, andThen, each, map, type Need, tally, together } from "../../../../../../kernel/act/need.ts";
import type { CurrencyGrain } from "../../../../../../kernel/money/index.ts";
import { pointsRead } from "../../../../../../rooms/acopio/rules/worth.ts";
import {
  type PlanInForce,
  planInForce,
  type SchemeInForce,
  schemeInForce,
  seasonFor,
} from "../../../../../../rooms/agreements/needs.ts";
import type { Season } from "../../../../../../rooms/agreements/rules/season-policy.ts";
import type { Prices } from "../../../../../../rooms/agreements/rules/steps/kind.ts";
import { settingsNow } from "../../../../../../rooms/book/needs.ts";
import { pricesOf } from "../../../../../../rooms/market/needs.ts";
import { yearKey } from "../../../../../../rooms/settlement/needs.ts";
import { yearlyCodes } from "../../../../../../rooms/settlement/rules/plans-of-season.ts";

/** Everything that grades and values a hand-over of one product on one day. Null where nobody has said it, or it is not known here. */
export type HandOverTerms = {
  readonly season: Season | null;
  readonly scheme: SchemeInForce | null;
  readonly plan: PlanInForce | null;
  readonly grain: CurrencyGrain | null;
  readonly prices: Prices;
  /** What deductions under a yearly cap took this year, by code, as far as it is known here. */
  readonly takenThisYear: Readonly<Record<string, bigint>>;
};

const noPrices: Prices = () => null;
const noTerms: Need<HandOverTerms> = always({
  season: null,
  scheme: null,
  plan: null,
  grain: null,
  prices: noPrices,
  takenThisYear: {},
});

/** Asks for the terms of a product on a day. */
export const handOverTerms = (product: string, day: string, agent: string): Need<HandOverTerms> =>
  andThen(seasonFor(product, day), (season) => (season === null ? noTerms : underSeason(season, day, agent)));

function underSeason(season: Season, day: string, agent: string): Need<HandOverTerms> {
  const { pricePlan, gradingScheme } = season.policy;
  const codes = yearlyCodes(season.policy.deductions);
  const sheets = {
    taken: each(codes.map((code) => tally("deducted-this-year", yearKey(agent, code, day)))),
    plan: planInForce(pricePlan, day),
    scheme: gradingScheme === null ? always(null) : schemeInForce(gradingScheme, day),
    settings: settingsNow,
  };
  return andThen(together(sheets), ({ plan, scheme, settings, taken }) => {
    const currencies = (settings?.currencies ?? []) as readonly CurrencyGrain[];
    const grain = currencies.find(({ currency }) => currency === plan?.body.currency) ?? null;
    const takenThisYear = Object.fromEntries(codes.map((code, at) => [code, taken[at] ?? 0n]));
    return map(publishedFor(plan, day), (prices) => ({ season, scheme, plan, grain, prices, takenThisYear }));
  });
}

/** The published points that the plan reads for this day. */
function publishedFor(plan: PlanInForce | null, day: string): Need<Prices> {
  const points = plan === null ? [] : pointsRead(plan.body, day);
  if (points.length === 0) return always(noPrices);
  return map(each(points.map(({ series, period }) => pricesOf(series, [period]))), (found) => {
    const table = new Map(
      points.map(({ series, period }, at) => [`${series}|${period}`, found[at]?.get(period)?.value ?? null]),
    );
    return (series, period) => table.get(`${series}|${period}`) ?? null;
  });
}
