/** Sacks as rows of a form: gross, tare, in what, and how many together. */
import type { Refusal } from "../../kernel/refusal.ts";
import { sentenceOf } from "../language/sentence.ts";
import { type Choice, type Filled, fresh } from "./fields.tsx";
import { Mark } from "./mark.tsx";
import { type Example, useSay } from "./speaking.tsx";

/** The fields of one row: "gross-0", "tare-0", "container-0", "count-0". */
export const bagFields = ["gross", "tare", "container", "count"] as const;

type Props = { readonly rows: number; readonly containers: readonly Choice[]; readonly filled: Filled };

/** What is wrong with one field: the form names it, or the act does by its place ("bags.0.gross_g"). */
const wrongWith = (wrong: readonly Refusal[], field: string, row: number): readonly Refusal[] =>
  wrong.filter((one) => one.field === `${field}-${row}` || (one.field ?? "").startsWith(`bags.${row}.${field}`));

/** Must: name each field to who listens by its row; keep what was typed; say what is wrong under the row. */
export function BagRows({ rows, containers, filled }: Props) {
  const say = useSay();
  return (
    <div class="bags">
      <p class="bag-head small soft" aria-hidden="true">
        <span />
        <span>{say("bags.gross")}, kg</span>
        <span>{say("bags.tare")}, kg</span>
        <span>{say("bags.container")}</span>
        <span>{say("bags.count")}</span>
      </p>
      {Array.from({ length: rows }, (_, row) => (
        <Bag row={row} containers={containers} filled={filled} />
      ))}
    </div>
  );
}

function Bag({ row, containers, filled }: { row: number } & Omit<Props, "rows">) {
  const say = useSay();
  const number = `${row + 1}`;
  const typed = (field: string) => filled.typed?.get(`${field}-${row}`) ?? "";
  const wrong = bagFields.flatMap((field) => wrongWith(filled.wrong, field, row));
  const told = wrong.length > 0 ? `bag-${row}-wrong` : undefined;
  const figure = (field: "gross" | "tare" | "count") => (
    <label class="bag-field">
      <span class="bag-label">{say(`bags.${field}-of`, { number })}</span>
      <input
        name={`${field}-${row}`}
        class="field r"
        inputMode={field === "count" ? "numeric" : "decimal"}
        autoComplete="off"
        value={typed(field)}
        aria-describedby={told}
        aria-invalid={wrongWith(filled.wrong, field, row).length > 0 ? "true" : undefined}
      />
    </label>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a grid in browsers of 2020
    <div class="bag" role="group" aria-label={say("bags.row", { number })}>
      <span class="bag-number soft">{number}</span>
      {figure("gross")}
      {figure("tare")}
      <label class="bag-field">
        <span class="bag-label">{say("bags.container-of", { number })}</span>
        <select name={`container-${row}`} class="field">
          {containers.map(({ value, says }) => (
            <option value={value} selected={value === typed("container")}>
              {says}
            </option>
          ))}
        </select>
      </label>
      {figure("count")}
      {wrong.length === 0 ? null : (
        <div class="err" id={told}>
          <Mark name="broken" />
          <div>
            {wrong.map((one) => (
              <p>{sentenceOf(one, say)}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function BagsExample() {
  const filled: Filled = { ...fresh({ "gross-0": "61,5", "tare-0": "0,7", "count-0": "1" }) };
  return <BagRows rows={2} containers={[{ value: "sack", says: "sack" }]} filled={filled} />;
}

export const examples: readonly Example[] = [{ name: "bags", draw: () => <BagsExample /> }];
