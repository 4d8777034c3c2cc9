import { remark } from "../outcome.ts";
import { type Reading, read } from "./reading.ts";

const PROCESSING: ReadonlyMap<string, string> = new Map([
  ["washed / wet", "washed"],
  ["natural / dry", "natural"],
  ["semi-washed / semi-pulped", "semi-washed"],
  ["pulped natural / honey", "honey"],
  ["other", "other"],
]);

/** The way the cherry was processed, as a code; null when the cell is empty or says something else. */
export function processingIn(field: string, cell: string): Reading<string> {
  if (cell === "") return read<string>(null);
  const code = PROCESSING.get(cell.toLowerCase());
  return code === undefined ? read<string>(null, remark("import.processing-unknown", field, cell)) : read(code);
}

/** A word as a code: "Mundo Novo" → "mundo-novo"; null when the cell is empty or says that there is none. */
export function wordIn(cell: string): string | null {
  const code = cell
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return code === "" || code === "none" || code === "na" || code === "n-a" ? null : code;
}

/** Free text kept as it is; null when empty or one of the words for nothing. */
export const textIn = (cell: string): string | null =>
  /^(?:|-|n\/a|na|none|unkown|unknown|test|mmm)$/i.test(cell) ? null : cell.replace(/\s+/g, " ");
