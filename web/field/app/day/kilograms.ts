/** Kilograms as typed at the scale. */
import { gramsFromKilograms } from "../../../../kernel/quantity/index.ts";
import type { Notation } from "../../../language/notation.ts";
import { readFigure } from "../../../language/reading.ts";

export { kilogramsOf } from "../../../../kernel/quantity/index.ts";

/** Kilograms as typed, in whole grams: "19,98" is 19980. A scale may show less than nothing. Null when it is no weight. */
export function gramsTyped(typed: string, notation: Notation): bigint | null {
  const exact = readFigure(typed, notation);
  if (exact === null) return null;
  const size = gramsFromKilograms(exact.replace("-", ""));
  return size === null ? null : exact.startsWith("-") ? -size : size;
}
