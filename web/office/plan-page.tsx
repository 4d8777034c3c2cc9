/** The page where a price plan is built: its steps, and beside them its sentence and a hand-over worked through it. */
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { DeliveryAccount } from "../../rooms/settlement/pages/statement-delivery.tsx";
import {
  type Choice,
  ChoiceField,
  DayField,
  FigureField,
  type Filled,
  TextField,
  WordsField,
} from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { type Frame, OfficeFrame } from "../components/frames.tsx";
import { Notice } from "../components/notice.tsx";
import { Speaking, useSay } from "../components/speaking.tsx";
import { wordOr } from "../language/names.ts";
import type { Say } from "../language/say.ts";
import { type Coded, sentenceOf } from "../language/sentence.ts";
import type { Page } from "../render.ts";
import { stepKindsInOrder } from "./plan-fields.ts";
import { planSentence } from "./plan-says.ts";
import { type EarlierStep, StepFields } from "./plan-step.tsx";
import type { wantedBy } from "./plan-worked.ts";

export type PlanPageProps = {
  readonly frame: Frame;
  readonly book: string;
  /** The plan's code when another version of it is made; null for a new one. */
  readonly of: { readonly code: string; readonly version: string } | null;
  readonly action: string;
  readonly back: string;
  readonly act: string;
  readonly filled: Filled;
  readonly steps: readonly EarlierStep[];
  readonly series: readonly Choice[];
  readonly measures: readonly Choice[];
  readonly products: readonly Choice[];
  readonly currencies: readonly Choice[];
  readonly unit: string;
  readonly currency: string;
  /** The plan when it is whole, and what the example comes to; else why not. */
  readonly plan: PricePlan | null;
  readonly worked: StatementContent | null;
  readonly wrong: readonly Coded[];
  /** What the example is asked: readings by code, and prices by series. */
  readonly wanted: ReturnType<typeof wantedBy>;
};

function Heading({ props }: { props: PlanPageProps }) {
  const say = useSay();
  const { filled } = props;
  const weights = props.steps.filter((one) => one.counts === "weight");
  return (
    <section>
      <h2>{say("plan.what")}</h2>
      <div class="step-fields">
        <TextField name="code" label={say("plan.code")} hint={say("plan.code-hint")} filled={filled} />
        <TextField
          name="product"
          label={say("prices.product")}
          hint={say("plan.product-hint")}
          suggested={props.products}
          filled={filled}
        />
        <ChoiceField name="currency" label={say("prices.currency")} choices={props.currencies} filled={filled} />
        <TextField name="unit" label={say("plan.unit")} filled={filled} size="short" />
        <TextField name="grams" label={say("plan.grams")} filled={filled} size="short" />
        <ChoiceField
          name="delivered"
          label={say("plan.delivered")}
          choices={weights.map(({ id, kind }) => ({
            value: id,
            says: say("plan.step-named", { kind: say(`plan.kind.${kind}`), id }),
          }))}
          filled={filled}
        />
      </div>
    </section>
  );
}

function Steps({ props }: { props: PlanPageProps }) {
  const say = useSay();
  return (
    <section>
      <h2>{say("plan.steps")}</h2>
      <input type="hidden" name="steps" value={String(props.steps.length)} />
      {props.steps.map((step, at) => (
        <StepFields
          at={at}
          last={at === props.steps.length - 1}
          kind={step.kind}
          filled={props.filled}
          earlier={props.steps.slice(0, at)}
          series={props.series}
          measures={props.measures}
          unit={props.unit}
          currency={props.currency}
        />
      ))}
      <div class="step">
        <ChoiceField
          name="addKind"
          label={say("plan.add-which")}
          choices={stepKindsInOrder.map((value) => ({ value, says: say(`plan.kind.${value}`) }))}
          filled={props.filled}
          optional
        />
        <p class="moves">
          <button class="do" type="submit" name="do" value="add" formNoValidate>
            {say("plan.add")}
          </button>
        </p>
      </div>
    </section>
  );
}

