/**
 * For specifications: what a hand-over is worth, worked out a second time from the formulas of the field, step by step, with plain
 * fractions. It shares nothing with the engine but the spelling of plans.
 */
import type { PlanStep, PricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";
import { type Fraction, fraction, less, minus, over, plus, times, toGrain } from "./fraction.ts";
import { geometricByHand, weightedByHand } from "./mean-by-hand.ts";
import { publishedByHand } from "./published-by-hand.ts";

const hundred: Fraction = [100n, 1n];
const rounding = (step: PlanStep) => ("rounding" in step ? step.rounding : undefined);

/** Every figure of a plan by the id of its step, rounded where the step says so. */
export function figuresByHand(
  plan: PricePlan,
  delivery: ValuedDelivery,
  prices: Prices,
): ReadonlyMap<string, Fraction> {
  const found = new Map<string, Fraction>();
  const figure = (id: string): Fraction => found.get(id) as Fraction;
  const reading = (measure: string): Fraction => fraction(delivery.measurements[measure] as string);
  const published = (series: string, rule: string): Fraction => publishedByHand(series, rule, delivery.day, prices);
  const wanted = wantedByHand(plan, delivery);
  for (const step of plan.steps) {
    if (!wanted.has(step.id)) continue;
    const at = { plan, delivery, figure, reading, published };
    // A root has no fraction: it is found already rounded.
    found.set(
      step.id,
      step.kind === "geometric-mean" ? geometricByHand(step, delivery) : toGrain(unrounded(step, at), rounding(step)),
    );
  }
  return found;
}

/** Ids of the steps that some line reads which counts, or that no line reads; a line waits for a reading, or ends with it. */
function wantedByHand(plan: PricePlan, delivery: ValuedDelivery): ReadonlySet<string> {
  const names = ["gross", "tare", "weight", "of", "less", "price", "differential", "excelsoPrice", "factor", "grams"];
  const all = [...names, "quantity", "floor", "provisional", "yield", "figure"];
  const ids = new Set(plan.steps.map((step) => step.id));
  const below = (id: string): readonly string[] => {
    const step = plan.steps.find((one) => one.id === id) as unknown as Record<string, unknown>;
    const read = all.flatMap((name) => step[name] ?? []).filter((one) => typeof one === "string" && ids.has(one));
    return [id, ...(read as unknown as readonly string[]).flatMap(below)];
  };
  const has = (measure: string | undefined): boolean => measure !== undefined && measure in delivery.measurements;
  const lines = plan.steps.filter((step) => step.kind === "value");
  const waits = lines.filter((step) => (step.once !== undefined && !has(step.once)) || has(step.until));
  if (waits.length === 0) return ids;
  const others = plan.steps.filter((step) => step.kind !== "value" || !waits.includes(step)).map((step) => step.id);
  const kept = lines.filter((step) => !waits.includes(step)).map((step) => step.id);
  const roots = [...kept, plan.delivered, ...plan.steps.flatMap((step) => (step.kind === "premium" ? [step.id] : []))];
  const read = new Set(lines.flatMap((step) => below(step.id)));
  return new Set([...roots.flatMap(below), ...others.filter((id) => !read.has(id))]);
}

type At = {
  readonly plan: PricePlan;
  readonly delivery: ValuedDelivery;
  readonly figure: (id: string) => Fraction;
  readonly reading: (measure: string) => Fraction;
  readonly published: (series: string, rule: string) => Fraction;
};

const percentOf = (of: Fraction, percent: Fraction): Fraction => over(times(of, percent), hundred);
const broughtTo = (weight: Fraction, found: Fraction, base: Fraction, better: string): Fraction =>
  better === "unchanged" && less(found, base)
    ? weight
    : over(times(weight, minus(hundred, found)), minus(hundred, base));

function unrounded(step: PlanStep, at: At): Fraction {
  const { figure, reading } = at;
  switch (step.kind) {
    case "weighed":
      return over(
        [step.what === "gross" ? at.delivery.grossGrams : at.delivery.tareGrams, 1n],
        fraction(at.plan.unit.grams),
      );
    case "net-weight":
      return minus(figure(step.gross), figure(step.tare));
    case "moisture-adjusted":
      return broughtTo(figure(step.weight), reading(step.measure), fraction(step.base), step.drier);
    case "dockage-adjusted":
      return broughtTo(figure(step.weight), reading(step.measure), fraction(step.base), step.cleaner);
    case "less-percent":
      return minus(figure(step.weight), percentOf(figure(step.weight), fraction(step.percent)));
    case "less-measured":
      return minus(figure(step.weight), reading(step.measure));
    case "measured-weight":
    case "counted":
      return reading(step.measure);
    case "converted":
      return times(
        figure(step.weight),
        step.measure in at.delivery.measurements ? reading(step.measure) : fraction(step.ratio),
      );
    case "class-share":
      return percentOf(figure(step.weight), reading(step.measure));
    case "rest":
      return step.less.map(figure).reduce(minus, figure(step.of));
    case "yielded-weight":
      return percentOf(figure(step.weight), figure(step.yield));
    case "exportable-yield":
      return over(times(reading(step.exportable), hundred), reading(step.sample));
    case "fermentation-index":
      return plus(reading(step.well), percentOf(reading(step.partly), fraction(step.counts)));
    case "recency-weighted-mean":
      return weightedByHand(step, at.delivery);
    case "value":
    case "premium":
      return times(figure(step.quantity), figure(step.price));
    default:
      return priceOf(step, at);
  }
}

function priceOf(step: PlanStep, at: At): Fraction {
  const { figure, reading, published } = at;
  switch (step.kind) {
    case "yield-factor":
      return over(times(reading(step.sample), fraction(step.bag)), reading(step.sound));
    case "fixed-price":
      return fraction(step.price);
    case "quoted-price":
      return over(fraction(step.price), fraction(step.quotedFor));
    case "reference-price":
      return over(published(step.series, step.period), fraction(step.quotedFor));
    case "exchanged-price":
      return times(figure(step.price), published(step.series, step.period));
    case "fixed-differential":
      return fraction(step.adds);
    case "differential-by-band": {
      const found = reading(step.measure);
      const band = step.bands.find(({ below }) => below === undefined || less(found, fraction(below)));
      return fraction(band?.adds ?? "");
    }
    case "price-with-differential":
      return plus(figure(step.price), figure(step.differential));
    case "part-of-price":
      return percentOf(figure(step.price), fraction(step.percent));
    case "price-converted":
      return times(figure(step.price), fraction(step.ratio));
    case "grams-per-litre":
      return times(times(reading(step.measure), fraction(step.density)), [10n, 1n]);
    case "component-price":
      return times(figure(step.grams), fraction(step.perGram));
    case "price-floor":
      return less(figure(step.price), fraction(step.floor)) ? fraction(step.floor) : figure(step.price);
    case "price-ceiling": {
      const [price, ceiling] = [figure(step.price), fraction(step.ceiling)];
      return less(ceiling, price) ? plus(ceiling, percentOf(minus(price, ceiling), fraction(step.share))) : price;
    }
    case "split-price":
      return plus(
        percentOf(fraction(step.fixed), fraction(step.percent)),
        percentOf(figure(step.price), minus(hundred, fraction(step.percent))),
      );
    case "excelso-price":
      // (P − p × in base ÷ F) × F ÷ excelso in base
      return over(
        times(
          minus(
            figure(step.price),
            over(times(fraction(step.pasillaPrice), fraction(step.pasillaInBase)), fraction(step.baseFactor)),
          ),
          fraction(step.baseFactor),
        ),
        fraction(step.excelsoInBase),
      );
    case "excelso-and-pasilla-price":
      return plus(
        times(over(fraction(step.bag), figure(step.factor)), figure(step.excelsoPrice)),
        times(over(reading(step.pasilla), reading(step.sample)), fraction(step.pasillaPrice)),
      );
    default:
      return laterPriceOf(step, at);
  }
}

/** Prices of schemes, of contracts that are fixed later, of places and of two prices. */
function laterPriceOf(step: PlanStep, { plan, delivery, figure, reading, published }: At): Fraction {
  switch (step.kind) {
    case "posted-price": {
      const here = step.lists.find(({ places }) => places.some((one) => one === delivery.beside?.place));
      const list = here ?? step.lists.find(({ places }) => places.length === 0);
      return over(published(list?.series ?? "", step.period), fraction(step.quotedFor));
    }
    case "differential-of-figure": {
      const found = figure(step.figure);
      const band = step.bands.find(({ below }) => below === undefined || less(found, fraction(below)));
      return fraction(band?.adds ?? "");
    }
    case "higher-price":
      return less(figure(step.price), figure(step.floor)) ? figure(step.floor) : figure(step.price);
    case "part-until-measured":
      return step.measure in delivery.measurements && reading(step.measure) !== undefined
        ? figure(step.price)
        : percentOf(figure(step.price), fraction(step.percent));
    case "scheme-price": {
      const day = step.signed ?? delivery.day;
      const versions = (delivery.beside?.terms ?? []).filter(
        (one) => one.scheme === step.scheme && one.term === step.term && one.from <= day,
      );
      const newest = [...versions].sort((a, b) => a.version - b.version).at(-1);
      return over(times(fraction(newest?.[step.what] ?? ""), fraction(plan.unit.grams)), fraction(newest?.grams ?? ""));
    }
    case "fixed-later": {
      const own = (delivery.beside?.fixings ?? []).filter((one) => one.contract === step.contract);
      const lots = own.reduce((sum, one) => plus(sum, fraction(one.lots)), [0n, 1n] as Fraction);
      if (less(lots, fraction(step.lots))) return figure(step.provisional);
      const levels = own.reduce((sum, one) => plus(sum, times(fraction(one.level), fraction(one.lots))), [
        0n,
        1n,
      ] as Fraction);
      return over(over(levels, lots), fraction(step.quotedFor));
    }
    default:
      throw new Error(`no formula by hand for ${step.kind}`);
  }
}
