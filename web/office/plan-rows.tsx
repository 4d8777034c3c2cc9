/** Parts of a step's fieldset that have several fields: words, roundings, bands, and lists by place. */
import { roundingModes } from "../../kernel/exact/index.ts";
import { type Choice, ChoiceField, FigureField, type Filled, TextField } from "../components/fields.tsx";
import { useSay } from "../components/speaking.tsx";

type RowProps = {
  readonly filled: Filled;
  readonly series: readonly Choice[];
  readonly unit: string;
  readonly currency: string;
};

/** A value that the lists do not know, as of a step that now stands later, stays to be chosen, so that nothing typed is lost. */
export function known(choices: readonly Choice[], name: string, { typed }: Filled): readonly Choice[] {
  const chosen = typed?.get(name) ?? "";
  return chosen === "" || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, says: chosen }];
}

/** Words for the paper, in the reader's language; those in others travel along. */
export function Words({ name, label, filled }: { name: string; label: string; filled: Filled }) {
  const say = useSay();
  const mine = `${name}.${say.language}`;
  const others = [...(filled.typed ?? [])].filter(([one]) => one.startsWith(`${name}.`) && one !== mine);
  return (
    <>
      <TextField name={mine} label={label} filled={filled} tells={[name]} optional={others.length > 0} />
      {others.map(([one, value]) => (
        <input type="hidden" name={one} value={value} />
      ))}
    </>
  );
}

/** How a figure is rounded; `must` where it may not be left as it is. */
export function Rounding({ name, must, filled }: { name: string; must: boolean; filled: Filled }) {
  const say = useSay();
  const modes = roundingModes.map((value) => ({ value, says: say(`plan.rounding.${value}`) }));
  return (
    <>
      <ChoiceField
        name={`${name}.mode`}
        label={say("plan.field.rounding")}
        choices={modes}
        {...(must ? {} : { none: say("plan.not-rounded") })}
        filled={filled}
        tells={[name]}
        optional={!must}
      />
      <TextField name={`${name}.grain`} label={say("plan.field.grain")} filled={filled} size="short" optional={!must} />
    </>
  );
}

/** Lists of prices by place one under the other, and an empty row for another. */
export function Places({ name, props }: { name: string; props: RowProps }) {
  const say = useSay();
  const { filled } = props;
  const rows = [...(filled.typed?.keys() ?? [])].filter((one) => one.startsWith(`${name}.`) && one.endsWith(".series"));
  return (
    <>
      {Array.from({ length: Math.min(rows.length + 1, 12) }, (_, row) => (
        <>
          <TextField
            name={`${name}.${row}.places`}
            label={say("plan.list.places", { list: String(row + 1) })}
            hint={say("plan.list.places-hint")}
            filled={filled}
            tells={[name, `${name}.${row}`]}
            optional
          />
          <ChoiceField
            name={`${name}.${row}.series`}
            label={say("plan.list.series", { list: String(row + 1) })}
            choices={known(props.series, `${name}.${row}.series`, filled)}
            none={say("plan.list.none")}
            filled={filled}
            optional
          />
        </>
      ))}
    </>
  );
}

/** Bands one under the other, and an empty row for another. */
export function Bands({ name, props }: { name: string; props: RowProps }) {
  const say = useSay();
  const { filled } = props;
  const rows = new Set(
    [...(filled.typed?.keys() ?? [])].flatMap((one) =>
      one.startsWith(`${name}.`) ? [one.slice(name.length + 1).split(".")[0] ?? ""] : [],
    ),
  );
  const shown = [...Array.from({ length: Math.min(rows.size + 1, 20) }, (_, at) => at)];
  return (
    <>
      {shown.map((row) => (
        <>
          {(["from", "below", "adds"] as const).map((part) => (
            <FigureField
              name={`${name}.${row}.${part}`}
              label={say(`plan.band.${part}`, { band: String(row + 1) })}
              unit={part === "adds" ? say("plan.per-unit", { currency: props.currency, unit: props.unit }) : ""}
              filled={filled}
              tells={part === "from" ? [`${name}.${row}`] : []}
              optional
            />
          ))}
        </>
      ))}
    </>
  );
}
