/** What follows from closing one composed statement: entry, paper, result, and what was collected. */
import type { Also, Paper, PartsOfFollows } from "../../../kernel/act/follows.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { type Written, write } from "../../../kernel/act/record.ts";
import { canonicalJson } from "../../../kernel/canonical.ts";
import type { Entry } from "../../../kernel/ledger/entry.ts";
import { settledDelivery } from "../../acopio/records.ts";
import { holdChange } from "../../people/needs.ts";
import type { StatementContent } from "../content.ts";
import { statementResult } from "../records.ts";
import { collections } from "../rules/collections.ts";
import { type Composed, type Composing, sumsOf } from "../rules/compose.ts";
import { balancesWith } from "../rules/correction/composed.ts";
import { correctionEntry } from "../rules/correction/entries.ts";
import { ownershipEntries, type StatementKeys, statementEntry, withLines } from "../rules/entries.ts";
import { yearlyCodes } from "../rules/plans-of-season.ts";
import { correctionRecords, correctionTallies, overpaidOf, repaidBy } from "./closing-corrections.ts";

/** The statement that is closed: its ids, its number, and the content of its paper. */
export type Closing = {
  readonly statement: string;
  readonly settlement: string;
  readonly number: string;
  readonly content: StatementContent;
};

/** All that follows from closing one statement. */
export function closingOf(
  said: Composing,
  composed: Composed,
  closing: Closing,
): Required<Omit<PartsOfFollows, "questions">> {
  const keys: StatementKeys = {
    statement: closing.statement,
    agent: said.agent,
    season: said.season.agreement,
    grain: said.grain,
    happened: said.on,
  };
  return {
    records: recordsOf(said, composed, closing),
    entries: entriesOf(said, composed, keys),
    tallies: talliesOf(said, composed, closing),
    papers: [paperFor(closing)],
    also: alsoOf(said, composed, closing),
  };
}

function recordsOf(said: Composing, composed: Composed, closing: Closing): readonly Written[] {
  const { statement } = composed;
  const sums = sumsOf(composed);
  const result = write(statementResult, {
    statement: closing.statement,
    settlement: closing.settlement,
    agent: said.agent,
    number: closing.number,
    currency: said.grain.currency,
    line_grain: said.grain.line,
    ...sums,
    net_grams: said.handOvers.reduce((sum, one) => sum + (one.received?.net_g ?? 0n), 0n),
    deliveries: said.handOvers.length,
    closed_on: said.on,
    paid_in: said.paidIn,
  });
  const taken = statement.valuations.map(({ delivery, value }) =>
    write(settledDelivery, { delivery: delivery.id, statement: closing.statement, value }),
  );
  return [result, ...taken, ...correctionRecords(composed, closing)];
}

function entriesOf(said: Composing, { statement, corrections }: Composed, keys: StatementKeys): readonly Entry[] {
  const consigned = new Map<string, { product: string; place: string | null; grams: bigint }>();
  for (const { received } of [...said.handOvers, ...said.replacements]) {
    if (received === null || received.mode !== "consigned") continue;
    const key = `${received.product}|${received.place}`;
    const sum = consigned.get(key) ?? { product: received.product, place: received.place, grams: 0n };
    sum.grams += received.net_g;
    consigned.set(key, sum);
  }
  return [
    ...withLines(statementEntry(statement, keys)),
    ...(corrections === null ? [] : withLines(correctionEntry(corrections, keys))),
    ...ownershipEntries([...consigned.values()], keys),
  ];
}

function talliesOf(said: Composing, composed: Composed, closing: Closing): readonly TallyChange[] {
  const { agent, grain, on } = said;
  const { statement } = composed;
  const { net } = sumsOf(composed);
  const limited = new Set(yearlyCodes(said.season.policy.deductions));
  const changes: TallyChange[] = [];
  // The hand-overs were open business with the person; from here on it is what is owed on the statement.
  const brought = [...said.handOvers, ...said.replacements].filter(
    ({ received }) => (received?.net_g ?? 0n) > 0n,
  ).length;
  if (brought > 0) changes.push(holdChange(agent, -BigInt(brought)));
  for (const line of statement.deductions) {
    if (line.amount === 0n) continue;
    if (line.to === "share-capital")
      changes.push({ kind: "share-capital", key: `${agent}|${grain.currency}`, change: line.amount });
    if (limited.has(line.code))
      changes.push({
        kind: "deducted-this-year",
        key: `${agent}|${line.code}|${on.slice(0, 4)}`,
        change: line.amount,
      });
  }
  changes.push(...correctionTallies(said, composed));
  if (net > 0n) {
    changes.push({ kind: "statement-owed", key: closing.statement, change: net });
    changes.push(holdChange(agent, 1n)); // What is owed to a person keeps their name from being erased until it is paid.
  }
  return changes;
}

const paperFor = ({ statement, number, content }: Closing): Paper => ({
  kind: "statement",
  number,
  about: statement,
  // Built in the order of its names, this is its canonical text; what it says of corrections comes from rows, in any order.
  content: content.corrections === undefined ? JSON.stringify(content) : canonicalJson(content),
});

function alsoOf(said: Composing, { statement, corrections }: Composed, { number }: Closing): readonly Also[] {
  const balances = balancesWith(said.balances, corrections, said.on);
  const collected = collections(balances, statement, said.season.policy.deductions);
  return [
    ...overpaidOf(said, corrections, number),
    ...[...repaidBy(corrections), ...collected].map((collection) => ({
      kind: "debt.collect",
      version: 1,
      says: { ...collection, day: said.on },
    })),
  ];
}
