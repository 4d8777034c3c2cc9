/** Digits that a spreadsheet program keeps of a number and shows (IEEE 754 binary64 as ECMA-376 programs use it). */
const mostDigits = 15;
/** Beyond these powers of ten nothing in a sheet is a quantity. */
const furthest = 300;

const WRITTEN = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,4}))?$/;

/**
 * The number of a workbook's cell as exact text. Files keep what the machine's arithmetic made of it ("48.350000000000001",
 * "0.30000000000000004", "1.2E-3"); spreadsheet programs show fifteen digits of that, and so does this: "48.35", "0.3", "0.0012".
 * Null: no number.
 */
export function numberText(raw: string): string | null {
  const match = WRITTEN.exec(raw.trim());
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const exponent = Number.parseInt(power, 10) - fraction.length;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "" || exponent > furthest || exponent < -furthest - digits.length) return "0";
  const rounded = shortened(digits, exponent);
  const text = placed(rounded.digits, rounded.exponent);
  return sign === "-" && text !== "0" ? `-${text}` : text;
}

/** At most fifteen digits, the last one rounded half up. */
function shortened(digits: string, exponent: number): { readonly digits: string; readonly exponent: number } {
  const surplus = digits.length - mostDigits;
  if (surplus <= 0) return { digits, exponent };
  const kept = BigInt(digits.slice(0, mostDigits)) + ((digits[mostDigits] ?? "0") >= "5" ? 1n : 0n);
  return { digits: kept.toString(), exponent: exponent + surplus };
}

/** Digits times a power of ten, written out, without zeros that say nothing. */
function placed(digits: string, exponent: number): string {
  if (exponent >= 0) return digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  const whole = padded.slice(0, exponent);
  const fraction = padded.slice(exponent).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** The same number a hundred times as large: a share as percent. */
export function hundredfold(exact: string): string {
  const negative = exact.startsWith("-");
  const [whole = "", fraction = ""] = (negative ? exact.slice(1) : exact).split(".");
  const text = placed(`${whole}${fraction}`.replace(/^0+(?=\d)/, ""), 2 - fraction.length);
  return negative && text !== "0" ? `-${text}` : text;
}
