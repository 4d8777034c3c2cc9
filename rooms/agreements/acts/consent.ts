/** What a producer lets be deducted for somebody else. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { agent } from "../../people/needs.ts";
import { consentVersions } from "../needs/terms.ts";
import { deductionConsent } from "../records/terms.ts";

/**
 * Records that a producer consents to a deduction for somebody else from a day on, or no longer does (`given` false). A deduction that
 * asks for consent takes nothing without one that holds on the day of the statement. A fact. Questions: `consent.producer-unknown`,
 * `consent.days-turned`.
 */
export const recordConsent: ActDeclaration = fact({
  kind: "deduction.consent",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "keep-register",
  says: z.strictObject({
    agent: AgentId,
    /** The code of the deduction in the season's list. */
    deduction: codeSchema,
    given: z.boolean(),
    from: daySchema,
    until: z.optional(daySchema),
    /** For whom it is taken. */
    creditor: z.optional(textSchema(200)),
    made: z.enum(["signed", "spoken", "message"]),
  }),
  needs: (said) => ({ versions: consentVersions(said.agent, said.deduction), who: agent(said.agent) }),
  follows: (said, { versions, who }) => {
    const questions: Question[] = [];
    const { deduction, from, until } = said;
    if (who === null) questions.push(question("consent.producer-unknown", "manager", said.agent, { deduction }));
    if (until !== undefined && until < from)
      questions.push(question("consent.days-turned", "manager", said.agent, { deduction, from, until }));
    const row: Row<typeof deductionConsent> = {
      ...{ agent: said.agent, deduction, given: said.given, until: until ?? null, creditor: said.creditor ?? null },
      made: said.made,
      version: nextVersion(versions),
      from_day: from,
    };
    return { records: [write(deductionConsent, row)], questions };
  },
});
