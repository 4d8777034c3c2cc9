/** The account of one hand-over: from kilos weighed to kilos paid, from kilos to value. */
import { Figure } from "../../../web/components/figure.tsx";
import { Sentence, useSay } from "../../../web/components/speaking.tsx";
import { Subtotal, Total } from "../../../web/components/statement-line.tsx";
import { decimalsOf } from "../../../web/language/notation.ts";
import type { Say } from "../../../web/language/say.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { StatementContent, StatementDelivery, StatementValueLine } from "../content.ts";
import { moneyOf, type ShownStep, shownSteps, worthOf } from "./statement-shape.ts";
import { nameOf, StepLine } from "./statement-step.tsx";
import { lineUnit, unitName } from "./statement-words.ts";

type Props = {
  content: StatementContent;
  delivery: StatementDelivery;
  plan: PricePlan;
  openAll: boolean;
  /** Heading level of the two parts: h2 in a statement of one hand-over, h3 inside one of many, h4 in a line that is corrected. */
  heading: "h2" | "h3" | "h4";
};

/** How a value line came about, in small letters under its total: kilos × price. */
const product = (line: StatementValueLine, plan: PricePlan, places: number, say: Say): string =>
  say("line.product", {
    quantity: line.quantity,
    unit: lineUnit(line.line, plan, say),
    price: say("value.money-of", { value: line.price, currency: plan.currency, places: String(places) }),
  });

/** The value lines of one hand-over: one is the total itself; of several each opens, and the total is their sum. */
function ValueLines({
  content,
  delivery,
  plan,
  steps,
  open,
}: Omit<Props, "openAll" | "heading"> & { steps: readonly ShownStep[]; open: boolean }) {
  const say = useSay();
  const counted = { of: "money", currency: content.currency } as const;
  const shownOf = (line: StatementValueLine) =>
    steps.find(({ step }) => step.kind === "value" && step.line === line.line);
  const under = (line: StatementValueLine) => {
    const step = shownOf(line)?.step;
    const price = step?.kind === "value" ? steps.find((one) => one.step.id === step.price) : undefined;
    return product(line, plan, price?.places ?? 0, say);
  };
  const [first] = delivery.lines;
  const worth = <Figure exact={moneyOf(content, worthOf(delivery))} counted={counted} />;
  if (delivery.lines.length === 1 && first)
    return <Total name={say("statement.value")} figure={worth} under={under(first)} />;
  return (
    <>
      {delivery.lines.map((line) => {
        const shown = shownOf(line);
        const exact = moneyOf(content, line.amount);
        return shown ? (
          <StepLine
            shown={{ ...shown, exact }}
            delivery={delivery}
            plan={plan}
            column={0}
            open={open}
            under={under(line)}
          />
        ) : null;
      })}
      <Total name={say("statement.value")} figure={worth} />
    </>
  );
}

/** What a premium line comes to, in grains. */
const premiumOf = ({ premiums }: StatementDelivery, { step }: ShownStep): string =>
  premiums?.find(({ line }) => step.kind === "premium" && line === step.line)?.amount ?? "0";

/** Must: let each figure be opened into its rule, its arithmetic and where its readings come from, in the order of the plan. */
export function DeliveryAccount({ content, delivery, plan, openAll, heading: Heading }: Props) {
  const say = useSay();
  const steps = shownSteps(delivery, plan);
  const weights = steps.filter((shown) => shown.counts === "weight");
  const prices = steps.filter((shown) => shown.counts !== "weight" && shown.counts !== "amount");
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
          <ValueLines content={content} delivery={delivery} plan={plan} steps={steps} open={openAll} />
        </div>
      </section>
      {delivery.premiums === undefined ? null : (
        <section>
          <Heading>{say("statement.premium")}</Heading>
          <div class="cord">
            {steps
              .filter(({ step }) => step.kind === "premium")
              .map((shown) => (
                <StepLine
                  shown={{ ...shown, exact: moneyOf(content, premiumOf(delivery, shown)) }}
                  delivery={delivery}
                  plan={plan}
                  column={0}
                  open={openAll}
                />
              ))}
          </div>
        </section>
      )}
    </>
  );
}
