/** Fixing the price of a contract that was left open. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { row } from "../../../kernel/act/need.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { isGrain } from "../../../kernel/exact/index.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { priceFixing } from "../records/fixing.ts";

const FixingId = idSchema<"Fixing">();
const aboveZero = notNegativeSchema.check(z.refine(isGrain));

/**
 * Records a fixing as its letter says it. Plans whose price is to be fixed read all fixings of their contract; what was paid
 * provisionally is made up by a correction. A letter that was written down wrongly is said again `inPlaceOf` the first. A fact.
 * Questions: `fixing.id-used`, `fixing.replaced-unknown`.
 */
export const fixPrice: ActDeclaration = fact({
  kind: "price.fix",
  version: 1,
  rules: 1,
  room: "market",
  power: "record-price",
  says: z.strictObject({
    fixing: FixingId,
    contract: codeSchema,
    month: z.string().check(z.regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/)),
    lots: aboveZero,
    level: aboveZero,
    on: daySchema,
    by: textSchema(200),
    reference: z.optional(textSchema(200)),
    inPlaceOf: z.optional(FixingId),
  }),
  needs: (said) => ({ kept: row(priceFixing, said.fixing), replaced: row(priceFixing, said.inPlaceOf ?? said.fixing) }),
  follows: (said, { kept, replaced }) => {
    const fixing: Row<typeof priceFixing> = {
      ...{ fixing: said.fixing, contract: said.contract, month: said.month, lots: said.lots, level: said.level },
      ...{ on_day: said.on, fixed_by: said.by, reference: said.reference ?? null, in_place_of: said.inPlaceOf ?? null },
    };
    const about = `contract:${said.contract}`;
    if (kept !== null) {
      if (sameRow(kept, fixing)) return {};
      return { questions: [question("fixing.id-used", "treasurer", about, { contract: said.contract })] };
    }
    const questions: Question[] = [];
    if (said.inPlaceOf !== undefined && replaced?.contract !== said.contract)
      questions.push(question("fixing.replaced-unknown", "treasurer", about, { contract: said.contract }));
    return { records: [write(priceFixing, fixing)], questions };
  },
});
