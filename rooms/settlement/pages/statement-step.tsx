/** One step of a price plan on the paper: its figure, and behind it the rule, the arithmetic and the readings. */
import type { ComponentChildren } from "preact";
import { type Counted, Figure } from "../../../web/components/figure.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { Arithmetic, Reasons, StatementLine } from "../../../web/components/statement-line.tsx";
import { wordOr } from "../../../web/language/names.ts";
import type { Say, Values } from "../../../web/language/say.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import { kindOf } from "../../agreements/rules/steps/kinds.ts";
import type { StatementDelivery, StatementMeasurement } from "../content.ts";
import { type ShownStep, taken } from "./statement-shape.ts";
import { unitName, wordsIn } from "./statement-words.ts";

/** A step's name on the paper: the plan's own where it gives one ("export"), else the vocabulary's. */
export const nameOf = (shown: ShownStep, say: Say): string =>
  "name" in shown.step
    ? wordsIn(shown.step.name, say).text
    : say(`steps.${shown.explanation.message}.label`, shown.explanation.values);

/** What stands under the name in small letters: the vocabulary's own name where the plan gave another, or its remark. */
function underOf({ step, explanation: { message, values } }: ShownStep, plan: PricePlan, say: Say): string | null {
  if ("name" in step) return say(`steps.${message}.label`, values);
  const lines = plan.steps.filter((one) => one.kind === "value");
  const priced = lines.filter((line) => line.price === step.id && lines.length > 1);
  if (priced.length > 0) return priced.map((line) => wordsIn(line.name, say).text).join(", ");
  return say.has(`steps.${message}.under`) ? say(`steps.${message}.under`, values) : null;
}

/** Where a figure comes from: each reading with its method and instrument, each published price. */
function sources(shown: ShownStep, delivery: StatementDelivery, say: Say): [string, ComponentChildren][] {
  const readings = shown.measurements.map((reading) => <span class="one">{readingOf(reading, say)}</span>);
  const version = { code: delivery.plan.code, version: String(delivery.plan.version) };
  const rule: [string, string] = [say("line.rule"), say("line.price-plan", version)];
  const beside = besideOf(shown, delivery, say).map((one) => <span class="one">{one}</span>);
  return [
    ...(readings.length === 0 ? [] : [[say("line.measured"), readings] as [string, ComponentChildren]]),
    ...(beside.length === 0 ? [] : [[say("line.went-in"), beside] as [string, ComponentChildren]]),
    rule,
  ];
}

/** What went into a figure beside readings, each by itself: results of a laboratory, prices of a mean, fixings of a contract. */
function besideOf({ step }: ShownStep, delivery: StatementDelivery, say: Say): readonly string[] {
  const kind = kindOf(step);
  const measures = kind.labMeasures?.(step) ?? [];
  const contracts = kind.contracts?.(step) ?? [];
  const series = kind.series(step);
  const points = delivery.prices.filter((one) => series.includes(one.series));
  return [
    ...(delivery.beside?.labResults ?? [])
      .filter((one) => measures.includes(one.measure))
      .map(({ day, value }) => say("line.dated-figure", { day, value })),
    ...(delivery.beside?.fixings ?? [])
      .filter((one) => contracts.includes(one.contract))
      .map(({ day, level, lots }) => say("line.fixing", { day, level, lots })),
    ...(points.length < 2 ? [] : points.map(({ period, value }) => say("line.dated-figure", { day: period, value }))),
  ];
}

/** One reading in words: what was measured, how, with which instrument, as far as it is known. */
const readingOf = (reading: StatementMeasurement, say: Say): string =>
  say("line.reading", {
    measure: wordOr("measure", reading.measure, say),
    value: reading.value,
    method: wordOr("method", reading.method ?? "", say),
    instrument: reading.instrument ?? "",
    known: `${reading.method === null ? "" : "m"}${reading.instrument === null ? "" : "i"}`,
  });

/** A published series by its name: the rule knows its code. */
const inWords = (values: Values, say: Say): Values =>
  values.series === undefined ? values : { ...values, series: wordOr("series", String(values.series), say) };

/** Everything behind a step's figure as lines of text, for a paper: the rule, the arithmetic, the readings. */
export function stepReasons(shown: ShownStep, delivery: StatementDelivery, say: Say): readonly string[] {
  const { message, values } = shown.explanation;
  const arithmetic = `steps.${message}.arithmetic`;
  return [
    say(`steps.${message}.sentence`, inWords(values, say)),
    ...(say.has(arithmetic) ? [say(arithmetic, values).replace(/\s*\n\s*/g, " ")] : []),
    ...shown.measurements.map((reading) => readingOf(reading, say)),
    ...besideOf(shown, delivery, say),
  ];
}

/** What the figure of a step counts, with its unit. */
function countedBy({ counts, currency }: ShownStep, plan: PricePlan, say: Say): Counted {
  if (counts === "weight") return { of: "weight", unit: unitName(plan.unit.code, say) };
  if (counts === "factor" || counts === "percent" || counts === "count") return { of: "factor" };
  return { of: counts === "amount" ? "money" : "price", currency };
}

/** Must: open into the rule in plain words, the arithmetic, the readings, and the version of the plan. */
export function StepLine({
  shown,
  delivery,
  plan,
  column,
  open,
  under,
}: {
  shown: ShownStep;
  delivery: StatementDelivery;
  plan: PricePlan;
  column: number;
  open: boolean;
  /** Small letters under the name, where the page knows better than the vocabulary. */
  under?: string;
}) {
  const say = useSay();
  const { message, values } = shown.explanation;
  const isTare = shown.step.kind === "weighed" && shown.step.what === "tare";
  return (
    <StatementLine
      name={nameOf(shown, say)}
      under={under ?? underOf(shown, plan, say)}
      figure={
        <Figure
          exact={isTare ? taken(shown.exact) : shown.exact}
          places={shown.counts === "weight" ? 0 : shown.places}
          column={column}
          counted={countedBy(shown, plan, say)}
        />
      }
      open={open}
    >
      <p>{say(`steps.${message}.sentence`, inWords(values, say))}</p>
      {say.has(`steps.${message}.arithmetic`) ? <Arithmetic text={say(`steps.${message}.arithmetic`, values)} /> : null}
      <Reasons pairs={sources(shown, delivery, say)} />
    </StatementLine>
  );
}
