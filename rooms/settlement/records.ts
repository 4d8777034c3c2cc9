/** What a settlement leaves in the book: which hand-overs are named for whom, the stage reached, results and payments. */
import { column, record } from "../../kernel/act/record.ts";
import { bankRecords } from "./records/bank.ts";
import { correctionRecords } from "./records/correction.ts";
import { orderRecords } from "./records/order.ts";
import { pool, poolCarried, poolDelivery, poolEntry, poolLine, poolPast, poolStage } from "./records/pool.ts";
import { premiumDecision } from "./records/premium.ts";

export { bankEntry, bankFile, bankMatch, bankPlacing, denominationList } from "./records/bank.ts";
export {
  correction,
  correctionEnd,
  correctionSettled,
  draftedCorrection,
  leftOut,
  statementCorrection,
} from "./records/correction.ts";
export {
  orderLeftOut,
  orderPayment,
  orderPaymentStage,
  paymentOrder,
  paymentOrderStage,
  paymentReference,
} from "./records/order.ts";
export { pool, poolCarried, poolDelivery, poolEntry, poolLine, poolPast, poolStage } from "./records/pool.ts";
export { premiumDecision } from "./records/premium.ts";

const room = "settlement";

/** One settlement of a season. `season` is the agreement that carries the season's policy. */
export const settlement = record({
  table: "settlement",
  room,
  shape: "event",
  columns: {
    settlement: column.uuid,
    season: column.uuid,
    /** `period`: reviewed and closed by the office; `on-the-spot`: one hand-over, paid from the float; `opening`: owed before the book; `second-payment`: of a pool, whose id stands for the season. */
    way: column.text,
    title: column.text,
    /** How its statements are paid, where, and from which day. */
    paid_in: column.text,
    place: column.maybe(column.text),
    pay_day: column.maybe(column.day),
  },
  key: ["settlement"],
  finds: { bySeason: ["season"] },
});

/** The stages of a settlement: drafted, reviewed, closed; or dropped. `totals` are those a reviewer saw and a closing kept. */
export const settlementStage = record({
  table: "settlement_stage",
  room,
  shape: "stage",
  columns: {
    settlement: column.uuid,
    by_agent: column.uuid,
    on_day: column.day,
    totals: column.maybe(column.json),
  },
  key: ["settlement"],
});

/** One statement as drafted: the hand-overs it names for one producer. */
export const statement = record({
  table: "statement",
  room,
  shape: "event",
  columns: { statement: column.uuid, settlement: column.uuid, agent: column.uuid, deliveries: column.json },
  key: ["statement"],
  finds: { bySettlement: ["settlement"] },
});

/** What a closed statement came to, in whole line grains of its currency. */
export const statementResult = record({
  table: "statement_result",
  room,
  shape: "event",
  columns: {
    statement: column.uuid,
    settlement: column.uuid,
    agent: column.uuid,
    number: column.text,
    currency: column.text,
    line_grain: column.text,
    value: column.bigint,
    deducted: column.bigint,
    net: column.bigint,
    /** What is handed over: the net, or the nearest coins. */
    paid: column.bigint,
    net_grams: column.bigint,
    deliveries: column.int,
    closed_on: column.day,
    paid_in: column.text,
  },
  key: ["statement"],
  finds: { byAgent: ["agent"] },
});

/** Money handed over for a statement. */
export const payment = record({
  table: "payment",
  room,
  shape: "event",
  columns: {
    payment: column.uuid,
    statement: column.uuid,
    agent: column.uuid,
    amount: column.bigint,
    currency: column.text,
    paid_in: column.text,
    place: column.maybe(column.text),
    paid_on: column.day,
  },
  key: ["payment"],
  finds: { byStatement: ["statement"] },
});

/** Every record of this room. */
export const records = [
  ...[settlement, settlementStage, statement, statementResult, payment],
  ...[pool, poolStage, poolEntry, poolDelivery, poolLine, poolCarried, poolPast, premiumDecision],
  ...orderRecords,
  ...bankRecords,
  ...correctionRecords,
];
