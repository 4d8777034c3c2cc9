/** Entering persons, households and organisations in the register. All are facts: they say who there is. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { nextVersion, type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { agent as agentNeed, profileVersions } from "../needs.ts";
import { agent, agentForms, type profile } from "../records.ts";
import { type ProfileSaid, profileRow, profileSaid, words } from "./said.ts";

type Kept = { readonly kept: Row<typeof agent> | null; readonly profiles: readonly Row<typeof profile>[] };

const needs = (said: { readonly agent: string }) => ({
  kept: agentNeed(said.agent),
  profiles: profileVersions(said.agent),
});

/** A new agent, or nothing when the same was said before, or a question when the id already names somebody else. */
function registered(
  row: Row<typeof agent>,
  said: ProfileSaid,
  { kept, profiles }: Kept,
  today: string,
  questions: readonly Question[] = [],
): PartsOfFollows {
  // Somebody unknown may have been corrected before: that version is there, and the register's words come after it.
  const first = profileRow(row.agent, said, kept === null ? nextVersion(profiles) : 1, today);
  if (kept === null) return { records: [write(agent, row), first], questions };
  const before = profiles.find((one) => one.version === 1);
  const { from_day: _, ...content } = first.row;
  if (sameRow(kept, row) && before !== undefined && sameRow(before, content)) return {};
  return { questions: [question("agent.id-used", "manager", row.agent, { agent: row.agent, kind: row.kind })] };
}

const base = { version: 1, rules: 1, room: "people", power: "keep-register", needs } as const;

/** Enters a person. Name, identity number and telephone are sealed and may all be unsaid: nobody needs papers. */
export const registerPerson: ActDeclaration = fact({
  ...base,
  kind: "person.register",
  says: z.object({ agent: AgentId, ...profileSaid }),
  follows: (said, known, { today }) =>
    registered({ agent: said.agent, kind: "person", form: null }, said, known, today),
});

/** Enters a household: those who live and work together. Its members are tied to it by `tie.begin` of kind `household`. */
export const registerHousehold: ActDeclaration = fact({
  ...base,
  kind: "household.register",
  says: z.object({ agent: AgentId, ...profileSaid }),
  follows: (said, known, { today }) =>
    registered({ agent: said.agent, kind: "household", form: null }, said, known, today),
});

/** Enters an organisation of any form, with or without papers. A form we do not know is kept, and asked about. */
export const registerOrganisation: ActDeclaration = fact({
  ...base,
  kind: "organisation.register",
  says: z.object({
    agent: AgentId,
    name: words,
    form: z.string().check(z.maxLength(64)),
    community: z.optional(words),
    language: z.optional(z.string().check(z.maxLength(35))),
  }),
  follows: (said, known, { today }) => {
    const { name, form, ...rest } = said;
    const isKnown = agentForms.some((one) => one === form);
    const questions = isKnown ? [] : [question("organisation.form-unknown", "manager", said.agent, { form })];
    const row = { agent: said.agent, kind: "organisation", form };
    return registered(row, { ...rest, organisationName: name }, known, today, questions);
  },
});
