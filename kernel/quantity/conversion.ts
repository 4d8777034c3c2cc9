/** From what a person said, "8 arrobas", to whole grains, exactly or by a named rounding. */
import { decimal, type Ratio, type RoundingMode, ratio, ratioText, wholeQuotient } from "../exact/index.ts";
import { done, type Result, refused } from "../refusal.ts";
import { type Grams, LARGEST_QUANTITY } from "./mass.ts";
import type { Millilitres, Pieces } from "./measure.ts";
import { factorOf, type Unit, type UnitKind } from "./unit.ts";

/**
 * A quantity in whole grains of its unit's kind. Without `mode` only an exact conversion is done; 592 lb is no whole
 * number of grams, so the caller's plan names how it rounds. Refusals:
 * - `quantity.unreadable`: not a strict decimal of zero or more
 * - `quantity.too-large`: beyond 10^15 grains
 * - `quantity.not-whole`: no whole number of grains, and no rounding was named; `exact` says what it is
 */
function wholeGrainsOf(text: string, unit: Unit, mode: RoundingMode | null): Result<bigint> {
  const said = decimal(text);
  if (said === null || said.numerator < 0n)
    return refused("quantity.unreadable", { quantity: text.slice(0, 40), unit: unit.code });
  const exact = inUnit(said, unit);
  if (exact.numerator > LARGEST_QUANTITY * exact.denominator)
    return refused("quantity.too-large", { quantity: text, unit: unit.code });
  if (exact.denominator === 1n) return done(exact.numerator);
  if (mode === null) return refused("quantity.not-whole", { quantity: text, unit: unit.code, exact: ratioText(exact) });
  return done(wholeQuotient(exact.numerator, exact.denominator, mode));
}

/** The exact number of grains in a number of units. */
export const inUnit = (count: Ratio, unit: Unit): Ratio => {
  const factor = factorOf(unit);
  return ratio(count.numerator * factor.numerator, count.denominator * factor.denominator);
};

/** The number of units that a number of grains is: 483150 g are 10.5033… quintals of 46 kg. */
export const countOf = (grains: bigint, unit: Unit): Ratio => {
  const factor = factorOf(unit);
  return ratio(grains * factor.denominator, factor.numerator);
};

/** Converts when the unit is of the kind, else refuses with `quantity.other-kind`. */
function ofKind(kind: UnitKind, text: string, unit: Unit, mode: RoundingMode | null): Result<bigint> {
  if (unit.kind !== kind)
    return refused("quantity.other-kind", {
      quantity: text.slice(0, 40),
      unit: unit.code,
      kind: unit.kind,
      wanted: kind,
    });
  return wholeGrainsOf(text, unit, mode);
}

/** "8" arrobas of 12.5 kg are 100 000 g. Exact, or by the named rounding; refusals as of `quantity.*`. */
export const toGrams = (text: string, unit: Unit, mode: RoundingMode | null = null): Result<Grams> =>
  ofKind("mass", text, unit, mode) as Result<Grams>;

/** Litres, gallons and the like in whole millilitres. */
export const toMillilitres = (text: string, unit: Unit, mode: RoundingMode | null = null): Result<Millilitres> =>
  ofKind("volume", text, unit, mode) as Result<Millilitres>;

/** Pieces, dozens and the like in whole pieces; a part of a piece is never rounded away. */
export const toPieces = (text: string, unit: Unit): Result<Pieces> =>
  ofKind("count", text, unit, null) as Result<Pieces>;
