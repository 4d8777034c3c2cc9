/**
 * What a telephone is told of its book: what its own rules read, and no more. Names, numbers and communities of people; never an identity
 * number, a telephone, or what somebody owes, but for debts that were lent to this very point. Of days, cash, pads and hand-overs only
 * its own point's.
 */
import type { RecordDeclaration } from "../../../kernel/act/record.ts";
import { sha256Hex } from "../../../kernel/hash.ts";
import { boxTally } from "../../../kernel/ledger/balance.ts";
import * as acopio from "../../../rooms/acopio/records.ts";
import * as agreements from "../../../rooms/agreements/records.ts";
import * as book from "../../../rooms/book/records.ts";
import * as finance from "../../../rooms/finance/records.ts";
import * as land from "../../../rooms/land/records.ts";
import * as market from "../../../rooms/market/records.ts";
import * as people from "../../../rooms/people/records.ts";
import type { PulledRecord, PulledTally, Pulling } from "../../../store/field/pull.ts";

/** How many days back a telephone knows its point's hand-overs, counts and checks; and the prices and plans that were in force. */
const recentDays = { handOvers: 14, point: 45, prices: 60 } as const;

const pulled = (record: unknown, where: string, cut: readonly string[] = [], toldAt?: string): PulledRecord => ({
  record: record as RecordDeclaration,
  ...{ where, cut },
  ...(toldAt === undefined ? {} : { toldAt }),
});

const everything = "true";
const ofPlace = "t.place = p.place";
const since = (column: string, days: number): string => `t.${column} >= p.today - ${days}`;
/** Of an event at the point, recent days. */
const lately = `${ofPlace} and ${since("on_day", recentDays.point)}`;

/** A row about a hand-over of the point, recent days: `t.delivery` names it. */
const ofHandOver = `exists (select from ayni.delivery d where d.book_id = t.book_id and d.delivery = t.delivery
  and d.place = p.place and d.happened >= p.today - ${recentDays.handOvers})`;

/** A version of a sheet that was in force lately, or is to be: no later one was in force before. */
const inForceLately = (table: string, key: string): string => `not exists (select from ayni.${table} u
  where u.book_id = t.book_id and u.${key} = t.${key} and u.version > t.version
    and u.from_day <= p.today - ${recentDays.prices})`;

/** A published price of the last weeks, or the newest of a series that has none since. Months compare by their first signs. */
const recentPrice = `(t.period >= left((p.today - ${recentDays.prices})::text, length(t.period))
  or not exists (select from ayni.price_point u where u.book_id = t.book_id and u.series = t.series and u.period > t.period))`;

/** Questions raised by an act of this device. */
const ofOwnAct = `exists (select from ayni.act a where a.book_id = t.book_id and a.position = t.asked_position
  and a.way = 'device' and (a.body::json #>> '{through,device}') = p.device::text)`;

const heldDebt = (debt: string): string =>
  `exists (select from ayni.hold h where h.book_id = t.book_id and h.debt = ${debt} and h.place = p.place)`;
const heldSince = (debt: string): string => `greatest(t.position, (select min(h.position) from ayni.hold h
  where h.book_id = t.book_id and h.debt = ${debt} and h.place = p.place))`;
const ofHold = "exists (select from ayni.hold h where h.book_id = t.book_id and h.hold = t.hold and h.place = p.place)";
const ofPad = "exists (select from ayni.pad d where d.book_id = t.book_id and d.pad = t.pad and d.place = p.place)";

/** How the book stands and who may do what. */
const standing: readonly PulledRecord[] = [
  pulled(book.bookSettings, everything),
  pulled(book.powers, everything),
  pulled(book.secondWaiver, everything, ["reason"]),
  pulled(book.seat, everything, ["account"]),
  pulled(book.device, "t.device = p.device"),
  pulled(book.accounting, everything),
  pulled(book.asked, ofOwnAct),
  pulled(book.questionAnswer, ofOwnAct),
];

