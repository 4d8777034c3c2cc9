/** The form of a sheet: what the document is, whom it is for, each tax with what holds of it from day to day, and ceilings. */
import { requirements } from "../../../rooms/purchases/rules/sheet.ts";
import {
  ChoiceField,
  DayField,
  FigureField,
  type Filled,
  TextField,
  TickField,
  WordsField,
} from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { PageAt } from "../../desk/page.ts";
import { NameFields } from "./name-fields.tsx";
import { countOf } from "./sheet-words.ts";
import { TaxFields } from "./tax-fields.tsx";

const noWords = new URLSearchParams();

/** Every field that stands in the form: what is wrong with others is told above it. */
const fieldsIn = (typed: URLSearchParams): readonly string[] => [
  ...[...typed.keys()].filter((name) => name !== "act" && name !== "sheet"),
  ...[
    "from",
    "reason",
    "body.code",
    "body.currency",
    "body.source",
    "body.sourceDay",
    "body.priceGrain",
    "body.required",
  ],
];

export function SheetForm({ filled, at }: { filled: Filled; at: PageAt }) {
  const { say } = at;
  const typed = filled.typed ?? noWords;
  const sellers = ["everyone", "members", "others"].map((value) => ({ value, says: say(`purchase.sellers.${value}`) }));
  const currencies = at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency }));
  const own = typed.get("body.currency") ?? "";
  const known = currencies.some((one) => one.value === own);
  const taxes = countOf(typed, "body.taxes", "code");
  const ceilings = countOf(typed, "body.ceilings", "from");
  return (
    <ActForm
      action={at.address("purchases/rules/sheet")}
      act={at.newAct()}
      filled={filled}
      named={fieldsIn(typed)}
      submit={say("purchase.publish")}
    >
      <input type="hidden" name="sheet" value={typed.get("sheet") ?? ""} />
      <div class="pair">
        <TextField name="body.code" label={say("purchase.f-code")} filled={filled} />
        <TextField name="body.country" label={say("purchase.f-country")} size="short" filled={filled} />
      </div>
      <div class="pair">
        <ChoiceField
          name="body.currency"
          label={say("purchase.f-currency")}
          choices={known ? currencies : [...currencies, { value: own, says: own }]}
          filled={filled}
        />
        <TextField name="body.document.official" label={say("purchase.f-official")} filled={filled} optional />
      </div>
      <NameFields field="body.document.name" filled={filled} at={at} />
      <WordsField name="body.source" label={say("purchase.f-source")} filled={filled} rows={2} />
      <DayField name="body.sourceDay" label={say("purchase.f-source-day")} filled={filled} />
      <TextField
        name="body.checkedBy"
        label={say("purchase.f-checked-by")}
        hint={say("purchase.f-checked-by-hint")}
        filled={filled}
        optional
      />
      <ChoiceField name="body.sellers" label={say("purchase.f-sellers")} choices={sellers} filled={filled} />
      <TickField
        name="body.withoutTaxNumber"
        label={say("purchase.f-without")}
        choices={[{ value: "on", says: say("purchase.f-without-tick") }]}
        filled={filled}
        many
        optional
      />
      <TickField
        name="body.required"
        label={say("purchase.f-required")}
        choices={requirements.map((value) => ({ value, says: say(`purchase.required.${value}`) }))}
        filled={filled}
        many
        optional
      />
      <FigureField
        name="body.priceGrain"
        label={say("purchase.f-price-grain")}
        hint={say("purchase.f-price-grain-hint")}
        unit={own}
        filled={filled}
      />
      {Array.from({ length: taxes + 1 }, (_, place) => (
        <TaxFields place={place} isBlank={place === taxes} filled={filled} at={at} />
      ))}
      <TextField
        name="body.otherLevies"
        label={say("purchase.f-other-levies")}
        hint={say("purchase.f-other-levies-hint")}
        filled={filled}
        optional
      />
      <details class="opens" open={ceilings > 0}>
        <summary>{say("purchase.f-ceilings")}</summary>
        {Array.from({ length: ceilings + 1 }, (_, place) => (
          <Ceiling field={`body.ceilings.${place}`} currency={own} filled={filled} at={at} />
        ))}
      </details>
      <DayField name="from" label={say("purchase.f-from")} filled={filled} />
      <TextField
        name="reason"
        label={say("purchase.f-reason")}
        hint={say("purchase.f-reason-hint")}
        filled={filled}
        optional
      />
    </ActForm>
  );
}

function Ceiling({ field, currency, filled, at }: { field: string; currency: string; filled: Filled; at: PageAt }) {
  const { say } = at;
  return (
    <fieldset class="ask">
      <legend>{say("purchase.f-ceiling")}</legend>
      <div class="pair">
        <DayField name={`${field}.from`} label={say("purchase.f-period-from")} filled={filled} optional />
        <DayField name={`${field}.until`} label={say("purchase.f-period-until")} filled={filled} optional />
      </div>
      <FigureField name={`${field}.amount`} label={say("purchase.f-amount")} unit={currency} filled={filled} optional />
      <TextField name={`${field}.source`} label={say("purchase.f-source")} filled={filled} optional />
    </fieldset>
  );
}
