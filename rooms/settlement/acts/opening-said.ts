/** What is said of how a member stood with the organisation before the book. */
import * as z from "zod/mini";
import { AgentId, idSchema, StatementId } from "../../../kernel/ids.ts";
import { currencySchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";

/** Amounts are decimal text of `currency`, never below zero; what is zero or unsaid is not there. */
export const openMemberSaid = z.strictObject({
  agent: AgentId,
  /** The day of these balances: the last day of the old notebook. */
  on: daySchema,
  currency: currencySchema,
  shares: z.optional(notNegativeSchema),
  savings: z.optional(notNegativeSchema),
  /** Money handed out ahead of delivery: what is still owed of each, and when it was given. */
  advances: z.optional(
    z
      .array(z.strictObject({ advance: idSchema<"Advance">(), owed: notNegativeSchema, given: daySchema }))
      .check(z.maxLength(50)),
  ),
  /** Credits: principal still owed, interest owed to the day, percent per month from then on. */
  credits: z.optional(
    z
      .array(
        z.strictObject({
          credit: idSchema<"Credit">(),
          principal: notNegativeSchema,
          interest: z.optional(notNegativeSchema),
          ratePerMonth: notNegativeSchema,
          start: daySchema,
          due: daySchema,
          purpose: z.optional(textSchema(200)),
        }),
      )
      .check(z.maxLength(50)),
  ),
  /** What the organisation owes the member for deliveries settled and not paid. `paper`: the number of the old paper. */
  owed: z.optional(
    z.strictObject({ statement: StatementId, amount: notNegativeSchema, paper: z.optional(textSchema(40)) }),
  ),
});
export type OpenMemberSaid = z.infer<typeof openMemberSaid>;
