/** What settlement's acts say in common. */
import * as z from "zod/mini";
import { AgentId, AgreementId, DeliveryId, idSchema, StatementId } from "../../../kernel/ids.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";

/** The id of a settlement and of a payment. */
export const SettlementId = idSchema<"Settlement">();
export const PaymentId = idSchema<"Payment">();

/** How a statement is paid. */
export const paidIn = z.enum(["cash", "transfer"]);

/** A whole number of line grains as text, not negative. */
export const amountSaid = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,17})$/));

/** The id of a correction of a closed statement. */
export const CorrectionId = idSchema<"Correction">();

/** One drafted statement: the hand-overs it names for one producer, and corrections of statements that were closed before. */
export const statementSaid = z
  .strictObject({
    statement: StatementId,
    agent: AgentId,
    deliveries: z.array(DeliveryId).check(z.maxLength(2_000)),
    corrections: z.optional(z.array(CorrectionId).check(z.minLength(1), z.maxLength(500))),
  })
  .check(({ value, issues }) => {
    // Told in the words of before there were corrections, so that what was refused then is refused alike.
    const tooFew = { code: "too_small", origin: "array", minimum: 1, inclusive: true, path: ["deliveries"] } as const;
    if (value.deliveries.length === 0 && value.corrections === undefined)
      issues.push({ ...tooFew, path: [...tooFew.path], input: value.deliveries });
  });

/** A draft: what is settled, and how it will be paid. */
export const draftSaid = z.strictObject({
  settlement: SettlementId,
  season: AgreementId,
  title: textSchema(120),
  paidIn,
  place: z.optional(textSchema(80)),
  payDay: z.optional(daySchema),
  statements: z.array(statementSaid).check(z.minLength(1), z.maxLength(1_000)),
});

/** Only the settlement's id. */
export const settlementSaid = z.strictObject({ settlement: SettlementId });
