/** The right to be erased. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { openQuestions, settingsNow } from "../../book/needs.ts";
import {
  accountsOf,
  agent as agentNeed,
  erasureHold,
  erasuresOf,
  profileVersions,
  taxpayerVersions,
  tiesFrom,
} from "../needs.ts";
import { erasure } from "../records.ts";
import { digestsOf, holdsAgainst } from "../rules/erasing.ts";

/**
 * Erases a person's name, identity number, telephone, accounts, tax number and address: value and salt go, and what proves what was said stays (chain,
 * signatures, sums). A decision. Refused while something holds: `person.still-member`, `person.open-business`,
 * `person.open-question`, `person.held-by-tax` with the day on which it is free.
 */
export const erasePerson: ActDeclaration = decision({
  kind: "person.erase",
  version: 1,
  rules: 1,
  room: "people",
  power: "erase-person",
  says: z.strictObject({ agent: AgentId, reason: textSchema(200) }),
  needs: (said) => ({
    kept: agentNeed(said.agent),
    profiles: profileVersions(said.agent),
    accounts: accountsOf(said.agent),
    taxpayers: taxpayerVersions(said.agent),
    ties: tiesFrom(said.agent),
    erased: erasuresOf(said.agent),
    questions: openQuestions([said.agent]),
    openBusiness: erasureHold(said.agent),
    settings: settingsNow,
  }),
  follows: ({ agent, reason }, known, { today }) => {
    if (known.kept === null) return refuse(refused("agent.unknown", { agent }, "agent").refusal);
    if (known.kept.kind === "organisation") return refuse(refused("person.not-a-person", { agent }, "agent").refusal);
    const gone = new Set(known.erased.flatMap((one) => one.digests as readonly string[]));
    const digests = digestsOf(known.profiles, known.accounts, known.taxpayers).filter((digest) => !gone.has(digest));
    const last = known.erased.at(-1);
    if (last !== undefined && digests.length === 0)
      return refuse(refused("person.erased-already", { agent, day: last.on_day }, "agent").refusal);
    const holds = holdsAgainst({
      agent,
      today,
      profiles: known.profiles,
      ties: known.ties,
      openQuestions: known.questions.length,
      openBusiness: known.openBusiness,
      taxHoldDays: known.settings?.tax_hold_days ?? null,
    });
    if (holds.length > 0) return refuse(...holds);
    const row = { agent, ordinal: known.erased.length, digests, on_day: today, reason };
    return { records: [write(erasure, row)] };
  },
});
