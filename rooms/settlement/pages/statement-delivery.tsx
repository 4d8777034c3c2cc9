/** The account of one hand-over: from kilos weighed to kilos paid, from kilos to value. */
import type { ComponentChildren } from "preact";
import { Figure } from "../../../web/components/figure.tsx";
import { Sentence, useSay } from "../../../web/components/speaking.tsx";
import { Arithmetic, Reasons, StatementLine, Subtotal, Total } from "../../../web/components/statement-line.tsx";
import { decimalsOf } from "../../../web/language/notation.ts";
import type { Say } from "../../../web/language/say.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { StatementContent, StatementDelivery, StatementMeasurement, StatementValueLine } from "../content.ts";
import { moneyOf, type ShownStep, shownSteps, taken, worthOf } from "./statement-shape.ts";
import { unitName, wordOr, wordsIn } from "./statement-words.ts";

type Props = {
  content: StatementContent;
  delivery: StatementDelivery;
  plan: PricePlan;
  openAll: boolean;
  /** Heading level of the two parts: h2 in a statement of one hand-over, h3 inside one of many. */
  heading: "h2" | "h3";
};

/** A step's name on the paper: the plan's own where it gives one ("export"), else the vocabulary's. */
const nameOf = (shown: ShownStep, say: Say): string =>
  "name" in shown.step
    ? wordsIn(shown.step.name, say).text
    : say(`steps.${shown.explanation.message}.label`, shown.explanation.values);

/** What stands under the name in small letters: the vocabulary's own name where the plan gave another, or its remark. */
function underOf({ step, explanation: { message, values } }: ShownStep, say: Say): string | null {
  if ("name" in step) return say(`steps.${message}.label`, values);
  return say.has(`steps.${message}.under`) ? say(`steps.${message}.under`, values) : null;
}

/** Where a figure comes from: each reading with its method and instrument, each published price. */
function sources(shown: ShownStep, delivery: StatementDelivery, say: Say): [string, ComponentChildren][] {
  const readings = shown.measurements.map((reading) => <span class="one">{readingOf(reading, say)}</span>);
  const version = { code: delivery.plan.code, version: String(delivery.plan.version) };
  const rule: [string, string] = [say("line.rule"), say("line.price-plan", version)];
  return readings.length === 0 ? [rule] : [[say("line.measured"), readings], rule];
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

function StepLine({
  shown,
  delivery,
  plan,
  column,
  open,
}: {
  shown: ShownStep;
  delivery: StatementDelivery;
  plan: PricePlan;
  column: number;
  open: boolean;
}) {
  const say = useSay();
  const { message, values } = shown.explanation;
  const isTare = shown.step.kind === "weighed" && shown.step.what === "tare";
  const counted =
    shown.counts === "weight"
      ? ({ of: "weight", unit: unitName(plan.unit.code, say) } as const)
      : shown.counts === "factor"
        ? ({ of: "factor" } as const)
        : ({ of: "price", currency: plan.currency } as const);
  return (
    <StatementLine
      name={nameOf(shown, say)}
      under={underOf(shown, say)}
      figure={
        <Figure
          exact={isTare ? taken(shown.exact) : shown.exact}
          places={shown.counts === "weight" ? 0 : shown.places}
          column={column}
          counted={counted}
        />
      }
      open={open}
    >
      <p>{say(`steps.${message}.sentence`, values)}</p>
      {say.has(`steps.${message}.arithmetic`) ? <Arithmetic text={say(`steps.${message}.arithmetic`, values)} /> : null}
      <Reasons pairs={sources(shown, delivery, say)} />
    </StatementLine>
  );
}

/** How a value line came about, in small letters under its total: kilos × price. */
const product = (line: StatementValueLine, plan: PricePlan, places: number, say: Say): string =>
  say("line.product", {
    quantity: line.quantity,
    unit: unitName(plan.unit.code, say),
    price: say("value.money-of", { value: line.price, currency: plan.currency, places: String(places) }),
  });

function ValueLines({
  content,
  delivery,
  plan,
  steps,
}: Omit<Props, "openAll" | "heading"> & { steps: readonly ShownStep[] }) {
  const say = useSay();
  const counted = { of: "money", currency: content.currency } as const;
  const placesOfPrice = (line: StatementValueLine) => {
    const value = steps.find(({ step }) => step.kind === "value" && step.line === line.line)?.step;
    return value?.kind === "value" ? (steps.find(({ step }) => step.id === value.price)?.places ?? 0) : 0;
  };
  const under = (line: StatementValueLine) => product(line, plan, placesOfPrice(line), say);
  const [first] = delivery.lines;
  const worth = <Figure exact={moneyOf(content, worthOf(delivery))} counted={counted} />;
  if (delivery.lines.length === 1 && first)
    return <Total name={say("statement.value")} figure={worth} under={under(first)} />;
  return (
    <>
      {delivery.lines.map((line) => {
        const shown = steps.find(({ step }) => step.kind === "value" && step.line === line.line);
        return (
          <p class="row">
            <span>
              {shown ? nameOf(shown, say) : line.line}
              <br />
              <span class="small soft">{under(line)}</span>
            </span>
            <Figure exact={moneyOf(content, line.amount)} counted={counted} />
          </p>
        );
      })}
      <Total name={say("statement.value")} figure={worth} />
    </>
  );
}

/** Must: let each figure be opened into its rule, its arithmetic and where its readings come from, in the order of the plan. */
export function DeliveryAccount({ content, delivery, plan, openAll, heading: Heading }: Props) {
  const say = useSay();
  const steps = shownSteps(delivery, plan);
  const weights = steps.filter((shown) => shown.counts === "weight");
  const prices = steps.filter((shown) => shown.counts === "price" || shown.counts === "factor");
  const column = Math.max(0, ...weights.map((shown) => decimalsOf(shown.exact)));
  const paid = new Set(plan.steps.flatMap((step) => (step.kind === "value" ? [step.quantity] : [])));
  const unit = unitName(plan.unit.code, say);
  const line = (shown: ShownStep, columnPlaces: number) => (
    <StepLine shown={shown} delivery={delivery} plan={plan} column={columnPlaces} open={openAll} />
  );
  const last = weights.at(-1);
  return (
    <>
      <section class="in-kg">
        <Heading>{say("statement.kilos", { unit })}</Heading>
        <div class="cord">
          {weights.map((shown) =>
            shown.step.kind === "net-weight" ? (
              <Subtotal
                name={nameOf(shown, say)}
                figure={<Figure exact={shown.exact} column={column} counted={{ of: "weight", unit }} />}
              />
            ) : (
              line(shown, column)
            ),
          )}
          {last && paid.size === 1 && paid.has(last.step.id) ? (
            <Total
              name={<Sentence of="statement.paid-weight" values={{ unit }} />}
              figure={<Figure exact={last.exact} column={column} counted={{ of: "weight", unit }} />}
            />
          ) : null}
        </div>
      </section>
      <section>
        <Heading>{say("statement.worth")}</Heading>
        <div class="cord">
          {prices.map((shown) => line(shown, 0))}
          <ValueLines content={content} delivery={delivery} plan={plan} steps={steps} />
        </div>
      </section>
    </>
  );
}
