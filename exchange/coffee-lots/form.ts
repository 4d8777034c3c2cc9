import type { Result } from "../../kernel/refusal.ts";
import { headingKey, missingColumns } from "../columns.ts";
import { cupColumns } from "./cup.ts";
import type { FileForm, Species } from "./draft.ts";

const NEEDED = [
  "Species",
  "Owner",
  "Country of Origin",
  "Farm Name",
  "Mill",
  "Altitude",
  "Region",
  "Producer",
  "Number of Bags",
  "Bag Weight",
  "Harvest Year",
  "Grading Date",
  "Moisture",
  "Category One Defects",
  "Quakers",
  "Category Two Defects",
];

/**
 * Tells which of the two forms a sheet has, whatever the spelling of its headings: only the cleaned files have a column for
 * the altitude's unit. Refused with `import.columns-missing` when it is no sheet of coffee lots.
 */
export function formOf(columns: readonly string[]): Result<FileForm> {
  const forms: readonly Species[] = ["arabica", "robusta"];
  const cup = forms
    .map((species) => missingColumns(columns, cupColumns(species)))
    .reduce((a, b) => (b.length < a.length ? b : a));
  const missing = [...missingColumns(columns, NEEDED), ...cup];
  if (missing.length > 0)
    return { ok: false, refusal: { code: "import.columns-missing", facts: { columns: missing.join(", ") } } };
  return { ok: true, value: columns.map(headingKey).includes("unitofmeasurement") ? "cleaned" : "raw" };
}
