/** Payment orders: what a bank is asked to pay. Nothing is paid by them: money leaves the bank when the bank says so. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { reached, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { orderOf } from "../needs/order.ts";
import { paymentOrderStage } from "../records.ts";
import type { Orderable } from "../rules/order/compose.ts";
import {
  OrderId,
  orderable,
  ordered,
  orderNeeds,
  orderSaid,
  type Replaced,
  stillOpen,
  voided,
  wrongWith,
} from "./order-said.ts";

const base = { version: 1, rules: 1, room: "settlement", power: "pay" } as const;

/** What limits weigh of an order: what it sends off. */
const sumOf = (lines: readonly Orderable[], settings: Parameters<typeof movedGrains>[0]) => {
  const [first] = lines;
  if (first === undefined) return {};
  const sum = lines.reduce((all, one) => all + one.amount, 0n);
  return { amounts: [movedGrains(settings, first.result.currency, sum)] };
};

/**
 * Orders payments of closed statements that are owed by transfer, one payment each under our own number. From now on these sums are
 * ordered: no second order takes them. Statements that cannot go are left out, each with its reason, and the others go on. A decision.
 * Codes: `payment-order.id-used`, `payment-order.layout-unknown`, `payment-order.day-past`, `payment-order.not-our-account`,
 * `payment-order.our-account-closed`, `payment-order.currency-unlisted`, `payment-order.nothing-to-order` with the reason of each.
 */
export const makeOrder: ActDeclaration = decision({
  ...base,
  kind: "payment-order.make",
  says: z.strictObject(orderSaid),
  needs: (said, { today }) => orderNeeds(said, today),
  weighs: (said, known, context) => sumOf(orderable(said, known, context).lines, context.settings),
  follows: (said, known, context): PartsOfFollows | Refused => {
    const wrong = wrongWith(said, known, context);
    if (wrong.length > 0) return refuse(...wrong);
    const sorted = orderable(said, known, context);
    if (sorted.lines.length === 0) return refuse(nothing, ...sorted.leftOut.map(({ why }) => why));
    return ordered(said, known, sorted, context);
  },
});

const nothing = refused("payment-order.nothing-to-order").refusal;

/**
 * Makes an order in the place of another: a file with an id of its own, which says which it replaces. Payments of the old one that wait
 * for the bank become void; those that the bank answered stay. A decision. Besides those of making one: `payment-order.unknown`,
 * `payment-order.not-open`.
 */
export const replaceOrder: ActDeclaration = decision({
  ...base,
  kind: "payment-order.replace",
  says: z.strictObject({ ...orderSaid, replaces: OrderId, reason: textSchema(140) }),
  needs: (said, { today }) => ({ ...orderNeeds(said, today), old: orderOf(said.replaces) }),
  weighs: (said, known, context) =>
    sumOf(orderable(said, known, context, replacedBy(said, known.old)).lines, context.settings),
  follows: (said, known, context): PartsOfFollows | Refused => {
    const replaced = replacedBy(said, known.old);
    const stage = reached(known.old.stages);
    if (known.old.order === null || stage === null)
      return refuse(refused("payment-order.unknown", { order: said.replaces }, "replaces").refusal);
    if (stage.stage !== "ordered" || replaced.open.length === 0)
      return refuse(refused("payment-order.not-open", { order: known.old.order.number }, "replaces").refusal);
    const wrong = wrongWith(said, known, context);
    if (wrong.length > 0) return refuse(...wrong);
    const sorted = orderable(said, known, context, replaced);
    if (sorted.lines.length === 0) return refuse(nothing, ...sorted.leftOut.map(({ why }) => why));
    const parts = ordered(said, known, sorted, context, replaced);
    return withEnd(parts, voided(replaced.open, said.reason, context), {
      ...{ payment_order: said.replaces, by_agent: context.by, on_day: context.today, reason: said.reason },
      ...{ step: stage.step + 1, stage: "replaced" },
    });
  },
});

type Old = {
  readonly order: { readonly number: string } | null;
  readonly payments: Parameters<typeof stillOpen>[0];
};

const replacedBy = (said: { readonly replaces: string; readonly reason: string }, old: Old): Replaced => ({
  order: said.replaces,
  number: old.order?.number ?? "",
  reason: said.reason,
  open: stillOpen(old.payments),
});

/** Takes an order back before the bank carried it out: its open payments become void. A decision. Codes: `payment-order.unknown`, `payment-order.not-open`. */
export const cancelOrder: ActDeclaration = decision({
  ...base,
  kind: "payment-order.cancel",
  says: z.strictObject({ order: OrderId, reason: textSchema(140) }),
  needs: ({ order }) => ({ old: orderOf(order) }),
  follows: ({ order, reason }, { old }, context): PartsOfFollows | Refused => {
    const stage = reached(old.stages);
    if (old.order === null || stage === null)
      return refuse(refused("payment-order.unknown", { order }, "order").refusal);
    const open = stillOpen(old.payments);
    if (stage.stage !== "ordered" || open.length === 0)
      return refuse(refused("payment-order.not-open", { order: old.order.number }, "order").refusal);
    return withEnd({}, voided(open, reason, context), {
      ...{ payment_order: order, by_agent: context.by, on_day: context.today, reason },
      ...{ step: stage.step + 1, stage: "cancelled" },
    });
  },
});

/** Joins what ends an order to what follows otherwise. */
const withEnd = (
  parts: PartsOfFollows,
  end: PartsOfFollows,
  stage: Parameters<typeof write<(typeof paymentOrderStage)["columns"]>>[1],
): PartsOfFollows => ({
  records: [...(end.records ?? []), write(paymentOrderStage, stage), ...(parts.records ?? [])],
  tallies: [...(end.tallies ?? []), ...(parts.tallies ?? [])],
});
