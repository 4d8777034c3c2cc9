/** What a price plan says, in one plain sentence of the reader's language: clause by clause, in the order of its steps. */
import type { PlanStep, PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { unitName, wordsIn } from "../../rooms/settlement/pages/statement-words.ts";
import { wordOr } from "../language/names.ts";
import type { Say, Values } from "../language/say.ts";

/** The clause of a step: a message by its kind, or by what it chooses, and its constants. */
function clauseOf(step: PlanStep, plan: PricePlan, say: Say): string {
  const unit = unitName(plan.unit.code, say);
  const measure = (code: string): string => wordOr("measure", code, say);
  const clause = (key: string, values: Values = {}): string => say(`plan.says.${key}`, values);
  const money = (value: string): string => say("value.money-of", { value, currency: plan.currency, places: "0" });
  switch (step.kind) {
    case "weighed":
      return clause(`weighed-${step.what}`);
    case "moisture-adjusted":
      return clause(`moisture-${step.drier}`, { base: step.base });
    case "class-share":
      return clause("class-share", { name: wordsIn(step.name, say).text, measure: measure(step.measure) });
    case "rest":
      return clause("rest", { name: wordsIn(step.name, say).text });
    case "yield-factor":
      return clause("yield-factor", { sample: measure(step.sample), sound: measure(step.sound), bag: step.bag });
    case "fixed-price":
      return clause("fixed-price", { price: money(step.price), unit });
    case "reference-price":
      return clause("reference", {
        series: wordOr("series", step.series, say),
        when: say(`plan.rule.${step.period}`),
        quantity: step.quotedFor,
        unit,
      });
    case "differential-by-band":
      return clause("differential-by-band", { measure: measure(step.measure) });
    case "excelso-price":
      return clause("excelso-price", { factor: step.baseFactor, pasilla: money(step.pasillaPrice) });
    case "excelso-and-pasilla-price":
      return clause("excelso-and-pasilla-price", { pasilla: money(step.pasillaPrice) });
    case "dockage-adjusted":
      return clause(`dockage-${step.cleaner}`, { base: step.base });
    case "less-percent":
      return clause(`less-percent-${step.why}`, { percent: step.percent });
    case "less-measured":
      return clause(`less-measured-${step.why}`);
    case "measured-weight":
      return clause("measured-weight", { measure: measure(step.measure) });
    case "counted":
      return clause("counted", { name: wordsIn(step.name, say).text });
    case "converted":
    case "price-converted":
      return clause(step.kind, { ratio: step.ratio });
    case "value": {
      const when = step.until ?? step.once;
      const values = { name: wordsIn(step.name, say).text, measure: measure(when ?? "") };
      return clause(when === undefined ? "value" : step.until === undefined ? "value-once" : "value-until", values);
    }
    default:
      return priceClauseOf(step, clause, { unit, measure, money, say });
  }
}

type Clause = (key: string, values?: Values) => string;
type Words = {
  readonly unit: string;
  readonly measure: (code: string) => string;
  readonly money: (value: string) => string;
  readonly say: Say;
};

/** The clause of a step about a price, where the price is not simply published or agreed. */
function priceClauseOf(step: PlanStep, clause: Clause, { unit, measure, money, say }: Words): string {
  switch (step.kind) {
    case "quoted-price":
      return clause("quoted-price", { price: money(step.price), quantity: step.quotedFor, unit });
    case "fixed-differential":
      return clause("fixed-differential", { name: wordsIn(step.name, say).text, adds: step.adds, unit });
    case "part-of-price":
      return clause(`part-of-price-${step.why}`, { percent: step.percent });
    case "grams-per-litre":
      return clause("grams-per-litre", { measure: measure(step.measure), density: step.density });
    case "component-price":
      return clause("component-price", { price: money(step.perGram) });
    case "price-floor":
      return clause("price-floor", { price: money(step.floor), name: wordsIn(step.name, say).text });
    case "price-ceiling":
      return clause("price-ceiling", { price: money(step.ceiling), share: step.share });
    case "split-price":
      return clause("split-price", { price: money(step.fixed), percent: step.percent });
    case "exchanged-price":
      return clause("exchanged", {
        series: wordOr("series", step.series, say),
        when: say(`plan.rule.${step.period}`),
      });
    default:
      return laterClauseOf(step, clause, { unit, measure, money, say });
  }
}

/** The clause of a step that reads what is known beside the hand-over, or what a laboratory and a cut test found. */
function laterClauseOf(step: PlanStep, clause: Clause, { unit, measure, say }: Words): string {
  switch (step.kind) {
    case "posted-price":
      return clause("posted-price", {
        when: say(`plan.rule.${step.period}`),
        lists: String(step.lists.length),
        quantity: step.quotedFor,
        unit,
      });
    case "scheme-price":
      return clause(`scheme-${step.what}`, { scheme: step.scheme, term: step.term });
    case "fixed-later":
      return clause("fixed-later", { contract: step.contract, until: step.until });
    case "part-until-measured":
      return clause("part-until-measured", { percent: step.percent, measure: measure(step.measure) });
    case "exportable-yield":
      return clause("exportable-yield", { sample: measure(step.sample), exportable: measure(step.exportable) });
    case "fermentation-index":
      return clause("fermentation-index", {
        well: measure(step.well),
        partly: measure(step.partly),
        counts: step.counts,
      });
    case "geometric-mean":
      return clause(`geometric-mean-${step.fewer}`, {
        measure: measure(step.measure),
        months: step.months,
        least: step.atLeast,
      });
    case "recency-weighted-mean":
      return clause(`recency-weighted-mean-${step.fewer}`, {
        measure: measure(step.measure),
        months: step.months,
        newest: step.weights[0] ?? "",
      });
    case "premium":
      return clause("premium", { name: wordsIn(step.name, say).text });
    default:
      return clause(step.kind);
  }
}

/** The whole sentence. Of a checked plan only: a step that is not whole yet has no words. */
export const planSentence = (plan: PricePlan, say: Say): string => {
  const clauses = plan.steps.map((step) => clauseOf(step, plan, say)).join("; ");
  return `${clauses.charAt(0).toLocaleUpperCase(say.language)}${clauses.slice(1)}.`;
};
