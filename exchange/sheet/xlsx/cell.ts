/** What one cell of a workbook says, as text. */
import { hundredfold, numberText } from "./number-text.ts";
import { serialText } from "./serial-day.ts";
import type { Meaning } from "./styles.ts";

/** What cells are read against. */
export type CellContext = {
  readonly texts: readonly string[];
  readonly meanings: readonly Meaning[];
  readonly from1904: boolean;
};

/** A cell as it stands in the file: its type and style, what it holds (of a formula: the value last reckoned), inline text. */
export type RawCell = {
  readonly type: string;
  readonly style: string;
  readonly value: string;
  readonly inline: string;
};

/** The text of a cell. A formula that was never reckoned is blank; a fault of the sheet stands as it is shown ("#N/A"). */
export function cellOf(cell: RawCell, context: CellContext): string {
  switch (cell.type) {
    case "s":
      return context.texts[Number.parseInt(cell.value, 10)] ?? "";
    case "inlineStr":
      return cellText(cell.inline);
    case "str":
    case "e":
      return cellText(cell.value);
    case "b":
      return cell.value.trim() === "1" ? "true" : "false";
    case "d":
      return cell.value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, "");
    default:
      return ofNumber(cell, context);
  }
}

function ofNumber({ value, style }: RawCell, { meanings, from1904 }: CellContext): string {
  if (value === "") return "";
  const exact = numberText(value);
  if (exact === null) return value.trim();
  const meaning = meanings[Number.parseInt(style, 10)] ?? "number";
  if (meaning === "percent") return `${hundredfold(exact)}%`;
  // A time needs more digits than are shown: half a minute is 0.000347222222222222.
  return (meaning === "day" ? serialText(exact, from1904) : null) ?? exact;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Text of a cell without the escapes of characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19), trimmed. */
export const cellText = (text: string): string =>
  (text.includes("_x")
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  ).trim();
