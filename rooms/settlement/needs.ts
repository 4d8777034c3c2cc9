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
import { consentsOf } from "../agreements/needs/terms.ts";
import { planVersions, seasonNow } from "../agreements/needs.ts";
import type { Season } from "../agreements/rules/season-policy.ts";
import { type OpenQuestion, openQuestions, settingsNow } from "../book/needs.ts";
import { type Collector, debtsFor } from "../finance/needs/held.ts";
import type { Debts } from "../finance/needs.ts";
import { aboutPrice } from "../market/needs.ts";
import { member } from "../people/needs.ts";
import { withBeside } from "./needs/beside.ts";
import { correctionsByIds, type NamedCorrections, pricesOfCorrections } from "./needs/correction.ts";
import { handOvers } from "./needs/hand-overs.ts";
import { priceTableOf } from "./needs/prices.ts";
import { deductedInYear } from "./needs/year.ts";
import { draftedCorrection, leftOut, settlement, settlementStage, statement, statementResult } from "./records.ts";
import type { HandOver } from "./rules/hand-over.ts";
import { consentCodes, type PlanRow, pricesRead, yearlyCodes } from "./rules/plans-of-season.ts";

export { handOvers } from "./needs/hand-overs.ts";
export { priceKey } from "./needs/prices.ts";
export { yearKey } from "./needs/year.ts";

/** A settlement as drafted: null where nobody drafted it. `corrections` and `leftOut` are empty in most. */
export const draftOf = (id: string) =>
  together({
    settlement: row(settlement, id),
    stages: rows(settlementStage, "key", [id]),
    statements: rows(statement, "bySettlement", [id]),
    corrections: rows(draftedCorrection, "bySettlement", [id]),
    leftOut: rows(leftOut, "bySettlement", [id]),
  });

/** What a draft says of the whole settlement; null where nobody drafted it. */
export const settlementHeading = (id: string) => row(settlement, id);

/** The drafted statements under these ids, of whatever settlement. */
export const statementsByIds = (ids: readonly string[]): Need<readonly Row<typeof statement>[]> =>
  map(rowsOfEach(statement, "key", ids), (found) => found.flat());

/** Some drafted statements of a settlement, with what the draft names of corrections and goes on without. */
export const draftedIn = (settlement: string, ids: readonly string[]) =>
  together({
    statements: map(statementsByIds(ids), (found) => found.filter((one) => one.settlement === settlement)),
    corrections: rows(draftedCorrection, "bySettlement", [settlement]),
    leftOut: rows(leftOut, "bySettlement", [settlement]),
  });

/** The result of a closed statement; null when it is not closed. */
export const resultOf = (id: string) => row(statementResult, id);

/** What is still owed on a closed statement, in whole line grains. */
export const statementOwed = (id: string): Need<bigint> => tally("statement-owed", id);

/** What the book knows of one producer when their statement is composed. */
export type Standing = {
  readonly debts: Debts;
  readonly memberNumber: string | null;
  /** Share capital paid in so far, in whole line grains. */
  readonly shares: bigint;
  /** What deductions under a yearly cap took this year, by code. */
  readonly takenThisYear: Readonly<Record<string, bigint>>;
  /** The deductions that need consent and have it on the day of the statement, by code. */
  readonly consents: readonly string[];
};

const standingOf = (agent: string, season: Season, currency: string, on: Day, by: Collector): Need<Standing> => {
  const codes = yearlyCodes(season.policy.deductions);
  const asked = {
    debts: debtsFor(agent, currency, on, by),
    who: member(agent, on),
    shares: tally("share-capital", `${agent}|${currency}`),
    taken: each(codes.map((code) => deductedInYear(agent, code, on))),
    consents: consentsOf(agent, consentCodes(season.policy.deductions), on),
  };
  return map(together(asked), ({ debts, who, shares, taken, consents }) => ({
    debts,
    memberNumber: who.memberships[0]?.number ?? null,
    shares,
    takenThisYear: Object.fromEntries(codes.map((code, at) => [code, taken[at] ?? 0n])),
    consents,
  }));
};

/** Everything that statements of a season are composed from. */
export type Materials = {
  readonly season: Season;
  readonly plans: readonly PlanRow[];
  readonly grain: CurrencyGrain | null;
  readonly handOvers: ReadonlyMap<string, HandOver>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly prices: ReadonlyMap<string, string>;
  readonly corrections: NamedCorrections;
  /** Questions that wait, about the hand-overs and about the prices. */
  readonly questions: readonly OpenQuestion[];
};

/** Who is to be paid for which hand-overs, and by which corrections of statements closed before. */
export type Named = {
  readonly agent: string;
  readonly deliveries: readonly string[];
  readonly corrections?: readonly string[];
};

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
    corrections: correctionsByIds(named.flatMap((one) => one.corrections ?? [])),
  };
  return andThen(together(first), ({ handOvers: found, plans, settings, questions, corrections }) => {
    const currency = plans[0]?.currency ?? "";
    const grains = (settings?.currencies ?? []) as readonly CurrencyGrain[];
    const ofDays = pricesRead(
      plans,
      found.map((one) => one.received?.happened ?? ""),
    );
    const read = [...ofDays, ...pricesOfCorrections([...corrections.known.values()])];
    const agents = [...new Set(named.map((one) => one.agent))];
    const then = {
      handOvers: withBeside(plans, found),
      standings: each(agents.map((agent) => standingOf(agent, season, currency, on, by))),
      prices: priceTableOf(read),
      doubts: openQuestions(read.flatMap(({ series, periods }) => periods.map((period) => aboutPrice(series, period)))),
    };
    return map(together(then), ({ handOvers: whole, standings, prices, doubts }) => ({
      season,
      plans,
      grain: grains.find((one) => one.currency === currency) ?? null,
      handOvers: new Map(whole.map((one) => [one.id, one])),
      standings: new Map(agents.map((agent, at) => [agent, standings[at] as Standing])),
      prices,
      corrections,
      questions: [...questions, ...doubts, ...corrections.questions],
    }));
  });
}
