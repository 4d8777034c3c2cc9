/**
 * Units an organisation defines for itself: a quintal is 46 kg of green coffee in Peru, 45.359237 kg elsewhere and 100 kg
 * in a third place; an arroba 11.5, 12.5 or 15 kg. They are dated data with a source, never part of the program.
 */
import * as z from "zod/mini";
import { ratioFromText } from "../exact/index.ts";
import { codeSchema, daySchema, textSchema } from "../schema.ts";
import { type Day, inForce } from "../time/index.ts";
import { standardUnit, type Unit, type UnitKind, unitKinds } from "./unit.ts";

const isFactor = (text: string): boolean => {
  const factor = ratioFromText(text);
  return factor !== null && factor.numerator > 0n;
};

const kinds = Object.keys(unitKinds) as [UnitKind, ...UnitKind[]];

/** One line of the organisation's sheet of units. `product` and `country` null: for all of them. */
export const localUnitSchema = z
  .object({
    code: codeSchema.check(z.refine((code) => standardUnit(code) === null)),
    kind: z.enum(kinds),
    /** Grains of the kind in one unit, as exact text: a quintal of 46 kg is "46000". */
    factor: z.string().check(z.maxLength(100), z.refine(isFactor)),
    product: z.nullable(codeSchema),
    country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
    /** Who says so: a contract, an assembly's minute, a price sheet. */
    source: textSchema(200),
    from: daySchema,
    until: z.nullable(daySchema),
  })
  .check(z.refine(({ from, until }) => until === null || from <= until));
export type LocalUnit = z.infer<typeof localUnitSchema>;

/**
 * What a unit's code means for a product on a day: a standard unit, else the organisation's own. Its line for the product
 * comes before its line for all products, and the one with the later first day before an earlier one; of two that start on
 * the same day the later in the sheet. Null when nobody has said what the word means: a question, never a guess.
 */
export function unitInForce(units: readonly LocalUnit[], code: string, product: string | null, on: Day): Unit | null {
  const standard = standardUnit(code);
  if (standard !== null) return standard;
  let chosen: LocalUnit | null = null;
  for (const unit of units) {
    if (unit.code !== code || !inForce(unit, on)) continue;
    if (unit.product !== null && unit.product !== product) continue;
    if (chosen === null || !comesBefore(chosen, unit)) chosen = unit;
  }
  return chosen;
}

/** Whether the chosen line stands against a later one of the sheet. */
function comesBefore(chosen: LocalUnit, other: LocalUnit): boolean {
  const [own, its] = [chosen.product !== null, other.product !== null];
  return own === its ? chosen.from > other.from : own;
}
