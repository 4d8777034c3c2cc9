/** The form of a series of numbers: a new one, or one put right. */
import { ChoiceField, DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { SheetRow } from "./read.ts";

const names = ["sheet", "kind", "prefix", "first", "last", "digits", "authorisation", "until"];

export function SeriesForm({ sheets, filled, at }: { sheets: readonly SheetRow[]; filled: Filled | null; at: PageAt }) {
  const { say } = at;
  const ids = [...new Map(sheets.map((one) => [one.sheet, one])).values()];
  const typed = filled ?? fresh({ kind: "document", first: "1", digits: "8" });
  return (
    <section>
      <h2>{say(typed.typed?.get("series") ? "purchase.change-series" : "purchase.new-series")}</h2>
      <p>{say("purchase.new-series-why")}</p>
      <ActForm
        action={at.address("purchases/rules")}
        act={at.newAct()}
        filled={typed}
        named={names}
        submit={say(typed.typed?.get("series") ? "purchase.change-series" : "purchase.new-series")}
      >
        <input type="hidden" name="series" value={typed.typed?.get("series") ?? ""} />
        <ChoiceField
          name="sheet"
          label={say("purchase.series-of")}
          choices={ids.map((one) => ({ value: one.sheet, says: one.code }))}
          filled={typed}
        />
        <ChoiceField
          name="kind"
          label={say("purchase.series-what")}
          choices={["document", "annulment"].map((value) => ({ value, says: say(`purchase.series-kind.${value}`) }))}
          filled={typed}
        />
        <div class="pair">
          <TextField
            name="prefix"
            label={say("purchase.prefix")}
            hint={say("purchase.prefix-hint")}
            filled={typed}
            optional
          />
          <TextField name="digits" label={say("purchase.digits")} size="short" filled={typed} />
        </div>
        <div class="pair">
          <TextField name="first" label={say("purchase.first-number")} filled={typed} />
          <TextField name="last" label={say("purchase.last-number")} filled={typed} />
        </div>
        <TextField name="authorisation" label={say("purchase.authorisation-head")} filled={typed} optional />
        <DayField name="until" label={say("purchase.valid-until")} filled={typed} optional />
      </ActForm>
    </section>
  );
}
