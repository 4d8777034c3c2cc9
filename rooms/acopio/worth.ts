/** What a hand-over's paper shows of its worth, and what the book finds under the terms in force on its day. */
import type { Context } from "../../kernel/act/declaration.ts";
import type { Relied } from "../../kernel/act/envelope.ts";
import { always, andThen, each, map, type Need, together } from "../../kernel/act/need.ts";
import { ratioText } from "../../kernel/exact/index.ts";
import type { CurrencyGrain } from "../../kernel/money/index.ts";
import { type Grams, kilogramsText } from "../../kernel/quantity/index.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import { type PlanInForce, planInForce, schemeInForce, seasonFor } from "../agreements/needs.ts";
import type { Season } from "../agreements/rules/season-policy.ts";
import type { ValuedDelivery } from "../agreements/rules/steps/kind.ts";
import { pricesOf } from "../market/needs.ts";
import { weightsOf } from "./rules/weights.ts";
import { isGramsShown, isNumberShown, pointsRead, type Worth, worthOf } from "./rules/worth.ts";
import type { ReceiveSaid } from "./said.ts";

/** The terms of the day with their versions, and the worth by them; `worth` null when nothing was shown or it cannot be computed. */
export type TermsInForce = {
  readonly season: Season;
  readonly plan: PlanInForce | null;
  readonly schemeVersion: number | null;
  readonly worth: Worth | null;
};

const nothing: Need<TermsInForce | null> = always(null);

const showsWorth = ({ shown }: ReceiveSaid): boolean =>
  shown?.paid_g !== undefined || shown?.unitPrice !== undefined || shown?.value !== undefined;

/** Read only for a hand-over that shows a worth or says what it relied on: most of an import do neither. */
export function termsInForce(said: ReceiveSaid, { relied, settings }: Context): Need<TermsInForce | null> {
  if (!showsWorth(said) && said.shown?.plan === undefined && (relied ?? []).length === 0) return nothing;
  return andThen(seasonFor(said.product, said.on), (season) => {
    if (season === null) return nothing;
    const { pricePlan, gradingScheme } = season.policy;
    const sheets = {
      plan: planInForce(pricePlan, said.on),
      scheme: gradingScheme === null ? always(null) : schemeInForce(gradingScheme, said.on),
    };
    return andThen(together(sheets), ({ plan, scheme }) => {
      const grain = settings?.currencies.find(({ currency }) => currency === plan?.body.currency);
      const worth =
        plan !== null && grain !== undefined && showsWorth(said) ? worthBy(plan, grain, said) : always(null);
      return map(worth, (found) => ({ season, plan, schemeVersion: scheme?.version ?? null, worth: found }));
    });
  });
}

function worthBy({ body }: PlanInForce, grain: CurrencyGrain, said: ReceiveSaid): Need<Worth | null> {
  const points = pointsRead(body, said.on);
  return map(each(points.map(({ series, period }) => pricesOf(series, [period]))), (found) => {
    const table = new Map(
      points.map(({ series, period }, at) => [`${series}|${period}`, found[at]?.get(period)?.value ?? null]),
    );
    return worthOf(body, grain, valued(said), (series, period) => table.get(`${series}|${period}`) ?? null);
  });
}

function valued(said: ReceiveSaid): ValuedDelivery {
  const { bags, gross, tare } = weightsOf(said.bags);
  const measurements = Object.fromEntries(said.measurements.map(({ measure, value }) => [measure, value]));
  const beside = { place: said.place };
  return { id: said.delivery, day: said.on, bags, grossGrams: gross, tareGrams: tare, measurements, beside };
}

const reliedOn = (relied: Relied | undefined, id: string): number | null =>
  relied?.find((one) => one.id === id)?.version ?? null;

/** Terms that were not those of the day: an older list of prices, another grading table, another version of the season's policy. */
function staleTerms(said: ReceiveSaid, terms: TermsInForce, relied: Relied | undefined): readonly Question[] {
  const found: Question[] = [];
  const { season, plan, schemeVersion } = terms;
  const about = said.delivery;
  const day = said.on;
  const printed = said.shown?.plan;
  const shown = printed?.version ?? reliedOn(relied, season.policy.pricePlan);
  if (shown !== null && (shown !== plan?.version || (printed !== undefined && printed.plan !== plan.plan))) {
    const plans = { plan: printed?.code ?? plan?.code ?? null, planInForce: plan?.code ?? null };
    const facts = { ...plans, relied: shown, inForce: plan?.version ?? null, day };
    found.push(question("delivery.stale-terms", "manager", about, facts));
  }
  const { gradingScheme } = season.policy;
  const scheme = gradingScheme === null ? null : reliedOn(relied, gradingScheme);
  if (scheme !== null && scheme !== schemeVersion)
    found.push(question("delivery.stale-scheme", "manager", about, { relied: scheme, inForce: schemeVersion, day }));
  const policy = reliedOn(relied, season.agreement);
  if (policy !== null && policy !== season.version)
    found.push(question("delivery.stale-season", "manager", about, { relied: policy, inForce: season.version, day }));
  return found;
}

/** Grams as the kilograms of a sentence. A part of a gram is left out: what is found may have more decimals than a paper. */
const kilos = (grams: bigint): string => kilogramsText(grams as Grams);

/** Where the paper shows another worth than the book finds. Both stand. What cannot be computed yet is provisional, and not asked. */
function worthDoubts(said: ReceiveSaid, { plan, worth }: TermsInForce): readonly Question[] {
  const { shown } = said;
  if (worth === null || shown === undefined || plan === null) return [];
  const found: Question[] = [];
  const about = said.delivery;
  const { currency } = plan.body;
  const paid = shown.paid_g;
  if (paid !== undefined && !isGramsShown(paid, worth.paidGrams)) {
    const grams = worth.paidGrams.numerator / worth.paidGrams.denominator;
    const facts = { shown: kilos(BigInt(paid)), found: kilos(grams) };
    found.push(question("delivery.paid-weight-differs", "manager", about, facts));
  }
  const { unitPrice, value } = shown;
  if (unitPrice !== undefined && worth.unitPrice !== null && !isNumberShown(unitPrice, worth.unitPrice)) {
    const facts = { shown: unitPrice, found: ratioText(worth.unitPrice), currency, unit: plan.body.unit.code };
    found.push(question("delivery.price-differs", "manager", about, facts));
  }
  if (value !== undefined && !isNumberShown(value, worth.value))
    found.push(
      question("delivery.value-differs", "manager", about, { shown: value, found: ratioText(worth.value), currency }),
    );
  return found;
}

/** All that is doubted about terms and worth, in a lasting order. */
export const termsDoubts = (
  said: ReceiveSaid,
  terms: TermsInForce | null,
  relied: Relied | undefined,
): readonly Question[] => (terms === null ? [] : [...staleTerms(said, terms, relied), ...worthDoubts(said, terms)]);
