/** Putting right what the register says of somebody. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { newest, nextVersion } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { agent as agentNeed, erasuresOf, profileVersions } from "../needs.ts";
import { profileRow, profileSaid } from "./said.ts";

/**
 * Says the whole profile anew; the versions before stay. `corrects` is the version that was on the screen: when somebody else
 * changed it since, both stand and the manager is asked, so nothing is overwritten in silence. A fact.
 */
export const correctProfile: ActDeclaration = fact({
  kind: "profile.correct",
  version: 1,
  rules: 1,
  room: "people",
  power: "keep-register",
  says: z.object({ agent: AgentId, corrects: z.optional(z.int()), ...profileSaid }),
  needs: (said) => ({
    kept: agentNeed(said.agent),
    profiles: profileVersions(said.agent),
    erased: erasuresOf(said.agent),
  }),
  follows: (said, known, { today }) => {
    const questions: Question[] = [];
    const version = newest(known.profiles)?.version ?? 0;
    if (known.kept === null) questions.push(question("agent.unknown", "manager", said.agent, { agent: said.agent }));
    const erased = known.erased.at(-1);
    if (erased !== undefined) questions.push(question("person.erased", "manager", said.agent, { day: erased.on_day }));
    if (said.corrects !== undefined && said.corrects !== version)
      questions.push(question("profile.changed-since", "manager", said.agent, { corrects: said.corrects, version }));
    return { records: [profileRow(said.agent, said, nextVersion(known.profiles), today)], questions };
  },
});
