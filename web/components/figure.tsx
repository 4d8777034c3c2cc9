import { alignment, decimalsOf, withPlaces } from "../language/notation.ts";
import { type Example, FigureRun, useSay } from "./speaking.tsx";

/** What a figure counts: money of a currency, a price, kilograms, another unit of weight, or a bare factor. */
export type Counted =
  | { readonly of: "money"; readonly currency?: string }
  | { readonly of: "price"; readonly currency?: string }
  | { readonly of: "weight"; readonly unit: string }
  | { readonly of: "factor" };

/** `exact` is decimal text; `places` the fewest decimals it is written with; `column` those of its column; `sign` adds a plus. */
type Props = {
  exact: string;
  counted: Counted;
  places?: number;
  column?: number;
  sign?: "negative" | "always";
  code?: boolean;
};

/**
 * One figure with its unit beside it. Must: say its unit on every line; carry the exact value for machines; stand with its
 * decimal mark under that of the line above, by blanks and never by invented zeros.
 */
export function Figure({ exact, counted, places = 0, column = 0, sign = "negative", code = false }: Props) {
  const say = useSay();
  const value = withPlaces(exact, places);
  const currency = "currency" in counted && counted.currency ? counted.currency : say.currency;
  const message =
    counted.of === "money" || counted.of === "price"
      ? `value.money${code ? "-code" : "-line"}${sign === "always" ? "-signed" : ""}`
      : "value.figure";
  const run = say.runs(message, { value, currency })[0];
  if (run?.type !== "figure") return null;
  const unit = counted.of === "weight" ? counted.unit : "";
  return (
    <span class="fig">
      <FigureRun run={{ ...run, parts: run.parts.filter((part) => part.type === "figure") }} />
      {alignment(value, Math.max(column, decimalsOf(value)))}{" "}
      <span class="u">{run.parts.find((part) => part.type === "unit")?.value ?? unit}</span>
    </span>
  );
}

export const examples: readonly Example[] = [
  { name: "money", draw: () => <Figure exact="-48578" counted={{ of: "money" }} /> },
  { name: "price", draw: () => <Figure exact="16043.64" counted={{ of: "price" }} /> },
  { name: "weight", draw: () => <Figure exact="412.5" column={2} counted={{ of: "weight", unit: "kg" }} /> },
  { name: "factor", draw: () => <Figure exact="92.99" counted={{ of: "factor" }} /> },
];
