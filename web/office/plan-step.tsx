/** One step of a plan as a fieldset: its kind's own fields, and the buttons that move it. */
import type { FigureKind } from "../../rooms/agreements/rules/steps/figure.ts";
import {
  type Choice,
  ChoiceField,
  DayField,
  FigureField,
  type Filled,
  TextField,
  TickField,
} from "../components/fields.tsx";
import { useSay } from "../components/speaking.tsx";
import type { Say } from "../language/say.ts";
import type { StepField } from "./plan-fields.ts";
import { Bands, known, Places, Rounding, Words } from "./plan-rows.tsx";
import { fieldsOf } from "./plan-typed.ts";

/** An earlier step that may be read: its id, what its figure counts, and its kind. */
export type EarlierStep = { readonly id: string; readonly counts: FigureKind | null; readonly kind: string };

type StepProps = {
  at: number;
  last: boolean;
  kind: string;
  filled: Filled;
  earlier: readonly EarlierStep[];
  series: readonly Choice[];
  measures: readonly Choice[];
  unit: string;
  currency: string;
};

/** A step said by its kind and its own name: "Peso neto (net)". */
const stepChoice = ({ id, kind }: EarlierStep, say: Say): Choice => ({
  value: id,
  says: say("plan.step-named", { kind: say(`plan.kind.${kind}`), id }),
});

const unitOf = (field: Extract<StepField, { as: "figure" }>, { unit, currency }: StepProps, say: Say): string => {
  if (field.unit === "percent") return "%";
  if (field.unit === "kilograms") return "kg";
  if (field.unit === "number") return "";
  return field.unit === "units" ? unit : say("plan.per-unit", { currency, unit });
};

/** One field in the way its kind asks for it. */
function Field({ field, props }: { field: StepField; props: StepProps }) {
  const say = useSay();
  const name = `s.${props.at}.${field.name}`;
  const label = say(`plan.field.${field.name}`);
  const { filled } = props;
  const among = (counts: FigureKind): readonly Choice[] =>
    props.earlier.filter((one) => one.counts === counts).map((one) => stepChoice(one, say));
  const choose = say("form.choose");
  switch (field.as) {
    case "weight":
    case "price":
    case "factor":
    case "percent":
      return (
        <ChoiceField
          name={name}
          label={label}
          choices={known(among(field.as), name, filled)}
          none={choose}
          filled={filled}
        />
      );
    case "quantity":
      return (
        <ChoiceField
          name={name}
          label={label}
          choices={known([...among("weight"), ...among("count")], name, filled)}
          none={choose}
          filled={filled}
        />
      );
    case "result":
      return (
        <ChoiceField
          name={name}
          label={label}
          choices={known([...among("factor"), ...among("percent")], name, filled)}
          none={choose}
          filled={filled}
        />
      );
    case "weights":
      return <TickField name={name} label={label} choices={among("weight")} filled={filled} many optional />;
    case "measure":
      return (
        <ChoiceField
          name={name}
          label={label}
          choices={known(props.measures, name, filled)}
          none={choose}
          filled={filled}
        />
      );
    case "series":
      return (
        <ChoiceField
          name={name}
          label={label}
          choices={known(props.series, name, filled)}
          none={choose}
          filled={filled}
        />
      );
    case "choice":
      return (
        <ChoiceField
          name={name}
          label={label}
          choices={field.of.map((value) => ({ value, says: say(`plan.choice.${value}`) }))}
          filled={filled}
        />
      );
    case "figure":
      return <FigureField name={name} label={label} unit={unitOf(field, props, say)} filled={filled} />;
    case "maybe-measure":
      return (
        <ChoiceField
          name={name}
          label={say(field.name === "until" ? "plan.field.until-measure" : "plan.field.once")}
          choices={known(props.measures, name, filled)}
          none={say("plan.always")}
          filled={filled}
          optional
        />
      );
    case "maybe-figure":
      return <FigureField name={name} label={label} unit="" filled={filled} optional />;
    case "percents":
      return (
        <TextField name={name} label={label} hint={say("plan.percents-hint")} filled={filled} tells={[`${name}.0`]} />
      );
    case "places":
      return <Places name={name} props={props} />;
    case "currency":
      return (
        <TextField
          name={name}
          label={label}
          hint={say("plan.currency-hint", { currency: props.currency })}
          filled={filled}
          size="short"
          optional
        />
      );
    case "day":
    case "maybe-day":
      return <DayField name={name} label={label} filled={filled} optional={field.as === "maybe-day"} />;
    case "code":
      return <TextField name={name} label={label} hint={say("plan.code-hint")} filled={filled} size="short" />;
    case "words":
      return <Words name={name} label={label} filled={filled} />;
    case "bands":
      return <Bands name={name} props={props} />;
    default:
      return <Rounding name={name} must={field.as === "must-round"} filled={filled} />;
  }
}

/** Must: show the fields of its kind only, keep what was typed, and be moved or taken out by plain buttons. */
export function StepFields(props: StepProps) {
  const say = useSay();
  const { at, kind, filled } = props;
  const name = say("plan.step", { number: String(at + 1), kind: say(`plan.kind.${kind}`) });
  const button = (what: "up" | "down" | "drop") => (
    <button
      class="do"
      type="submit"
      name="do"
      value={`${what}:${at}`}
      formNoValidate
      aria-label={say(`plan.${what}-step`, { step: name })}
    >
      {say(`plan.${what}`)}
    </button>
  );
  return (
    <fieldset class="step">
      <legend>{name}</legend>
      <input type="hidden" name={`s.${at}.kind`} value={kind} />
      <div class="step-fields">
        <TextField
          name={`s.${at}.id`}
          label={say("plan.field.id")}
          filled={filled}
          size="short"
          tells={[`s.${at}.kind`]}
        />
        {fieldsOf(kind).map((field) => (
          <Field field={field} props={props} />
        ))}
      </div>
      <p class="moves">
        {at === 0 ? null : button("up")}
        {props.last ? null : button("down")}
        {button("drop")}
      </p>
    </fieldset>
  );
}
