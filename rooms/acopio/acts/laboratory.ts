/** What a laboratory found of a producer's goods over a time. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { row } from "../../../kernel/act/need.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { isGrain } from "../../../kernel/exact/index.ts";
import { AgentId, idSchema } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { agent } from "../../people/needs.ts";
import { gradeRole } from "../doubts.ts";
import { laboratoryResult } from "../records/laboratory.ts";

const ResultId = idSchema<"LaboratoryResult">();

/**
 * Records a laboratory's result about what a producer brings: a count of bacteria of the tank, and not a reading of one hand-over. Price
 * plans take means of them over months. A result that was written down wrongly is said again `inPlaceOf` the first. A fact. Questions:
 * `laboratory.id-used`, `laboratory.producer-unknown`, `laboratory.replaced-unknown`.
 */
export const recordLaboratoryResult: ActDeclaration = fact({
  kind: "laboratory.result",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "grade",
  says: z.strictObject({
    result: ResultId,
    agent: AgentId,
    product: codeSchema,
    measure: codeSchema,
    /** Above zero: of nothing found, a laboratory writes the limit of its method. */
    value: notNegativeSchema.check(z.refine(isGrain)),
    on: daySchema,
    laboratory: z.optional(textSchema(200)),
    method: z.optional(textSchema(200)),
    inPlaceOf: z.optional(ResultId),
  }),
  needs: (said) => ({
    kept: row(laboratoryResult, said.result),
    who: agent(said.agent),
    replaced: row(laboratoryResult, said.inPlaceOf ?? said.result),
  }),
  follows: (said, { kept, who, replaced }) => {
    const result: Row<typeof laboratoryResult> = {
      ...{ result: said.result, agent: said.agent, product: said.product, measure: said.measure, value: said.value },
      ...{ on_day: said.on, laboratory: said.laboratory ?? null, method: said.method ?? null },
      in_place_of: said.inPlaceOf ?? null,
    };
    const about = said.agent;
    if (kept !== null) {
      if (sameRow(kept, result)) return {};
      return { questions: [question("laboratory.id-used", gradeRole, about, { measure: said.measure })] };
    }
    const questions: Question[] = [];
    if (who === null)
      questions.push(question("laboratory.producer-unknown", gradeRole, about, { measure: said.measure }));
    const isOther = replaced === null || replaced.agent !== said.agent || replaced.measure !== said.measure;
    if (said.inPlaceOf !== undefined && isOther)
      questions.push(question("laboratory.replaced-unknown", gradeRole, about, { measure: said.measure }));
    return { records: [write(laboratoryResult, result)], questions };
  },
});
