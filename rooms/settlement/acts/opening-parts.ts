/** What follows from a member's opening balances: the documents later acts look for, the entry, and the tallies. */
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { type Written, write } from "../../../kernel/act/record.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../kernel/ledger/entry.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { monthsBetween } from "../../../kernel/time/index.ts";
import { advance, credit, opening } from "../../finance/records.ts";
import { counterpart } from "../../finance/rules/opening.ts";
import { holdChange } from "../../people/needs.ts";
import { settlement, statementResult } from "../records.ts";
import type { OpeningFigures } from "../rules/opening-figures.ts";
import type { OpenMemberSaid } from "./opening-said.ts";

/** How an advance given before the book left the box: nobody asks any more. */
const givenBefore = "opening";

/** Key of the tally `serial` that counts what was owed before the book, by the year of its day. */
export const openingSerial = (on: string): string => `opening|${on.slice(0, 4)}`;

/** The number under which an old debt to a member stands among the statements: "A-2026-000001". */
const numberOf = (said: OpenMemberSaid, serial: bigint): string =>
  `A-${said.on.slice(0, 4)}-${(serial + 1n).toString().padStart(6, "0")}`;

type Place = {
  readonly grain: CurrencyGrain;
  readonly about: string;
  readonly serial: bigint;
  readonly act: string;
};

/** All that follows. Amounts that are zero leave nothing. */
export function openingParts(said: OpenMemberSaid, figures: OpeningFigures, place: Place): PartsOfFollows {
  const { about, act } = place;
  const stated = write(opening, { kind: "member", about, agent: said.agent, on_day: said.on, said, act });
  const entry = entryOf(said, figures, place);
  return {
    records: [stated, ...debtsOf(said, figures), ...owedOf(said, figures, place)],
    entries: entry.postings.length === 0 ? [] : [entry],
    tallies: talliesOf(said, figures),
  };
}

function debtsOf(said: OpenMemberSaid, figures: OpeningFigures): readonly Written[] {
  const advances = (said.advances ?? []).flatMap((one, at) => {
    const amount = figures.advances[at] as bigint;
    if (amount === 0n) return [];
    const { agent, currency } = said;
    const how = { mode: givenBefore, place: null, agreement: null, receipt: null };
    return [
      write(advance, {
        advance: one.advance,
        agent,
        amount,
        amount_said: one.owed,
        currency,
        given: one.given,
        ...how,
      }),
    ];
  });
  const credits = (said.credits ?? []).flatMap((one, at) => {
    const { principal, interest } = figures.credits[at] as OpeningFigures["credits"][number];
    if (principal === 0n && interest === 0n) return [];
    return [
      write(credit, {
        credit: one.credit,
        agent: said.agent,
        principal,
        currency: said.currency,
        rate_month: one.ratePerMonth,
        method: "simple-monthly",
        start_day: one.start,
        due_day: one.due,
        instalment: null,
        purpose: one.purpose ?? givenBefore,
        items: [],
        agreement: null,
      }),
    ];
  });
  return [...advances, ...credits];
}

/**
 * What is owed stands as a closed statement without hand-overs, in a settlement of its own of no season, so that it is listed and
 * paid like any other.
 */
function owedOf(said: OpenMemberSaid, { owed }: OpeningFigures, { grain, serial, act }: Place): readonly Written[] {
  if (said.owed === undefined || owed === 0n) return [];
  const number = numberOf(said, serial);
  const title = said.owed.paper ?? number;
  return [
    write(settlement, {
      settlement: act,
      season: act,
      way: "opening",
      title,
      paid_in: "cash",
      place: null,
      pay_day: null,
    }),
    write(statementResult, {
      statement: said.owed.statement,
      settlement: act,
      agent: said.agent,
      number,
      currency: said.currency,
      line_grain: grain.line,
      value: owed,
      deducted: 0n,
      net: owed,
      paid: owed,
      net_grams: 0n,
      deliveries: 0,
      closed_on: said.on,
      paid_in: "cash",
    }),
  ];
}

function entryOf(said: OpenMemberSaid, figures: OpeningFigures, { grain }: Place): Entry {
  const money = moneyOf(grain.currency, grain.line);
  const under = { agent: said.agent };
  const lines = [
    posting("share-capital", money, -figures.shares, under),
    posting("savings", money, -figures.savings, under),
    ...figures.advances.map((amount) => posting("advances", money, amount, under)),
    ...figures.credits.map(({ principal }) => posting("credit-principal", money, principal, under)),
    posting("owed-to-producers", money, -figures.owed, under),
  ].filter((line) => line.amount !== 0n);
  const postings = [...lines, ...counterpart(lines, money, said.agent)];
  return { because: "opening.member", about: said.agent, happened: said.on, reverses: null, postings };
}

function talliesOf(said: OpenMemberSaid, figures: OpeningFigures): readonly TallyChange[] {
  const changes: TallyChange[] = [];
  if (figures.shares > 0n)
    changes.push({ kind: "share-capital", key: `${said.agent}|${said.currency}`, change: figures.shares });
  let matters = 0n;
  for (const [at, one] of (said.advances ?? []).entries()) {
    const change = figures.advances[at] as bigint;
    if (change === 0n) continue;
    changes.push({ kind: "advance-owed", key: one.advance, change });
    matters += 1n;
  }
  for (const [at, one] of (said.credits ?? []).entries()) {
    const { principal, interest } = figures.credits[at] as OpeningFigures["credits"][number];
    if (principal === 0n && interest === 0n) continue;
    // Interest is stated up to the day of the balances: the months until then are charged already.
    const months = BigInt(monthsBetween(one.start, said.on));
    changes.push({ kind: "credit-principal-owed", key: one.credit, change: principal });
    changes.push({ kind: "credit-interest-owed", key: one.credit, change: interest });
    changes.push({ kind: "credit-months-settled", key: one.credit, change: months });
    matters += 1n;
  }
  if (said.owed !== undefined && figures.owed > 0n) {
    changes.push({ kind: "statement-owed", key: said.owed.statement, change: figures.owed });
    changes.push({ kind: "serial", key: openingSerial(said.on), change: 1n });
    matters += 1n;
  }
  if (matters > 0n) changes.push(holdChange(said.agent, matters));
  return changes.filter((one) => one.change !== 0n);
}
