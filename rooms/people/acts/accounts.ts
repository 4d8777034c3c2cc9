/** Where money goes to somebody: told by them, kept sealed, and put right from a day on. */
import * as z from "zod/mini";
import { type ActDeclaration, decision, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows, Refused } from "../../../kernel/act/follows.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { newest, nextVersion, write } from "../../../kernel/act/record.ts";
import { AgentId, idSchema } from "../../../kernel/ids.ts";
import { personal } from "../../../kernel/personal.ts";
import { question, refused } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { accountVersions, agent as agentNeed } from "../needs.ts";
import { agentAccount } from "../records.ts";
import { accountSchemes } from "../rules/accounts.ts";

/** The id of an account. */
export const AccountOfAgentId = idSchema<"AccountOfAgent">();
const base = { version: 1, rules: 1, room: "people", power: "pay" } as const;

/**
 * States where money goes to an agent, or puts it right from a day: the same `account` again. Of the book's own organisation it is an
 * account that pays. A decision: whoever enters it can mend it at once. Whether the number is one of a bank is for the form to look at,
 * here it is sealed. Codes: `money-account.agent-unknown`, `money-account.of-another`, `money-account.before-its-version`.
 */
export const stateAccount: ActDeclaration = decision({
  ...base,
  kind: "account.state",
  says: z.strictObject({
    account: AccountOfAgentId,
    agent: AgentId,
    scheme: z.enum(accountSchemes),
    /** The bank's code, or the name of the wallet. */
    institution: textSchema(35),
    branch: z.optional(textSchema(35)),
    number: personal("account-number"),
    /** Whoever the account belongs to, where that is another person. */
    holder: z.optional(personal("name")),
    currency: currencySchema,
    town: z.optional(textSchema(35)),
    since: daySchema,
  }),
  needs: ({ account, agent }) => ({ versions: accountVersions(account), agent: agentNeed(agent) }),
  follows: (said, { versions, agent }): PartsOfFollows | Refused => {
    if (agent === null) return refuse(refused("money-account.agent-unknown", { agent: said.agent }, "agent").refusal);
    const before = newest(versions);
    if (before !== null && before.agent !== said.agent)
      return refuse(refused("money-account.of-another", { account: said.account }, "account").refusal);
    if (before !== null && said.since < before.from_day)
      return refuse(
        refused("money-account.before-its-version", { since: said.since, from: before.from_day }, "since").refusal,
      );
    const { account, scheme, institution, number, currency } = said;
    const row = { account, agent: said.agent, scheme, institution, number, currency, state: "open", reason: null };
    const maybe = { branch: said.branch ?? null, holder: said.holder ?? null, town: said.town ?? null };
    const version = { version: nextVersion(versions), from_day: said.since };
    return { records: [write(agentAccount, { ...row, ...maybe, ...version })] };
  },
});

/**
 * An account is closed: its holder said so, or a bank did. A fact: money sent there comes back whatever the book knows. Closed before
 * in the same words, it changes nothing. Question: `money-account.unknown`.
 */
export const closeAccount: ActDeclaration = fact({
  ...base,
  kind: "account.close",
  says: z.strictObject({ account: AccountOfAgentId, on: daySchema, reason: textSchema(140) }),
  needs: ({ account }) => ({ versions: accountVersions(account) }),
  follows: ({ account, on, reason }, { versions }): PartsOfFollows => {
    const before = newest(versions);
    if (before === null) return { questions: [question("money-account.unknown", "treasurer", account, { account })] };
    if (before.state === "closed") return {};
    const from_day = [on, before.from_day].sort()[1] as string; // A version begins no earlier than the one before it.
    const row = { ...before, state: "closed", reason, version: nextVersion(versions), from_day };
    return { records: [write(agentAccount, row)] };
  },
});
