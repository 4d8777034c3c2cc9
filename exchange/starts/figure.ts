/** Figures as sheets have them, read in one manner for the whole file: never guessed cell by cell. */
import { decimal, decimalText } from "../../kernel/exact/index.ts";

/** The mark before the decimals. */
export type Mark = "," | ".";

/** What a figure stands among: currency signs and codes, spaces, a percent sign. */
const bare = (cell: string): string =>
  cell
    .replace(/[\s\u00a0\u202f'’]/g, "")
    .replace(/^(-?)(?:R\$|S\/\.?|Bs\.?|US\$|[$€Q₡]|[A-Z]{3})/iu, "$1")
    .replace(/(?:[$€%]|[A-Z]{3})$/iu, "");

/**
 * The mark a figure must have been written with; null when it has none, "either" when both readings make sense ("1.234"), and
 * "neither" when it is no figure in any manner.
 */
export function markOf(cell: string): Mark | "either" | "neither" | null {
  const text = bare(cell);
  if (/^[-+]?\d+$/.test(text)) return null;
  if (!/^[-+]?[\d.,]+$/.test(text)) return "neither";
  const fits = { ",": fitting(text, ","), ".": fitting(text, ".") };
  if (fits[","] && fits["."]) return "either";
  return fits[","] ? "," : fits["."] ? "." : "neither";
}

/** A figure when this is the decimal mark: groups of thousands are whole, or there are none. */
const shapes: Readonly<Record<Mark, RegExp>> = {
  ",": /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d*)(?:,\d+)?$/,
  ".": /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?$/,
};

const fitting = (text: string, mark: Mark): boolean => shapes[mark].test(text);

/** A figure as strict decimal text; null when it cannot be read. `workbook`: a strict decimal is read as it stands. */
export function figureIn(
  cell: string,
  { mark, workbook }: { readonly mark: Mark; readonly workbook: boolean },
): string | null {
  const own = workbook ? decimal(cell) : null;
  if (own !== null) return decimalText(own);
  const text = bare(cell);
  if (text === "" || !fitting(text, mark)) return null;
  const plain = text
    .replaceAll(mark === "," ? "." : ",", "")
    .replace(",", ".")
    .replace(/^\+/, "");
  const zeroless = plain.replace(/^(-?)0+(?=\d)/, "$1").replace(/^(-?)\./, "$10.");
  const value = decimal(zeroless);
  return value === null ? null : decimalText(value);
}
