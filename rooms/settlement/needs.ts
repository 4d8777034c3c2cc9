/** What settlement asks of the book: drafts, the hand-overs they name, and all that values and collects. */
import {
  always,
  andThen,
  each,
  map,
  type Need,
  row,
  rows,
  rowsOfEach,
  tally,
  together,
} from "../../kernel/act/need.ts";
import type { Row } from "../../kernel/act/record.ts";
import type { CurrencyGrain } from "../../kernel/money/index.ts";
import type { Day } from "../../kernel/time/index.ts";
import { delivery, deliveryVoid, sampleResult, settledDelivery } from "../acopio/records.ts";
import { planVersions, seasonNow } from "../agreements/needs.ts";
import type { Season } from "../agreements/rules/season-policy.ts";
import { type OpenQuestion, openQuestions, settingsNow } from "../book/needs.ts";
import { type Collector, debtsFor } from "../finance/needs/held.ts";
import type { Debts } from "../finance/needs.ts";
import { aboutPrice, pricesOf } from "../market/needs.ts";
import { member } from "../people/needs.ts";
import { settlement, settlementStage, statement, statementResult } from "./records.ts";
import type { HandOver } from "./rules/hand-over.ts";
import { type PlanRow, type PricesRead, pricesRead, yearlyCodes } from "./rules/plans-of-season.ts";

/** A settlement as drafted: null where nobody drafted it. */
export const draftOf = (id: string) =>
  together({
    settlement: row(settlement, id),
    stages: rows(settlementStage, "key", [id]),
    statements: rows(statement, "bySettlement", [id]),
  });

/** What a draft says of the whole settlement; null where nobody drafted it. */
export const settlementHeading = (id: string) => row(settlement, id);

/** The drafted statements under these ids, of whatever settlement. */
export const statementsByIds = (ids: readonly string[]): Need<readonly Row<typeof statement>[]> =>
  map(rowsOfEach(statement, "key", ids), (found) => found.flat());

/** The result of a closed statement; null when it is not closed. */
export const resultOf = (id: string) => row(statementResult, id);

/** What is still owed on a closed statement, in whole line grains. */
export const statementOwed = (id: string): Need<bigint> => tally("statement-owed", id);

/** The named hand-overs, in the order of their ids. */
export function handOvers(ids: readonly string[]): Need<readonly HandOver[]> {
  const asked = {
    received: rowsOfEach(delivery, "key", ids),
    samples: rowsOfEach(sampleResult, "byDelivery", ids),
    voids: rowsOfEach(deliveryVoid, "key", ids),
    settled: rowsOfEach(settledDelivery, "key", ids),
  };
  return map(together(asked), ({ received, samples, voids, settled }) =>
    ids.map((id, at) => ({
      id,
      received: received[at]?.[0] ?? null,
      samples: samples[at] ?? [],
      voided: (voids[at]?.length ?? 0) > 0,
      settledBy: settled[at]?.[0]?.statement ?? null,
    })),
  );
}

/** What the book knows of one producer when their statement is composed. */
export type Standing = {
  readonly debts: Debts;
  readonly memberNumber: string | null;
  /** Share capital paid in so far, in whole line grains. */
  readonly shares: bigint;
  /** What deductions under a yearly cap took this year, by code. */
  readonly takenThisYear: Readonly<Record<string, bigint>>;
};

const standingOf = (agent: string, season: Season, currency: string, on: Day, by: Collector): Need<Standing> => {
  const codes = yearlyCodes(season.policy.deductions);
  const asked = {
    debts: debtsFor(agent, currency, on, by),
    who: member(agent, on),
    shares: tally("share-capital", `${agent}|${currency}`),
    taken: each(codes.map((code) => tally("deducted-this-year", yearKey(agent, code, on)))),
  };
  return map(together(asked), ({ debts, who, shares, taken }) => ({
    debts,
    memberNumber: who.memberships[0]?.number ?? null,
    shares,
    takenThisYear: Object.fromEntries(codes.map((code, at) => [code, taken[at] ?? 0n])),
  }));
};

/** Key of what a deduction took of somebody in a year. */
export const yearKey = (agent: string, code: string, on: string): string => `${agent}|${code}|${on.slice(0, 4)}`;

/** Everything that statements of a season are composed from. */
export type Materials = {
  readonly season: Season;
  readonly plans: readonly PlanRow[];
  readonly grain: CurrencyGrain | null;
  readonly handOvers: ReadonlyMap<string, HandOver>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly prices: ReadonlyMap<string, string>;
  /** Questions that wait, about the hand-overs and about the prices. */
  readonly questions: readonly OpenQuestion[];
};

/** Who is to be paid for which hand-overs. */
export type Named = { readonly agent: string; readonly deliveries: readonly string[] };

/** All materials for statements of a season; null when there is no such season. Unsaid, the office collects on that very day. */
export const materialsFor = (
  season: string,
  named: readonly Named[],
  on: Day,
  by: Collector = { place: null, day: on, today: on },
): Need<Materials | null> =>
  andThen(seasonNow(season), (found) => (found === null ? always(null) : materialsOf(found, named, on, by)));

function materialsOf(season: Season, named: readonly Named[], on: Day, by: Collector): Need<Materials> {
  const ids = named.flatMap((one) => one.deliveries);
  const first = {
    handOvers: handOvers(ids),
    plans: planVersions(season.policy.pricePlan),
    settings: settingsNow,
    questions: openQuestions(ids),
  };
  return andThen(together(first), ({ handOvers: found, plans, settings, questions }) => {
    const currency = plans[0]?.currency ?? "";
    const grains = (settings?.currencies ?? []) as readonly CurrencyGrain[];
    const read = pricesRead(
      plans,
      found.map((one) => one.received?.happened ?? ""),
    );
    const agents = [...new Set(named.map((one) => one.agent))];
    const then = {
      standings: each(agents.map((agent) => standingOf(agent, season, currency, on, by))),
      prices: each(read.map(({ series, periods }) => pricesOf(series, periods))),
      doubts: openQuestions(read.flatMap(({ series, periods }) => periods.map((period) => aboutPrice(series, period)))),
    };
    return map(together(then), ({ standings, prices, doubts }) => ({
      season,
      plans,
      grain: grains.find((one) => one.currency === currency) ?? null,
      handOvers: new Map(found.map((one) => [one.id, one])),
      standings: new Map(agents.map((agent, at) => [agent, standings[at] as Standing])),
      prices: priceTable(read, prices),
      questions: [...questions, ...doubts],
    }));
  });
}

function priceTable(
  read: readonly PricesRead[],
  found: readonly ReadonlyMap<string, { readonly value: string }>[],
): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [at, { series }] of read.entries())
    for (const [period, point] of found[at] ?? []) table.set(priceKey(series, period), point.value);
  return table;
}

/** Key of a published price in the materials. */
export const priceKey = (series: string, period: string): string => `${series}|${period}`;
