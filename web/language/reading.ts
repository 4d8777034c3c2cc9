/** Reads figures the way people write them. */
import type { Notation } from "./notation.ts";

/**
 * A figure as typed, as exact decimal text; null when it is none or could be two. "61,5" and "61.5" are the same where nothing
 * else can be meant; "1.240" is a thousand where the book's country groups by points, and one and a bit where it does not. Blanks
 * and apostrophes between groups are overlooked.
 */
export function readFigure(typed: string, notation: Notation): string | null {
  const text = typed.replace(/[\s\u00a0\u2007\u2009\u202f']/g, "").replace(/\u2212/g, "-");
  if (!/^-?[\d.,]+$/.test(text) || !/\d/.test(text)) return null;
  const [sign, digits] = text.startsWith("-") ? ["-", text.slice(1)] : ["", text];
  const mark = decimalMarkOf(digits, notation);
  const [whole = "", fraction = "", ...more] = mark === null ? [digits] : digits.split(mark);
  if (more.length > 0) return null;
  const grouped = whole.split(mark === "," ? "." : mark === "." ? "," : /[.,]/);
  if (grouped.length > 1 && !areGroups(grouped)) return null;
  const plain = grouped.join("").replace(/^0+(?=\d)/, "");
  if (plain === "" || !/^\d*$/.test(fraction)) return null;
  const trimmed = fraction.replace(/0+$/, "");
  const exact = trimmed === "" ? plain : `${plain}.${trimmed}`;
  return sign === "-" && /[1-9]/.test(exact) ? `-${exact}` : exact;
}

/** Thousands: one to three digits, then threes. */
const areGroups = (parts: readonly string[]): boolean =>
  parts.every((part, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));

/** Which mark separates decimals here: of two kinds the last; of one kind the country's own, unless it could only be the other. */
function decimalMarkOf(digits: string, notation: Notation): "," | "." | null {
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  if (last < 0) return null;
  const mark = digits[last] as "," | ".";
  const other = mark === "," ? "." : ",";
  if (digits.includes(other)) return mark;
  const parts = digits.split(mark);
  if (parts.length > 2) return null; // 1.240.500 has no decimals.
  if (mark === notation.decimal) return mark;
  return areGroups(parts) ? null : mark;
}
