/** What a producer says against a hand-over. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { row } from "../../../kernel/act/need.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { DeliveryId, idSchema } from "../../../kernel/ids.ts";
import { question } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { gradeRole } from "../doubts.ts";
import { delivery } from "../needs.ts";
import { objection } from "../records.ts";

/** What one objects against at the scale. */
export const objectedAgainst = ["weight", "tare", "moisture", "grade", "price", "deduction", "other"] as const;

/**
 * An objection said at the scale or within its days ("received with objection"): it is kept and asks whoever answers for quality;
 * closings that concern the hand-over wait. A fact. Questions: `delivery.objection`, always; `objection.delivery-unknown`,
 * `objection.id-used`.
 */
export const objectDelivery: ActDeclaration = fact({
  kind: "delivery.object",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: z.object({
    objection: idSchema<"Objection">(),
    delivery: DeliveryId,
    against: z.enum(objectedAgainst),
    words: z.optional(textSchema(1_000)),
    on: daySchema,
  }),
  needs: (said) => ({ kept: row(objection, said.objection), found: delivery(said.delivery) }),
  follows: (said, { kept, found }) => {
    const entered: Row<typeof objection> = {
      objection: said.objection,
      delivery: said.delivery,
      against: said.against,
      words: said.words ?? null,
      on_day: said.on,
    };
    if (kept !== null) {
      if (sameRow(kept, entered)) return {};
      return { questions: [question("objection.id-used", "manager", said.delivery, { objection: said.objection })] };
    }
    const questions = [question("delivery.objection", gradeRole, said.delivery, { against: said.against })];
    if (found === null) questions.push(question("objection.delivery-unknown", "manager", said.delivery, {}));
    return { records: [write(objection, entered)], questions };
  },
});
