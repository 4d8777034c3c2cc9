/** Settlement on the spot: one hand-over, one statement, paid from the float of the point. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, andThen, type Known, type Need, row, tally } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { AgentId, AgreementId, DeliveryId, StatementId } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import type { Day } from "../../../kernel/time/index.ts";
import { type Materials, materialsFor } from "../needs.ts";
import { settlement, settlementStage, statement, statementResult } from "../records.ts";
import { totalsOf, totalsText } from "../rules/compose.ts";
import { closingOf } from "./closing.ts";
import { contentOf, type Made, make, statementNumber } from "./composing.ts";
import { isUsed, paidBefore, paymentParts, paymentUsed, unresolved } from "./payment.ts";
import { type PayingPoint, payingPoint, pointDoubts, sharesUsed } from "./point-float.ts";
import { amountSaid, PaymentId, SettlementId } from "./said.ts";
import { stageRow } from "./stage.ts";

const says = z.strictObject({
  settlement: SettlementId,
  statement: StatementId,
  payment: PaymentId,
  season: AgreementId,
  agent: AgentId,
  delivery: DeliveryId,
  /** What was handed over in cash, and what the slip showed as the net before coins, in whole line grains. */
  paid: amountSaid,
  shownNet: z.optional(amountSaid),
  currency: currencySchema,
  place: z.optional(textSchema(80)),
  on: daySchema,
});
type Said = z.infer<typeof says>;

/** What a slip needs to know, when `point` paid it, or the office did. */
const asked = (said: Said, { today }: Context, by: Need<PayingPoint | null>) => ({
  point: by,
  materials: andThen(by, (point) =>
    materialsFor(said.season, [{ agent: said.agent, deliveries: [said.delivery] }], said.on as Day, {
      place: point === null ? null : point.holds,
      day: said.on,
      today,
    }),
  ),
  serial: tally("serial", `statement|${today.slice(0, 4)}`),
  same: row(statement, said.statement),
  sameSettlement: row(settlement, said.settlement),
  samePayment: paidBefore(said.payment),
});

/**
 * A hand-over was settled and paid at the point. A fact: the cash is gone. The book computes the statement by the same rules; what
 * was handed over stands, a difference stays owed one way or the other, and the manager is asked. Where no statement can be
 * made (another one has it, no plan, a missing reading) the money is posted to `unresolved`.
 *
 * From a device, advances and credit are collected as far as its point holds them and no further: without a hold nothing is taken
 * off, whatever is owed. A point that spends cash it was not lent, or more than its box holds, is asked about. Until release 0.2.0
 * a device collected like the office.
 */
export const settleOnTheSpot: ActDeclaration = fact({
  kind: "settlement.on-the-spot",
  version: 1,
  rules: 2,
  room: "settlement",
  power: "pay",
  says,
  needs: (said, context) => asked(said, context, payingPoint(said, context)),
  weighs: ({ paid, currency }, _, { settings }) => ({
    amounts: [movedGrains(settings, currency, BigInt(paid), "paid")],
  }),
  follows: (said, known, context) => {
    const parts = slipParts(said, known, context);
    const doubts = pointDoubts(known.point, { ...said, about: said.payment, handedOver: BigInt(said.paid) }, context);
    return { ...parts, questions: [...(parts.questions ?? []), ...doubts] };
  },
  earlier: [{ rules: 1, needs: (said, context) => asked(said, context, always(null)), follows: slipParts }],
});

type Answers = Known<ReturnType<typeof asked>>;

function slipParts(
  said: Said,
  { point, materials, serial, same, sameSettlement, samePayment }: Answers,
  context: Context,
): PartsOfFollows {
  if (same !== null || sameSettlement !== null)
    return {
      questions: [question("settlement.statement-used", "manager", said.statement, { statement: said.statement })],
    };
  if (isUsed(samePayment)) return { questions: [paymentUsed(said.payment)] };
  const named = { agent: said.agent, deliveries: [said.delivery] };
  const slip = point === null ? said : { ...said, place: said.place ?? point.place };
  const how = { paidIn: "cash", place: slip.place ?? null, payDay: said.on } as const;
  const made = materials === null ? null : make(materials, named, how, said.on as Day);
  if (materials === null || made === null) return notMade(slip, "settlement.season-unknown", context);
  if (!made.ok) return notMade(slip, made.refusal.code, context);
  if (materials.grain?.currency !== said.currency) return notMade(slip, "settlement.other-currency", context);
  return settled(slip, made.value, materials, serial, context);
}

/** The cash left the float; no statement could be made of it. */
function notMade(said: Said, because: string, context: Context): PartsOfFollows {
  const kept = unresolved({ ...said, paidIn: "cash" }, BigInt(said.paid), context);
  const asked = question("settlement.spot-not-computed", "manager", said.delivery, {
    delivery: said.delivery,
    because,
  });
  return { ...kept, questions: [asked, ...(kept.questions ?? [])] };
}

function settled(said: Said, made: Made, materials: Materials, serial: bigint, context: Context): PartsOfFollows {
  const how = { paidIn: "cash", place: said.place ?? null, payDay: said.on } as const;
  const number = statementNumber(context.today.slice(0, 4), serial);
  const content = contentOf(made, materials, how, number, context);
  const closing = closingOf(made.composing, made.composed, {
    statement: said.statement,
    settlement: said.settlement,
    number,
    content,
  });
  const result = closing.records.find((one) => one.record.table === statementResult.table)?.row;
  const paid = paymentParts({
    payment: said.payment,
    result: result as Parameters<typeof paymentParts>[0]["result"],
    owed: made.composed.statement.net,
    handedOver: BigInt(said.paid),
    paidIn: "cash",
    place: said.place ?? null,
    on: said.on,
  });
  const totals = totalsText(totalsOf([made.composed]));
  return {
    records: [
      write(settlement, {
        settlement: said.settlement,
        season: said.season,
        way: "on-the-spot",
        title: number,
        paid_in: "cash",
        place: said.place ?? null,
        pay_day: said.on,
      }),
      write(statement, {
        statement: said.statement,
        settlement: said.settlement,
        agent: said.agent,
        deliveries: [said.delivery],
      }),
      write(settlementStage, stageRow(said.settlement, 1, "closed", context.by, context.today, totals)),
      ...closing.records,
      ...paid.records,
    ],
    entries: [...closing.entries, ...paid.entries],
    tallies: [
      { kind: "serial", key: `statement|${context.today.slice(0, 4)}`, change: 1n },
      ...closing.tallies,
      ...paid.tallies,
      ...sharesUsed(made.composing, made.composed),
    ],
    papers: closing.papers,
    also: closing.also,
    questions: [...paid.questions, ...doubts(said, made, materials)],
  };
}

/** Where the slip and the book differ, and what was already asked about this hand-over. */
function doubts(said: Said, made: Made, materials: Materials): readonly Question[] {
  const { net, paid } = made.composed.statement;
  const found: Question[] = [];
  const shown = said.shownNet === undefined ? net : BigInt(said.shownNet);
  if (shown !== net || BigInt(said.paid) !== paid)
    found.push(
      question("settlement.shown-differs", "manager", said.statement, {
        shown: shown.toString(),
        net: net.toString(),
        handedOver: said.paid,
        toHandOver: paid.toString(),
      }),
    );
  if (materials.questions.length > 0)
    found.push(
      question("settlement.paid-in-doubt", "manager", said.statement, { questions: materials.questions.length }),
    );
  return found;
}
