/** The terms of a season: opened, changed from a day on, closed. And a series of prices, opened. */
import type { VNode } from "preact";
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
import { Speaking, useSay } from "../components/speaking.tsx";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { BuildDeductions, type Building } from "./deductions/build.tsx";

export type SeasonProps = {
  readonly frame: Frame;
  readonly book: string;
  /** The season that is changed; null when a new one is opened. */
  readonly of: { readonly code: string; readonly product: string } | null;
  readonly action: string;
  readonly back: string;
  readonly act: string;
  readonly filled: Filled;
  readonly plans: readonly Choice[];
  readonly schemes: readonly Choice[];
  /** What is deducted. */
  readonly building: Building;
  /** The form that closes it; null for a new one. */
  readonly close: { readonly act: string; readonly filled: Filled } | null;
};

const titles = ["on-delivery", "on-settlement"] as const;

function Terms({ props }: { props: SeasonProps }) {
  const say = useSay();
  const { filled, of } = props;
  const days = say("season.days");
  return (
    <>
      {of === null ? (
        <TextField
          name="season"
          label={say("settle.season")}
          hint={say("season.code-hint")}
          filled={filled}
          tells={["policy.season"]}
        />
      ) : null}
      <DayField name="first" label={say("prices.first-day")} filled={filled} tells={["policy.from"]} />
      <DayField name="until" label={say("prices.last-day")} filled={filled} tells={["policy.until"]} />
      <ChoiceField
        name="pricePlan"
        label={say("season.plan")}
        hint={say("season.plan-hint")}
        choices={props.plans}
        none={say("form.choose")}
        filled={filled}
        tells={["policy.pricePlan", "policy.product"]}
      />
      <ChoiceField
        name="title"
        label={say("season.title")}
        choices={titles.map((value) => ({ value, says: say(`season.title.${value}`) }))}
        filled={filled}
      />
      <FigureField
        name="objection"
        label={say("season.objection")}
        unit={days}
        filled={filled}
        tells={["policy.objectionDays"]}
      />
      <FigureField
        name="payment"
        label={say("season.payment")}
        unit={days}
        filled={filled}
        tells={["policy.paymentDays"]}
      />
    </>
  );
}

const named = [
  "season",
  "product",
  "first",
  "until",
  "pricePlan",
  "title",
  "deductions",
  "objection",
  "payment",
  "from",
  "reason",
];

function Body({ props }: { props: SeasonProps }) {
  const say = useSay();
  const { of, close, filled } = props;
  const back = { href: props.back, says: say("form.go-back") };
  return (
    <OfficeFrame frame={props.frame} skipTo="season">
      <h1 class="speak">{of === null ? say("season.new") : say("season.change", { season: of.code })}</h1>
      <ActForm
        action={props.action}
        act={props.act}
        filled={filled}
        named={[
          ...named,
          ...named.map((one) => `policy.${one}`),
          ...props.building.lines.map((_, at) => `d.${at}`),
          ...props.building.caps.map((_, at) => `c.${at}`),
        ]}
        submit={say(of === null ? "season.open" : "season.save")}
        other={back}
        wide
      >
        <input type="hidden" name="do" value="save" />
        {/* Enter in a field works the example out; only the last button saves. */}
        <button class="away" type="submit" name="build" value="try" formNoValidate tabIndex={-1} aria-hidden="true" />
        <section>
          <Terms props={props} />
        </section>
        <BuildDeductions building={props.building} />
        {of === null ? null : (
          <section>
            <h2>{say("plan.when")}</h2>
            <DayField name="from" label={say("season.from")} hint={say("plan.from-hint")} filled={filled} />
            <WordsField name="reason" label={say("plan.reason")} filled={filled} rows={2} optional />
          </section>
        )}
      </ActForm>
      {close === null ? null : (
        <section>
          <h2>{say("season.close")}</h2>
          <ActForm
            action={props.action}
            act={close.act}
            filled={close.filled}
            named={["last", "why"]}
            submit={say("season.close-it")}
            grave
          >
            <input type="hidden" name="do" value="close" />
            <DayField name="last" label={say("season.last")} hint={say("season.last-hint")} filled={close.filled} />
            <WordsField
              name="why"
              label={say("plan.reason")}
              filled={close.filled}
              rows={2}
              tells={["reason"]}
              optional
            />
          </ActForm>
        </section>
      )}
    </OfficeFrame>
  );
}

const pageOf = (title: string, props: { readonly book: string }, body: VNode): Page => ({
  title,
  style: ["sheet", "desk", "cord", "statement", "table", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body,
});

/** The page of one season's terms. */
export const seasonPage = (props: SeasonProps, say: Say): Page =>
  pageOf(
    `${say("season.heading")} · ${props.frame.organisation}`,
    props,
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>,
  );

export type SeriesProps = Pick<SeasonProps, "frame" | "book" | "action" | "back" | "act" | "filled"> & {
  readonly currencies: readonly Choice[];
};

function SeriesBody({ props }: { props: SeriesProps }) {
  const say = useSay();
  const { filled } = props;
  const periods = (["day", "month"] as const).map((value) => ({ value, says: say(`plan.choice.${value}`) }));
  return (
    <OfficeFrame frame={props.frame} skipTo="series">
      <h1 class="speak">{say("prices.new-series-answer")}</h1>
      <ActForm
        action={props.action}
        act={props.act}
        filled={filled}
        named={["series", "title", "currency", "per", "period", "source", "licence"]}
        submit={say("prices.open-series")}
        other={{ href: props.back, says: say("form.go-back") }}
      >
        <TextField name="series" label={say("plan.code")} hint={say("plan.code-hint")} filled={filled} />
        <TextField name="title" label={say("prices.series-title")} filled={filled} />
        <ChoiceField name="currency" label={say("prices.currency")} choices={props.currencies} filled={filled} />
        <TextField name="per" label={say("prices.per")} hint={say("prices.per-hint")} filled={filled} />
        <ChoiceField name="period" label={say("plan.field.period")} choices={periods} filled={filled} />
        <TextField name="source" label={say("prices.source")} filled={filled} />
        <TextField name="licence" label={say("prices.licence")} filled={filled} optional />
      </ActForm>
    </OfficeFrame>
  );
}

/** The page that opens a series of prices. */
export const seriesPage = (props: SeriesProps, say: Say): Page =>
  pageOf(
    `${say("prices.new-series")} · ${props.frame.organisation}`,
    props,
    <Speaking value={say}>
      <SeriesBody props={props} />
    </Speaking>,
  );
