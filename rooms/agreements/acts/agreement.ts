/** Keeping what parties agreed among themselves, spoken or signed. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { each } from "../../../kernel/act/need.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { AgentId, AgreementId } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { agent } from "../../people/needs.ts";
import { agreementVersions } from "../needs.ts";
import { agreement, seasonPolicyKind } from "../records.ts";

/** Somebody who agreed, and as what: "producer", "buyer", "witness". */
const party = z.strictObject({ agent: AgentId, role: codeSchema });
export type AgreementParty = z.infer<typeof party>;

/** A clause: its kind, what was agreed in words, or a figure with its unit. */
const clause = z.strictObject({
  clause: codeSchema,
  words: z.optional(textSchema(2_000)),
  value: z.optional(z.string().check(z.maxLength(64))),
  unit: z.optional(z.string().check(z.maxLength(64))),
});

/**
 * Records an agreement as it was made: a spoken word before witnesses counts as a signed paper does. A fact: what is doubted is
 * asked. Questions: `agreement.id-used` (the same id was said of something else: the first stays), `agreement.party-unknown`.
 */
export const recordAgreement: ActDeclaration = fact({
  kind: "agreement.record",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "keep-register",
  says: z.object({
    agreement: AgreementId,
    // A season's policy is a decision of its own; said as a fact it would go round the check of its plan.
    kind: codeSchema.check(z.refine((kind) => kind !== seasonPolicyKind)),
    parties: z.array(party).check(z.minLength(1), z.maxLength(50)),
    clauses: z._default(z.array(clause).check(z.maxLength(100)), []),
    made: z.enum(["spoken", "signed", "message"]),
    on: daySchema,
    until: z.optional(daySchema),
    season: z.optional(codeSchema),
    product: z.optional(codeSchema),
  }),
  needs: (said) => ({
    versions: agreementVersions(said.agreement),
    parties: each(said.parties.map((one) => agent(one.agent))),
  }),
  follows: (said, known) => {
    const row: Row<typeof agreement> = {
      agreement: said.agreement,
      kind: said.kind,
      parties: said.parties,
      body: { made: said.made, until: said.until ?? null, clauses: said.clauses },
      season: said.season ?? null,
      product: said.product ?? null,
      version: 1,
      from_day: said.on,
    };
    const [kept] = known.versions;
    if (kept !== undefined) {
      if (sameRow(kept, row)) return {};
      return { questions: [question("agreement.id-used", "manager", said.agreement, { kind: said.kind })] };
    }
    const questions: Question[] = [];
    for (const [at, one] of said.parties.entries())
      if (known.parties[at] === null)
        questions.push(question("agreement.party-unknown", "manager", said.agreement, { agent: one.agent }));
    return { records: [write(agreement, row)], questions };
  },
});
