/** Names of accounts in a plain-text journal: a root of the short chart, its account, and the subsidiary keys as sub-accounts. */
import { type Account, chart, isAccount } from "../../kernel/ledger/chart.ts";
import type { Posting } from "../../kernel/ledger/entry.ts";

/** How people are named: by member number where one is known. Never by their name: a journal leaves the house. */
export type NameOf = (agent: string) => string | null;

/** The keys of a posting that make its account. */
export type AccountKeys = Pick<Posting, "account" | "agent" | "lot" | "place" | "owner" | "agreement">;

/** The letters hledger types its accounts by, for each root of our chart. */
const types = { assets: "A", liabilities: "L", equity: "E", revenues: "R", expenses: "X" } as const;

/** Every account of the chart with its type: "assets:stock" is "A". */
export const chartAccounts = (): readonly { readonly name: string; readonly type: string }[] =>
  Object.entries(chart).map(([account, root]) => ({ name: `${root}:${account}`, type: types[root] }));

/**
 * The account of a posting: "assets:stock:at El Mirador:owned by 031", "liabilities:owed-to-producers:of 031". Different keys
 * have different names: an id that no number stands for is written whole, and what would break a name is written in percent.
 */
export function accountOf(keys: AccountKeys, nameOf: NameOf): string {
  const root = isAccount(keys.account) ? chart[keys.account as Account] : "equity:not in the chart";
  const parts = [`${root}:${keys.account}`];
  if (keys.place !== null) parts.push(`at ${safe(keys.place)}`);
  if (keys.agent !== null) parts.push(`of ${named(keys.agent, nameOf)}`);
  if (keys.owner !== null) parts.push(`owned by ${named(keys.owner, nameOf)}`);
  if (keys.agreement !== null) parts.push(`under ${keys.agreement}`);
  if (keys.lot !== null) parts.push(`lot ${keys.lot}`);
  return parts.join(":");
}

const named = (agent: string, nameOf: NameOf): string => {
  const name = nameOf(agent);
  return name === null ? agent : safe(name);
};

/** Letters, digits and a few marks stand as they are; everything else, and a space that is not single, in percent. */
const safe = (text: string): string =>
  text.replace(/[^\p{L}\p{N}._ -]|^ | $| (?= )/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join(""),
  );
