/** The settings of the book: what it is called, where it is, in which money, for how long papers are kept; its own units and languages. */
import { ChoiceField, DayField, FigureField, type Filled, TextField } from "../../../web/components/fields.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { wordOr } from "../../../web/language/names.ts";
import { placeName } from "../../../web/language/places.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";
import { organisationForms } from "../records.ts";

/** A unit of the organisation; `meaning` in words: "46 kg". `product` is null for all of them. */
export type UnitShown = {
  readonly unit: string;
  readonly product: string | null;
  readonly meaning: string;
  readonly source: string;
  readonly since: string;
  readonly until: string | null;
};

/** One currency of the form, by its place; the last one is empty, for one more. */
export type CurrencyShown = { readonly at: number; readonly currency: string; readonly isNew: boolean };

export type SettingsProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly name: string;
  readonly since: string;
  /** The forms; null for whoever may only look. */
  readonly change: { readonly action: string; readonly act: string; readonly filled: Filled } | null;
  readonly define: { readonly action: string; readonly act: string; readonly filled: Filled } | null;
  readonly about: readonly { readonly name: string; readonly says: string }[];
  readonly currencies: readonly CurrencyShown[];
  readonly countries: readonly string[];
  readonly zones: readonly string[];
  readonly units: readonly UnitShown[];
  readonly languages: readonly string[];
};

function Currency({ one, filled }: { one: CurrencyShown; filled: Filled }) {
  const say = useSay();
  const tells = [`settings.currencies.${one.at}`];
  return (
    <fieldset class="ask">
      <legend>{one.isNew ? say("settings.one-more") : say("settings.currency-is", { currency: one.currency })}</legend>
      <div class="pair">
        <TextField
          name={`currency-${one.at}`}
          label={say("settings.currency")}
          hint={say("settings.currency-hint")}
          filled={filled}
          tells={tells}
          size="short"
          optional={one.isNew}
        />
        <TextField
          name={`line-${one.at}`}
          label={say("settings.line")}
          filled={filled}
          size="short"
          optional={one.isNew}
        />
        <TextField
          name={`cash-${one.at}`}
          label={say("settings.cash")}
          filled={filled}
          size="short"
          optional={one.isNew}
        />
      </div>
    </fieldset>
  );
}

function Change({ props }: { props: SettingsProps }) {
  const say = useSay();
  const { change } = props;
  if (change === null) return null;
  const { filled } = change;
  const named = [
    "name",
    "form",
    "country",
    "zone",
    "taxHoldDays",
    ...props.currencies.flatMap(({ at }) => [
      `currency-${at}`,
      `line-${at}`,
      `cash-${at}`,
      `settings.currencies.${at}`,
    ]),
    "settings.name",
    "settings.zone",
    "settings.country",
    "settings.taxHoldDays",
  ];
  const forms = organisationForms.map((value) => ({ value, says: say(`door.form.${value}`) }));
  return (
    <ActForm action={change.action} act={change.act} filled={filled} named={named} submit={say("settings.save")}>
      <TextField name="name" label={say("settings.name")} filled={filled} tells={["settings.name"]} />
      <ChoiceField name="form" label={say("settings.form")} choices={forms} filled={filled} />
      <ChoiceField
        name="country"
        label={say("settings.country")}
        choices={props.countries.map((value) => ({ value, says: placeName(value, say.language) }))}
        filled={filled}
        tells={["settings.country"]}
      />
      <ChoiceField
        name="zone"
        label={say("settings.zone")}
        hint={say("settings.zone-hint")}
        choices={props.zones.map((value) => ({ value, says: value.replaceAll("_", " ") }))}
        filled={filled}
        tells={["settings.zone"]}
      />
      {props.currencies.map((one) => (
        <Currency one={one} filled={filled} />
      ))}
      <p class="hint">{say("settings.grain-hint")}</p>
      <TextField
        name="taxHoldDays"
        label={say("settings.hold")}
        hint={say("settings.hold-hint")}
        filled={filled}
        tells={["settings.taxHoldDays"]}
        size="short"
        optional
      />
    </ActForm>
  );
}

function Units({ props }: { props: SettingsProps }) {
  const say = useSay();
  const { define, units } = props;
  return (
    <section aria-labelledby="units">
      <h2 id="units">{say("settings.units")}</h2>
      <p class="soft">{say("settings.units-what")}</p>
      {units.length === 0 ? (
        <Notice state="none" title={say("settings.no-units")}>
          <p>{say("settings.no-units-why")}</p>
        </Notice>
      ) : (
        <Table
          label={say("settings.units")}
          columns={["unit", "means", "for-product", "unit-since", "source"].map((one) => ({
            head: say(`settings.${one}`),
          }))}
          rows={units.map((one) => ({
            name: one.unit,
            cells: [
              one.meaning,
              one.product === null ? say("settings.every-product") : wordOr("product", one.product, say),
              one.until === null
                ? say("value.day", { value: one.since })
                : say("settings.between", { since: one.since, until: one.until }),
              one.source,
            ],
          }))}
        />
      )}
      {define === null ? null : (
        <details class="reach" open={define.filled.wrong.length > 0}>
          <summary>
            <span>{say("settings.define")}</span>
          </summary>
          <ActForm
            action={define.action}
            act={define.act}
            filled={define.filled}
            named={["unit", "product", "kilograms", "factor", "source", "from", "reason"]}
            submit={say("settings.define-it")}
          >
            <TextField
              name="unit"
              label={say("settings.unit")}
              hint={say("settings.unit-hint")}
              filled={define.filled}
              size="short"
            />
            <FigureField
              name="kilograms"
              label={say("settings.weighs")}
              unit="kg"
              filled={define.filled}
              tells={["factor"]}
            />
            <TextField
              name="product"
              label={say("settings.for-product")}
              hint={say("settings.product-hint")}
              filled={define.filled}
              size="short"
              optional
            />
            <TextField
              name="source"
              label={say("settings.source")}
              hint={say("settings.source-hint")}
              filled={define.filled}
            />
            <DayField name="from" label={say("settings.unit-since")} filled={define.filled} />
          </ActForm>
        </details>
      )}
    </section>
  );
}

function Body({ props }: { props: SettingsProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="settings">
      <h1 class="speak">
        <Sentence of="settings.answer" values={{ name: props.name, since: props.since }} />
      </h1>
      {props.change === null ? (
        <dl class="about">
          {props.about.map(({ name, says }) => (
            <div>
              <dt>{say(`settings.${name}`)}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Change props={props} />
      <Units props={props} />
      <section aria-labelledby="languages">
        <h2 id="languages">{say("settings.languages")}</h2>
        <p>{props.languages.join(", ")}</p>
        <p class="soft">{say("settings.languages-what")}</p>
      </section>
    </OfficeFrame>
  );
}

/** The page of settings. */
export const settingsPage = (props: SettingsProps, say: Say): Page => ({
  title: `${say("settings.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "notice", "form", "powers"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
