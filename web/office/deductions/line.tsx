/** One line of deductions, and one cap, as fieldsets: their own fields, what they say in words, and the buttons that move them. */
import type { ComponentChildren } from "preact";
import {
  type Choice,
  ChoiceField,
  DayField,
  FigureField,
  type Filled,
  TextField,
  TickField,
} from "../../components/fields.tsx";
import { useSay } from "../../components/speaking.tsx";
import { known, Rounding, Words } from "../plan-rows.tsx";
import { askedOf, type BasisField, capBases } from "./kinds.ts";
import { accountSays } from "./says.ts";

/** Must: press without asking for what is still empty; say which line it moves for who listens. */
function Press({ what, about }: { what: string; about: string }) {
  const say = useSay();
  const [verb = ""] = what.split(":");
  const word = verb === "drop-cap" ? "drop" : verb;
  return (
    <button
      class="do"
      type="submit"
      name="build"
      value={what}
      formNoValidate
      aria-label={say(`plan.${word}-step`, { step: about })}
    >
      {say(`plan.${word}`)}
    </button>
  );
}

type LineProps = {
  readonly at: number;
  readonly last: boolean;
  readonly kind: string;
  readonly filled: Filled;
  readonly currency: string;
  /** What the line says; null while something is missing. */
  readonly says: string | null;
};

function Figure({ field, props }: { field: BasisField; props: LineProps }) {
  const say = useSay();
  const { at, filled, currency } = props;
  const name = `d.${at}.${field}`;
  const label = say(`deduct.field.${field}`);
  if (field === "unit" || field === "line") return <TextField name={name} label={label} filled={filled} size="short" />;
  if (field === "per") {
    const choices = (["statement", "delivery"] as const).map((value) => ({ value, says: say(`deduct.per.${value}`) }));
    return <ChoiceField name={name} label={label} choices={choices} filled={filled} />;
  }
  return <FigureField name={name} label={label} unit={field === "percent" ? "%" : currency} filled={filled} />;
}

/** Must: ask only what its basis needs, keep what was typed, and show its own sentence. */
export function LineFields(props: LineProps) {
  const say = useSay();
  const { at, kind, filled, last } = props;
  const asked = askedOf(kind);
  const named = `d.${at}`;
  const about = say("deduct.line", { number: String(at + 1), kind: say(`deduct.kind.${kind}`) });
  const classes = asked.classes
    .map((one) => ({ value: String(one), says: say(`deduct.class.${one}`) }))
    .toSorted(byValue);
  const accounts = asked.to.map((value) => ({ value, says: accountSays(value, say) }));
  return (
    <fieldset class="step">
      <legend>{about}</legend>
      <input type="hidden" name={`${named}.kind`} value={kind} />
      <p class="soft">{props.says ?? say("deduct.line-not-whole")}</p>
      <div class="step-fields">
        <Words name={`${named}.name`} label={say("deduct.field.name")} filled={filled} />
        <Words name={`${named}.reason`} label={say("deduct.field.reason")} filled={filled} />
        {asked.fields.map((field) => (
          <Figure field={field} props={props} />
        ))}
        <ChoiceField
          name={`${named}.to`}
          label={say("deduct.field.to")}
          choices={known(accounts, `${named}.to`, filled)}
          filled={filled}
        />
        <ChoiceField
          name={`${named}.class`}
          label={say("deduct.field.class")}
          choices={known(classes, `${named}.class`, filled)}
          filled={filled}
          tells={[`${named}.kind`]}
        />
        {asked.rounds ? <Rounding name={`${named}.rounding`} must filled={filled} /> : null}
        <TextField name={`${named}.rule.id`} label={say("deduct.field.rule")} filled={filled} size="short" />
        <TextField
          name={`${named}.rule.decidedBy`}
          label={say("deduct.field.decided")}
          hint={say("deduct.decided-hint")}
          filled={filled}
        />
        <DayField name={`${named}.rule.from`} label={say("deduct.field.from")} filled={filled} />
        <DayField name={`${named}.rule.until`} label={say("deduct.field.until")} filled={filled} optional />
        <TextField name={`${named}.code`} label={say("plan.code")} filled={filled} size="short" />
        <TextField
          name={`${named}.consent.creditor`}
          label={say("deduct.field.creditor")}
          hint={say("deduct.creditor-hint")}
          filled={filled}
          optional
        />
      </div>
      <Moves>
        {at === 0 ? null : <Press what={`up:${at}`} about={about} />}
        {last ? null : <Press what={`down:${at}`} about={about} />}
        <Press what={`drop:${at}`} about={about} />
      </Moves>
    </fieldset>
  );
}

const byValue = (a: Choice, b: Choice): number => (a.value < b.value ? -1 : 1);

const Moves = ({ children }: { children: ComponentChildren }) => <p class="moves">{children}</p>;

type CapProps = Pick<LineProps, "at" | "kind" | "filled" | "currency" | "says"> & {
  /** The lines that it may limit, by their places. */
  readonly lines: readonly Choice[];
};

/** Must: name its base and what it limits. */
export function CapFields({ at, kind, filled, currency, says, lines }: CapProps) {
  const say = useSay();
  const named = `c.${at}`;
  const about = say("deduct.cap", { number: String(at + 1), kind: say(`deduct.cap-kind.${kind}`) });
  const bases = (Object.entries(capBases).find(([one]) => one === kind)?.[1] ?? []).map((value) => ({
    value,
    says: say(`deduct.base.${value}`),
  }));
  return (
    <fieldset class="step">
      <legend>{about}</legend>
      <input type="hidden" name={`${named}.kind`} value={kind} />
      <p class="soft">{says ?? say("deduct.line-not-whole")}</p>
      <div class="step-fields">
        {kind === "yearly" ? (
          <FigureField name={`${named}.amount`} label={say("deduct.field.amount")} unit={currency} filled={filled} />
        ) : (
          <FigureField name={`${named}.percent`} label={say("deduct.field.percent")} unit="%" filled={filled} />
        )}
        <ChoiceField name={`${named}.base`} label={say("deduct.field.base")} choices={bases} filled={filled} />
        <TickField
          name={`${named}.limits`}
          label={say("deduct.field.limits")}
          choices={lines}
          filled={filled}
          many
          optional
        />
        {kind === "yearly" ? null : <Rounding name={`${named}.rounding`} must filled={filled} />}
        <TextField name={`${named}.code`} label={say("plan.code")} filled={filled} size="short" />
      </div>
      <Moves>
        <Press what={`drop-cap:${at}`} about={about} />
      </Moves>
    </fieldset>
  );
}