/** What keeps a plan from being whole: of a field in a step, by the words the form has for both. */
function whatLacks(one: Coded, steps: PlanPageProps["steps"], say: Say): string {
  const [, at = "", field = ""] = /^steps\.(\d{1,3})\.([a-zA-Z]+)$/.exec(String(one.facts.field ?? "")) ?? [];
  const step = steps[Number.parseInt(at, 10)];
  if (one.code !== "plan.spelling" || step === undefined || !say.has(`plan.field.${field}`))
    return sentenceOf(one, say);
  const kind = say(`plan.kind.${step.kind}`);
  return say("plan.lacks", { number: `${Number.parseInt(at, 10) + 1}`, kind, field: say(`plan.field.${field}`) });
}

/** The hand-over that the plan is tried on, and what it comes to, step by step, by the engine that settles. */
function Worked({ props }: { props: PlanPageProps }) {
  const say = useSay();
  const { filled, plan, worked } = props;
  const [delivery] = worked?.deliveries ?? [];
  return (
    <div class="worked side">
      <h2>{say("plan.worked")}</h2>
      {plan === null ? null : <p class="speak sentence-of-plan">{planSentence(plan, say)}</p>}
      {props.wrong.map((one) => (
        <Notice state="waiting" title={say("plan.not-whole")}>
          <p>{whatLacks(one, props.steps, say)}</p>
        </Notice>
      ))}
      {worked !== null && delivery !== undefined && plan !== null ? (
        <DeliveryAccount content={worked} delivery={delivery} plan={plan} openAll={false} heading="h3" />
      ) : null}
      <h3>{say("plan.example")}</h3>
      <div class="step-fields">
        <TextField name="x.bags" label={say("plan.bags")} filled={filled} size="short" />
        <FigureField name="x.gross" label={say("plan.gross")} unit="kg" filled={filled} />
        <FigureField name="x.tare" label={say("plan.tare")} unit="kg" filled={filled} />
        {props.wanted.measures.map((code) => (
          <FigureField name={`x.m.${code}`} label={wordOr("measure", code, say)} unit="" filled={filled} optional />
        ))}
        {props.wanted.labMeasures.map((code) => (
          <TextField
            name={`x.l.${code}`}
            label={say("plan.results-of", { measure: wordOr("measure", code, say) })}
            hint={say("plan.results-hint")}
            filled={filled}
            optional
          />
        ))}
        {props.wanted.place === undefined ? null : (
          <TextField name="x.place" label={say("plan.example-place")} filled={filled} optional />
        )}
        {props.wanted.series.map((code) => (
          <FigureField
            name={`x.p.${code}`}
            label={wordOr("series", code, say)}
            unit={props.currency}
            filled={filled}
            optional
          />
        ))}
      </div>
      <p class="moves">
        <button class="do" type="submit" name="do" value="try" formNoValidate>
          {say("plan.try")}
        </button>
        {props.of === null ? null : (
          <button class="do" type="submit" name="do" value="what-if" formNoValidate>
            {say("what-if.ask")}
          </button>
        )}
      </p>
    </div>
  );
}

function Body({ props }: { props: PlanPageProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="plan">
      <h1 class="speak">{props.of === null ? say("plan.new-answer") : say("plan.edit-answer", props.of)}</h1>
      <ActForm
        action={props.action}
        act={props.act}
        filled={props.filled}
        named={namesIn(props)}
        submit={say("plan.publish")}
        other={{ href: props.back, says: say("form.go-back") }}
        wide
      >
        {/* Enter in a field tries the plan; only the last button publishes it. */}
        <button class="away" type="submit" name="do" value="try" formNoValidate tabIndex={-1} aria-hidden="true" />
        <div class="two">
          <div>
            <Heading props={props} />
            <Steps props={props} />
            <section>
              <h2>{say("plan.when")}</h2>
              <DayField name="from" label={say("plan.from")} hint={say("plan.from-hint")} filled={props.filled} />
              <WordsField name="reason" label={say("plan.reason")} filled={props.filled} rows={2} optional />
            </section>
          </div>
          <Worked props={props} />
        </div>
      </ActForm>
    </OfficeFrame>
  );
}

/** Every field that shows its own refusal. */
const namesIn = ({ steps }: PlanPageProps): readonly string[] => [
  ...["code", "product", "currency", "unit", "grams", "delivered", "from", "reason"],
  ...steps.map((_, at) => `s.${at}`),
];

/** The page. */
export const planPage = (props: PlanPageProps, say: Say): Page => ({
  title: `${say("plan.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "cord", "statement", "table", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
