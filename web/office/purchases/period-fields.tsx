/** What holds of a tax from one day to another: suspended by something named, or its rates. */
import { ChoiceField, DayField, FigureField, type Filled, TextField } from "../../components/fields.tsx";
import type { PageAt } from "../../desk/page.ts";
import { countOf } from "./sheet-words.ts";

const hows = ["by-document", "by-year", "suspended"] as const;

type Of = { readonly field: string; readonly isBlank: boolean; readonly filled: Filled; readonly at: PageAt };

export function PeriodFields({ field, isBlank, filled, at }: Of) {
  const { say } = at;
  const typed = filled.typed ?? new URLSearchParams();
  const isSuspended = typed.get(`${field}.how`) === "suspended";
  const inside = (
    <>
      <ChoiceField
        name={`${field}.how`}
        label={say("purchase.f-how")}
        choices={hows.map((value) => ({ value, says: say(`purchase.how.${value}`) }))}
        filled={filled}
        tells={[field]}
      />
      <div class="pair">
        <DayField name={`${field}.from`} label={say("purchase.f-period-from")} filled={filled} optional={isBlank} />
        <DayField name={`${field}.until`} label={say("purchase.f-period-until")} filled={filled} optional />
      </div>
      <TextField name={`${field}.source`} label={say("purchase.f-period-source")} filled={filled} optional={isBlank} />
      {isSuspended ? (
        <details class="opens">
          <summary>{say("purchase.f-rates")}</summary>
          <Rates field={field} filled={filled} at={at} />
        </details>
      ) : (
        <Rates field={field} filled={filled} at={at} />
      )}
    </>
  );
  if (isBlank)
    return (
      <details class="opens">
        <summary>{say("purchase.f-another-period")}</summary>
        {inside}
      </details>
    );
  return (
    <fieldset class="ask">
      <legend>{say("purchase.f-period")}</legend>
      {inside}
    </fieldset>
  );
}

/** Each band that there is, or one rate; a further band and the minimum behind a line while they are empty. */
function Rates({ field, filled, at }: Omit<Of, "isBlank">) {
  const { say } = at;
  const typed = filled.typed ?? new URLSearchParams();
  const bands = Math.max(1, countOf(typed, `${field}.bands`, "rate"));
  const band = (place: number) => <Band field={`${field}.bands.${place}`} filled={filled} at={at} />;
  const minimum = (
    <FigureField
      name={`${field}.minimum`}
      label={say("purchase.f-minimum")}
      unit={typed.get("body.currency") ?? ""}
      filled={filled}
      optional
    />
  );
  const hasMinimum = (typed.get(`${field}.minimum`) ?? "") !== "";
  return (
    <>
      {Array.from({ length: bands }, (_, place) => band(place))}
      {hasMinimum ? minimum : null}
      <details class="opens">
        <summary>{say("purchase.f-more-bands")}</summary>
        {band(bands)}
        {hasMinimum ? null : minimum}
      </details>
    </>
  );
}

function Band({ field, filled, at }: Omit<Of, "isBlank">) {
  return (
    <div class="pair">
      <FigureField name={`${field}.rate`} label={at.say("purchase.f-rate")} unit="%" filled={filled} optional />
      <FigureField
        name={`${field}.upTo`}
        label={at.say("purchase.f-up-to")}
        unit={filled.typed?.get("body.currency") ?? ""}
        filled={filled}
        optional
      />
    </div>
  );
}
