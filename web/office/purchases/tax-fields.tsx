/** The fields of one tax: what it is, what it is computed on, how it is rounded, where it is posted, and what holds of it from day to day. */
import { roundingModes } from "../../../kernel/exact/index.ts";
import { taxAccounts } from "../../../rooms/purchases/rules/sheet.ts";
import { ChoiceField, FigureField, type Filled, TextField } from "../../components/fields.tsx";
import type { PageAt } from "../../desk/page.ts";
import { wordOr } from "../../language/names.ts";
import { NameFields } from "./name-fields.tsx";
import { PeriodFields } from "./period-fields.tsx";
import { countOf } from "./sheet-words.ts";

type At = { readonly place: number; readonly isBlank: boolean; readonly filled: Filled; readonly at: PageAt };

export function TaxFields({ place, isBlank, filled, at }: At) {
  const { say } = at;
  const field = `body.taxes.${place}`;
  const typed = filled.typed ?? new URLSearchParams();
  const name = typed.get(`${field}.name.${at.language}`) || typed.get(`${field}.name.es`) || typed.get(`${field}.code`);
  const periods = countOf(typed, `${field}.periods`, "from");
  return (
    <details class="opens" open={!isBlank}>
      <summary>{isBlank ? say("purchase.f-another-tax") : say("purchase.f-tax", { name: name ?? "" })}</summary>
      <div class="pair">
        <TextField name={`${field}.code`} label={say("purchase.f-tax-code")} filled={filled} optional={isBlank} />
        <ChoiceField
          name={`${field}.effect`}
          label={say("purchase.f-effect")}
          choices={words(at, "effect-of", effects)}
          filled={filled}
        />
      </div>
      <NameFields field={`${field}.name`} filled={filled} at={at} isBlank={isBlank} />
      <div class="pair">
        <ChoiceField
          name={`${field}.sellers`}
          label={say("purchase.f-tax-sellers")}
          choices={words(at, "sellers", sellers)}
          filled={filled}
        />
        <ChoiceField
          name={`${field}.base`}
          label={say("purchase.f-base")}
          choices={basesOf(typed, place, at)}
          filled={filled}
        />
      </div>
      <div class="pair">
        <ChoiceField
          name={`${field}.rounding.mode`}
          label={say("purchase.f-rounding")}
          choices={roundingModes.map((value) => ({ value, says: say(`plan.rounding.${value}`) }))}
          filled={filled}
          tells={[`${field}.rounding`]}
        />
        <FigureField
          name={`${field}.rounding.grain`}
          label={say("purchase.f-grain")}
          unit={typed.get("body.currency") ?? ""}
          filled={filled}
          optional={isBlank}
        />
      </div>
      <ChoiceField
        name={`${field}.account`}
        label={say("purchase.f-account")}
        choices={taxAccounts.map((value) => ({ value, says: wordOr("account", value, say) }))}
        filled={filled}
      />
      <TextField
        name={`${field}.deduction`}
        label={say("purchase.f-deduction")}
        hint={say("purchase.f-deduction-hint")}
        filled={filled}
        optional
      />
      {Array.from({ length: periods + 1 }, (_, at_) => (
        <PeriodFields field={`${field}.periods.${at_}`} isBlank={at_ === periods} filled={filled} at={at} />
      ))}
    </details>
  );
}

const effects = ["withheld", "included", "added"] as const;
const sellers = ["everyone", "members", "others"] as const;

const words = (at: PageAt, family: string, codes: readonly string[]) =>
  codes.map((value) => ({ value, says: at.say(`purchase.${family}.${value}`) }));

/** The value, the value without what is within it, and each tax that comes before. */
function basesOf(typed: URLSearchParams, place: number, at: PageAt) {
  const before = Array.from({ length: place }, (_, one) => typed.get(`body.taxes.${one}.code`) ?? "").filter(Boolean);
  return [
    ...words(at, "base", ["value", "value-less-included"]),
    ...before.map((code) => ({ value: `tax:${code}`, says: at.say("purchase.base.tax", { tax: code }) })),
  ];
}
