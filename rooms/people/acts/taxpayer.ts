/** What an authority wants to know of somebody: kept apart from the register, for it is asked for by documents only. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { personal } from "../../../kernel/personal.ts";
import { question } from "../../../kernel/refusal.ts";
import { agent as agentNeed, taxpayerVersions } from "../needs.ts";
import { taxpayer } from "../records.ts";

/**
 * States an agent's tax number and address, all of both anew: what is unsaid is not there. Both are sealed. Nobody needs a tax number;
 * who has none is documented by the buyer. A fact. Question: `agent.unknown`.
 */
export const stateTaxpayer: ActDeclaration = fact({
  kind: "taxpayer.state",
  version: 1,
  rules: 1,
  room: "people",
  power: "keep-register",
  says: z.strictObject({
    agent: AgentId,
    taxNumber: z.optional(personal("identity-number")),
    address: z.optional(personal("address")),
  }),
  needs: ({ agent }) => ({ versions: taxpayerVersions(agent), kept: agentNeed(agent) }),
  follows: ({ agent, taxNumber, address }, { versions, kept }, { today }) => ({
    records: [
      write(taxpayer, {
        agent,
        tax_number: taxNumber ?? null,
        address: address ?? null,
        version: nextVersion(versions),
        from_day: today,
      }),
    ],
    questions: kept === null ? [question("agent.unknown", "manager", agent, { agent })] : [],
  }),
});
