/** That somebody died: what is owed to them is their heirs'. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { question } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { agent as agentNeed, deathOf } from "../needs.ts";
import { agentDeath } from "../records.ts";

/**
 * Somebody died. A fact. From then on no money goes to an account of theirs, only to one told since that names who holds it. Their
 * membership ends by `tie.end`. Told again with another day, the first stands and the manager is asked. Questions: `person.unknown-died`,
 * `person.died-otherwise`.
 */
export const personDied: ActDeclaration = fact({
  kind: "person.died",
  version: 1,
  rules: 1,
  room: "people",
  power: "keep-register",
  says: z.strictObject({ agent: AgentId, on: daySchema }),
  needs: ({ agent }) => ({ kept: agentNeed(agent), death: deathOf(agent) }),
  follows: ({ agent, on }, { kept, death }, { today }): PartsOfFollows => {
    if (death !== null && death.on_day === on) return {};
    if (death !== null)
      return { questions: [question("person.died-otherwise", "manager", agent, { kept: death.on_day, said: on })] };
    return {
      records: [write(agentDeath, { agent, on_day: on, said_on: today })],
      questions: kept === null ? [question("person.unknown-died", "manager", agent, { agent })] : [],
    };
  },
});
