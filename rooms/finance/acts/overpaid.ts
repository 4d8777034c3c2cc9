/** What somebody was paid too much, as corrections of their statements find it. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { AgentId, AgreementId, idSchema } from "../../../kernel/ids.ts";
import { type Amount, amountText, grainIn } from "../../../kernel/money/index.ts";
import { refused } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { holdChange } from "../../people/needs.ts";
import { advanceOf } from "../needs.ts";
import { advance, overpaidMode } from "../records.ts";

/**
 * Keeps as an advance what a correction of closed statements left owed: money that was handed out ahead of what it is for. Said by no
 * person: only a settlement causes it, and its own entry makes the postings. Refused: `debt.only-by-settlement`, `debt.id-used`.
 */
export const keepOverpaid: ActDeclaration = decision({
  kind: "debt.overpaid",
  version: 1,
  rules: 1,
  room: "finance",
  power: "close-settlement",
  says: z.strictObject({
    advance: idSchema<"Advance">(),
    agent: AgentId,
    amount: z.string().check(z.regex(/^[1-9][0-9]{0,17}$/)),
    currency: currencySchema,
    day: daySchema,
    agreement: AgreementId,
    /** Number of the statement that found it. */
    number: textSchema(80),
  }),
  needs: (said) => ({ kept: advanceOf(said.advance) }),
  follows: (said, { kept }, { through, settings }) => {
    if (through.way !== "cause") return refuse(refused("debt.only-by-settlement", { debt: said.advance }).refusal);
    if (kept !== null) return refuse(refused("debt.id-used", { debt: said.advance }, "advance").refusal);
    const amount = BigInt(said.amount);
    const grain = grainIn(settings, said.currency);
    const written = grain === null ? said.amount : amountText(amount as Amount, grain);
    return {
      records: [
        write(advance, {
          ...{ advance: said.advance, agent: said.agent, amount, amount_said: written, currency: said.currency },
          ...{ given: said.day, mode: overpaidMode, place: null, agreement: said.agreement, receipt: said.number },
        }),
      ],
      tallies: [{ kind: "advance-owed", key: said.advance, change: amount }, holdChange(said.agent, 1n)],
    };
  },
});
