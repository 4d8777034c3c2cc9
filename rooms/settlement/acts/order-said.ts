/** What acts of payment orders say in common, and what follows from making one. */
import * as z from "zod/mini";
import type { Context } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { each, tally, together } from "../../../kernel/act/need.ts";
import { inForce, reached, write } from "../../../kernel/act/record.ts";
import { derivedUuid, idSchema, StatementId } from "../../../kernel/ids.ts";
import { grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { accountVersions } from "../../people/needs.ts";
import type { Account } from "../../people/rules/accounts.ts";
import { type OrderedPayment, orderOf, payableOf } from "../needs/order.ts";
import { orderLeftOut, orderPayment, orderPaymentStage, paymentOrder, paymentOrderStage } from "../records.ts";
import { composeOrder, frozen, type LeftOut, type Orderable, type Payable } from "../rules/order/compose.ts";
import { orderLayouts } from "../rules/order/layouts.ts";
import { fileDecimals } from "../rules/order/minor-units.ts";
import { messageOf, orderNumber, paymentNumber } from "../rules/order/number.ts";

/** The id of an order. */
export const OrderId = idSchema<"PaymentOrder">();

/** What an order says: from which of our accounts, in which layout of file, on which day, and which statements. */
export const orderSaid = {
  order: OrderId,
  account: idSchema<"AccountOfAgent">(),
  layout: z.string().check(z.maxLength(40)),
  /** The day on which the bank is asked to pay. */
  on: daySchema,
  statements: z.array(StatementId).check(z.minLength(1), z.maxLength(1_000)),
};
const all = z.strictObject(orderSaid);
export type OrderSaid = z.infer<typeof all>;

/** What making an order needs. */
export const orderNeeds = (said: OrderSaid, today: string) => ({
  same: orderOf(said.order),
  ours: accountVersions(said.account),
  named: each(said.statements.map(payableOf)),
  serials: together({
    order: tally("serial", `payment-order|${today.slice(0, 4)}`),
    payment: tally("serial", `payment|${today.slice(0, 4)}`),
  }),
});

/** What is known when an order is made. */
export type OrderKnown = {
  readonly same: { readonly order: object | null };
  readonly ours: readonly Account[];
  readonly named: readonly Payable[];
  readonly serials: { readonly order: bigint; readonly payment: bigint };
};

/** The order that a new one takes the place of, with its payments that are neither paid nor failed. */
export type Replaced = {
  readonly order: string;
  readonly number: string;
  readonly reason: string;
  readonly open: readonly OrderedPayment[];
};

/** The account that pays as it stands on a day; null when there is none. */
const ourAccount = (ours: readonly Account[], on: string): Account | null => inForce(ours, on);

/** What can go with the order, and what cannot. Empty where our account is not known: then the order is refused anyway. */
export function orderable(said: OrderSaid, known: OrderKnown, context: Pick<Context, "settings">, replaced?: Replaced) {
  const account = ourAccount(known.ours, said.on);
  if (account === null) return { lines: [], leftOut: [] };
  const freed = new Set((replaced?.open ?? []).map(({ line }) => line.statement));
  const how = { currency: account.currency, on: said.on, country: context.settings?.country ?? "", freed };
  return composeOrder(known.named, how);
}

/** Why no order can be made at all. */
export function wrongWith(said: OrderSaid, known: OrderKnown, context: Context): readonly Refusal[] {
  const found: Refusal[] = [];
  const refuseFor = (why: string, facts: Refusal["facts"], field?: string) =>
    found.push(refused(`payment-order.${why}`, facts, field).refusal);
  const account = ourAccount(known.ours, said.on);
  if (known.same.order !== null) refuseFor("id-used", { order: said.order }, "order");
  if (!orderLayouts.some((one) => one === said.layout)) refuseFor("layout-unknown", { layout: said.layout }, "layout");
  if (said.on < context.today) refuseFor("day-past", { day: said.on, today: context.today }, "on");
  if (account === null || account.agent !== context.settings?.organisation)
    refuseFor("not-our-account", { account: said.account }, "account");
  else if (account.state !== "open") refuseFor("our-account-closed", { day: account.from_day }, "account");
  else if (fileDecimals(account.currency) === null || grainIn(context.settings, account.currency) === null)
    refuseFor("currency-unlisted", { currency: account.currency }, "account");
  return found;
}

/** All that follows from an order: its record and first stage, its payments, what was left out, and that these sums are ordered. */
export function ordered(
  said: OrderSaid,
  known: OrderKnown,
  { lines, leftOut }: { readonly lines: readonly Orderable[]; readonly leftOut: readonly LeftOut[] },
  context: Context,
  replaced?: Replaced,
): PartsOfFollows {
  const account = ourAccount(known.ours, said.on) as Account;
  const { order } = said;
  const { today, by } = context;
  const year = today.slice(0, 4);
  const number = orderNumber(context.book, year, known.serials.order);
  const lineGrain = grainIn(context.settings, account.currency)?.line ?? "1";
  const heading = {
    ...{ payment_order: order, number, message: messageOf(number, replaced?.number ?? null), layout: said.layout },
    ...{ account: said.account, currency: account.currency, line_grain: lineGrain, execution_day: said.on },
    ...{ paid_from: { ...frozen(account, context.settings?.country ?? ""), name: context.settings?.name ?? "" } },
    ...{ made_at: context.received, made_on: today, by_agent: by },
    ...{ replaces: replaced?.order ?? null, reason: replaced?.reason ?? null },
    ...{ total: lines.reduce((sum, one) => sum + one.amount, 0n), payments: lines.length },
  };
  const ids = lines.map(({ result }) => derivedUuid(`${context.act}:${result.statement}`));
  const numbers = lines.map((_, at) => paymentNumber(context.book, year, known.serials.payment + BigInt(at)));
  return {
    records: [
      write(paymentOrder, heading),
      write(paymentOrderStage, {
        payment_order: order,
        by_agent: by,
        on_day: today,
        reason: null,
        step: 1,
        stage: "ordered",
      }),
      ...lines.flatMap(({ result, amount, paidTo }, at) => {
        const payment = ids[at] as string;
        const { statement, agent } = result;
        const line = { payment, payment_order: order, number: numbers[at] as string, statement, agent, amount };
        return [write(orderPayment, { ...line, paid_to: paidTo }), stageOf(payment, 1, "ordered", today, by)];
      }),
      ...leftOut.map(({ statement, why }) =>
        write(orderLeftOut, { payment_order: order, statement, reason: why.code, facts: why.facts }),
      ),
    ],
    tallies: [
      { kind: "serial", key: `payment-order|${year}`, change: 1n },
      { kind: "serial", key: `payment|${year}`, change: BigInt(lines.length) },
      ...lines.map(({ result, amount }) => orderedChange(result.statement, amount)),
    ],
  };
}

/** What is ordered of a statement grows or shrinks. */
export const orderedChange = (statement: string, change: bigint) => ({
  kind: "statement-ordered",
  key: statement,
  change,
});

/** A stage of a payment. */
export const stageOf = (
  payment: string,
  step: number,
  stage: "ordered" | "paid" | "failed" | "returned" | "void",
  day: string,
  by: string,
  told: {
    readonly reason?: string;
    readonly words?: string | null;
    readonly reference?: string | null;
    readonly paidBy?: string;
    readonly settled?: bigint;
  } = {},
) =>
  write(orderPaymentStage, {
    ...{ payment, by_agent: by, on_day: day, step, stage },
    ...{ reason: told.reason ?? null, words: told.words ?? null, reference: told.reference ?? null },
    ...{ paid_by: told.paidBy ?? null, settled: told.settled ?? null },
  });

/** The payments of an order that wait for the bank. */
export const stillOpen = (payments: readonly OrderedPayment[]): readonly OrderedPayment[] =>
  payments.filter(({ stages }) => reached(stages)?.stage === "ordered");

/** Open payments of an order become void, and what they were for may be ordered again. */
export function voided(open: readonly OrderedPayment[], reason: string, { today, by }: Context): PartsOfFollows {
  return {
    records: open.map(({ line, stages }) =>
      stageOf(line.payment, (reached(stages)?.step ?? 0) + 1, "void", today, by, { words: reason }),
    ),
    tallies: open.map(({ line }) => orderedChange(line.statement, -line.amount)),
  };
}
