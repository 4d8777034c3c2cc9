/** Saying what a unit's word means here. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { ratioFromText } from "../../../kernel/exact/index.ts";
import { standardUnit, type UnitKind, unitKinds } from "../../../kernel/quantity/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { everyProduct, localUnit } from "../records.ts";
import { backdated } from "./sheets.ts";

const kinds = Object.keys(unitKinds) as [UnitKind, ...UnitKind[]];

/**
 * Defines a unit of the organisation, for one product or for all, from a day: "a quintal of parchment is 55200 g". A decision.
 * Codes: `unit.is-standard` (a kilogram is not ours to define), `unit.factor-not-positive`, `unit.ends-before-it-begins`,
 * `unit.from-the-past`.
 */
export const defineUnit: ActDeclaration = decision({
  kind: "unit.define",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "settings",
  says: z.strictObject({
    unit: codeSchema,
    product: z.optional(codeSchema),
    kind: z.enum(kinds),
    /** Grains (grams, millilitres, pieces, square metres) in one unit: "46000", "1/3". */
    factor: z.string().check(z.maxLength(100)),
    source: textSchema(200),
    from: daySchema,
    until: z.optional(daySchema),
    reason: z.optional(textSchema(400)),
  }),
  needs: (said) => ({ versions: rows(localUnit, "key", [said.unit, said.product ?? everyProduct]) }),
  follows: (said, { versions }, { today }) => {
    const wrong: Refusal[] = [...backdated("unit", said.from, today, said.reason)];
    const factor = ratioFromText(said.factor);
    if (standardUnit(said.unit) !== null) wrong.push(refused("unit.is-standard", { unit: said.unit }, "unit").refusal);
    if (factor === null || factor.numerator <= 0n)
      wrong.push(refused("unit.factor-not-positive", { factor: said.factor }, "factor").refusal);
    if (said.until !== undefined && said.until < said.from)
      wrong.push(refused("unit.ends-before-it-begins", { from: said.from, until: said.until }, "until").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row: Row<typeof localUnit> = {
      unit: said.unit,
      product: said.product ?? everyProduct,
      kind: said.kind,
      factor: said.factor,
      source: said.source,
      until: said.until ?? null,
      version: nextVersion(versions),
      from_day: said.from,
    };
    return { records: [write(localUnit, row)] };
  },
});
