/** Units of measure: each is an exact number of the grain of its kind. */
import * as z from "zod/mini";
import { type Ratio, ratioFromText } from "../exact/index.ts";
import { assert } from "../refusal.ts";
import { codeSchema, notNegativeSchema } from "../schema.ts";

/** What a unit measures, and the grain in which we keep it: grams, millilitres, pieces, square metres. */
export const unitKinds = { mass: "g", volume: "ml", count: "piece", area: "m2" } as const;
export type UnitKind = keyof typeof unitKinds;

/**
 * A unit. `factor` is how many grains of its kind it is, as exact text ("453.59237", "1/3").
 * `ucum` and `rec20` are its names in UCUM and in UN/ECE Recommendation 20, for files.
 */
export type Unit = {
  readonly code: string;
  readonly kind: UnitKind;
  readonly factor: string;
  readonly ucum?: string;
  readonly rec20?: string;
};

/**
 * Units that mean the same everywhere. What is called quintal, arroba, carga or libra differs by country and crop and is
 * the organisation's own sheet (local.ts). Sources: SI; the pound of 1959, 0.45359237 kg exactly; US gallon, 231 in³.
 */
export const standardUnits: readonly Unit[] = [
  { code: "g", kind: "mass", factor: "1", ucum: "g", rec20: "GRM" },
  { code: "kg", kind: "mass", factor: "1000", ucum: "kg", rec20: "KGM" },
  { code: "t", kind: "mass", factor: "1000000", ucum: "t", rec20: "TNE" },
  { code: "lb", kind: "mass", factor: "453.59237", ucum: "[lb_av]", rec20: "LBR" },
  { code: "oz", kind: "mass", factor: "28.349523125", ucum: "[oz_av]", rec20: "ONZ" },
  { code: "ml", kind: "volume", factor: "1", ucum: "mL", rec20: "MLT" },
  { code: "l", kind: "volume", factor: "1000", ucum: "L", rec20: "LTR" },
  { code: "gal-us", kind: "volume", factor: "3785.411784", ucum: "[gal_us]", rec20: "GLL" },
  { code: "piece", kind: "count", factor: "1", ucum: "{piece}", rec20: "H87" },
  { code: "dozen", kind: "count", factor: "12", rec20: "DZN" },
  { code: "m2", kind: "area", factor: "1", ucum: "m2", rec20: "MTK" },
  { code: "ha", kind: "area", factor: "10000", ucum: "har", rec20: "HAR" },
];

const byCode = new Map(standardUnits.map((unit) => [unit.code, unit]));

/** The standard unit of a code, or null. */
export const standardUnit = (code: string): Unit | null => byCode.get(code) ?? null;

const factors = new Map<string, Ratio>();
/** A book has some dozens of units; the bound keeps a hostile file from filling memory. */
const MOST_KEPT_FACTORS = 512;

/** The factor as a number, read once. Sheets check it when published, so a bad one here is our mistake. */
export function factorOf(unit: Pick<Unit, "code" | "factor">): Ratio {
  const kept = factors.get(unit.factor);
  if (kept) return kept;
  const factor = ratioFromText(unit.factor);
  assert(factor !== null && factor.numerator > 0n, `unit ${unit.code} has a factor above zero`);
  if (factors.size < MOST_KEPT_FACTORS) factors.set(unit.factor, factor);
  return factor;
}

/** A quantity as a person said it: "8" of "arroba". The unit is looked up on the day it was said. */
export const measuredSchema = z.object({ quantity: notNegativeSchema, unit: codeSchema });
export type Measured = z.infer<typeof measuredSchema>;