/** Who may hand over. */
const register: readonly PulledRecord[] = [
  pulled(people.agent, everything),
  pulled(people.profile, everything, ["identity", "telephone", "language"]),
  pulled(people.tie, "t.kind = 'membership'", ["reason"]),
  pulled(people.memberCard, everything, ["reason"]),
  pulled(land.plot, everything, ["area_m2", "community"]),
];

/** Under which terms. */
const terms: readonly PulledRecord[] = [
  pulled(
    agreements.agreement,
    `t.kind = '${agreements.seasonPolicyKind}' and ${inForceLately("agreement", "agreement")}`,
  ),
  pulled(agreements.pricePlanSheet, inForceLately("price_plan", "plan"), ["reason"]),
  pulled(agreements.gradingSchemeSheet, inForceLately("grading_scheme", "scheme")),
  pulled(agreements.localUnit, everything),
  pulled(market.priceSeries, everything, ["licence"]),
  pulled(market.pricePoint, recentPrice),
];

/** What the point itself has: its sheet, days, checks, cash, pads, and what it lately received. */
const ownPoint: readonly PulledRecord[] = [
  pulled(acopio.point, ofPlace),
  pulled(acopio.pointOpening, lately),
  // The last closing says from which receipt the next one counts, however long ago it was.
  pulled(acopio.pointClosing, ofPlace),
  pulled(acopio.scaleCheck, lately),
  // What arrived of a float is told for good: else the telephone would take it to be on its way again.
  pulled(acopio.cashMove, `${ofPlace} and (t.hold is not null or ${since("on_day", recentDays.point)})`),
  pulled(acopio.cashCount, lately),
  pulled(acopio.hold, ofPlace),
  pulled(acopio.holdEnd, ofHold),
  pulled(acopio.pad, ofPlace),
  pulled(acopio.padSerial, ofPad),
  pulled(acopio.padAccount, ofPad, ["serials", "note"]),
  pulled(acopio.delivery, `${ofPlace} and ${since("happened", recentDays.handOvers)}`, ["bag_list", "shown", "plot"]),
  pulled(acopio.deliveryVoid, ofHandOver),
  pulled(acopio.sampleResult, ofHandOver),
  pulled(acopio.objection, ofHandOver),
  pulled(acopio.deliveryNote, ofHandOver, ["body"]),
  pulled(acopio.settledDelivery, ofHandOver, ["value"]),
  pulled(finance.advance, heldDebt("t.advance"), ["amount_said", "receipt", "mode"], heldSince("t.advance")),
  pulled(finance.credit, heldDebt("t.credit"), ["items", "purpose"], heldSince("t.credit")),
];

const endsWithPlace = "right(t.key, length(p.place) + 1) = '|' || p.place";
const tallyOfHeld = `exists (select from ayni.hold h where h.book_id = t.book_id and h.debt::text = t.key and h.place = p.place)`;
const heldTallies = [
  "advance-owed",
  "credit-principal-owed",
  "credit-interest-owed",
  "credit-interest-paid",
  "credit-months-settled",
];

const tallies: readonly PulledTally[] = [
  { kind: "serial", where: "t.key = 'receipt|' || p.place" },
  { kind: "stock", where: endsWithPlace },
  { kind: boxTally, where: "starts_with(t.key, p.place || '|')" },
  {
    kind: "hold-left",
    where:
      "exists (select from ayni.hold h where h.book_id = t.book_id and h.hold::text = t.key and h.place = p.place)",
  },
  ...heldTallies.map((kind) => ({ kind, where: tallyOfHeld })),
];

/** What is pulled. */
export const pulling: Pulling = { records: [...standing, ...register, ...terms, ...ownPoint], tallies };

/** Changes whenever something else is sent: a telephone that pulled before begins anew, and misses nothing that was not sent then. */
export const pulledForm: string = sha256Hex(
  JSON.stringify([
    pulling.records.map(({ record, cut, where, toldAt }) => [
      record.table,
      Object.keys(record.columns),
      cut,
      where,
      toldAt,
    ]),
    tallies,
  ]),
).slice(0, 12);
