/** Readings that come after the hand-over. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { always, andThen, row, together } from "../../../kernel/act/need.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { DeliveryId, idSchema } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { gradeRole, readingDoubts } from "../doubts.ts";
import { delivery, settlementOf } from "../needs.ts";
import { sampleResult } from "../records.ts";
import { measurement } from "../said.ts";
import { termsOn } from "../terms.ts";

/**
 * Results of a hand-over's sample that came later: a laboratory, a cupping. They stand in place of earlier readings of the same
 * measures; the earlier ones stay visible. A fact. Questions: `sample-result.delivery-unknown`, `sample-result.id-used`,
 * `sample-result.after-settlement` (the statement stays; a difference is a line of the next), and those of readings
 * (`delivery.measure-implausible`, `.measure-not-in-scheme`, `.unit-unknown`, `.unit-other`).
 */
export const gradeDelivery: ActDeclaration = fact({
  kind: "delivery.grade",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "grade",
  says: z.object({
    sampleResult: idSchema<"SampleResult">(),
    delivery: DeliveryId,
    measurements: z.array(measurement).check(z.minLength(1), z.maxLength(100)),
    on: daySchema,
    laboratory: z.optional(textSchema(200)),
  }),
  needs: (said) => ({
    kept: row(sampleResult, said.sampleResult),
    settled: settlementOf(said.delivery),
    graded: andThen(delivery(said.delivery), (found) =>
      found === null
        ? always(null)
        : together({ found: always(found), terms: termsOn(found.product, found.happened, said.measurements) }),
    ),
  }),
  follows: (said, { kept, settled, graded }) => {
    const result: Row<typeof sampleResult> = {
      sample_result: said.sampleResult,
      delivery: said.delivery,
      measurements: said.measurements,
      on_day: said.on,
      laboratory: said.laboratory ?? null,
    };
    const about = said.delivery;
    if (kept !== null) {
      if (sameRow(kept, result)) return {};
      return { questions: [question("sample-result.id-used", gradeRole, about, { result: said.sampleResult })] };
    }
    const questions: Question[] = graded === null ? [] : [...readingDoubts(said.measurements, graded.terms, about)];
    if (graded === null) questions.push(question("sample-result.delivery-unknown", gradeRole, about, {}));
    if (settled !== null) questions.push(question("sample-result.after-settlement", "manager", about, {}));
    return { records: [write(sampleResult, result)], questions };
  },
});
