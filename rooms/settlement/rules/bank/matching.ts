/**
 * Which payment a movement of the bank is: by our number, by our order, then by amount and day where only one can be meant. What
 * cannot be told for certain is left, with its reason and who may be meant; nothing is guessed.
 */
import { addDays, type Day } from "../../../../kernel/time/index.ts";
import { isNumberOf, type Movement } from "./movement.ts";
import type { AnsweredPayment, LeftBecause, OrderedPayment, Placement, Standing } from "./standing.ts";

export type {
  AnsweredPayment,
  KeptMovement,
  LeftBecause,
  OrderedPayment,
  Placement,
  Standing,
} from "./standing.ts";

/** Days after the day it was ordered for on which a payment without a number may still be the one. */
export const mostDaysLate = 10;

const left = (because: LeftBecause, payments: readonly string[] = []): Placement => ({ as: "left", because, payments });

/**
 * Places movements of one or more accounts, each by its place in the list. A payment is taken once: what is certain by its number goes
 * first, then whole orders, then returns, and only then what amount and day tell.
 */
export function placementsOf(movements: readonly Movement[], standing: Standing): readonly Placement[] {
  const state = new Placing(standing);
  const placed = new Map<Movement, Placement>();
  const each = (fits: (one: Movement) => boolean, place: (one: Movement) => Placement) => {
    for (const one of movements) if (!placed.has(one) && fits(one)) placed.set(one, place(one));
  };
  each(
    ({ nature }) => nature === "incoming",
    () => left("incoming"),
  );
  each(
    ({ grains }) => grains === null,
    () => left("not-whole-grains"),
  );
  each(
    ({ nature }) => nature === "charge",
    () => ({ as: "charge" }),
  );
  each(
    ({ nature, number }) => nature === "payment" && number !== null,
    (one) => state.byNumber(one),
  );
  each(
    ({ nature, order }) => nature === "payment" && order !== null,
    (one) => state.byOrder(one),
  );
  each(
    ({ nature }) => nature === "return" || nature === "rejection",
    (one) => state.returned(one),
  );
  const silent = movements.filter((one) => !placed.has(one));
  each(
    () => true,
    (one) => state.byAmount(one, silent),
  );
  return movements.map((one) => placed.get(one) as Placement);
}

class Placing {
  private readonly standing: Standing;
  private readonly open: Map<string, OrderedPayment>;
  private readonly answered: Map<string, AnsweredPayment>;

  constructor(standing: Standing) {
    this.standing = standing;
    this.open = new Map(standing.ordered.map((one) => [one.number, one]));
    this.answered = new Map(standing.answered);
  }

  byNumber(one: Movement): Placement {
    const number = one.number ?? "";
    const payment = this.open.get(number);
    if (payment !== undefined) {
      if (payment.amount !== one.grains || payment.currency !== one.currency)
        return left("other-amount", [payment.payment]);
      return this.paid([payment], "number", one);
    }
    const answered = this.answered.get(number);
    if (answered === undefined)
      return left(isNumberOf(this.standing.book, number) ? "number-unknown" : "number-of-another-book");
    if (answered.state === "paid" && toldByHand(answered, one)) return this.confirmed(one, answered);
    const isPaid = answered.state === "paid" || answered.state === "returned";
    if (isPaid) return this.sameMovement(answered, one) ? { as: "known" } : left("paid-already", [answered.payment]);
    return left(answered.state === "failed" ? "failed-already" : "order-void", [answered.payment]);
  }

  /** A batch that was booked as one sum: all payments of the order that are still open, when they come to it. */
  byOrder(one: Movement): Placement {
    const payments = [...this.open.values()].filter((payment) => payment.order === one.order);
    const sum = payments.reduce((all, payment) => all + payment.amount, 0n);
    if (payments.length === 0 || sum !== one.grains || payments.some((payment) => payment.currency !== one.currency))
      return left("order-differs", payments.length === 1 ? payments.map((payment) => payment.payment) : []);
    return this.paid(payments, "order", one);
  }

  returned(one: Movement): Placement {
    if (one.number === null) {
      const same = [...this.answered.values()].filter(({ state, amount }) => state === "paid" && amount === one.grains);
      return left("return-without-number", same.map(({ payment }) => payment).sort());
    }
    const { number } = one;
    const payment = this.open.get(number);
    if (payment !== undefined) {
      if (one.nature === "return") return left("return-before-payment", [payment.payment]);
      if (payment.amount !== one.grains) return left("other-amount", [payment.payment]);
      this.open.delete(number);
      this.answered.set(number, answeredBy(one, payment, "failed", "number"));
      return { as: "failed", way: "number", number };
    }
    const answered = this.answered.get(number);
    if (answered === undefined)
      return left(isNumberOf(this.standing.book, number) ? "number-unknown" : "number-of-another-book");
    if (answered.state === "paid" && one.nature === "return") {
      if (answered.amount !== one.grains) return left("other-amount", [answered.payment]);
      this.answered.set(number, answeredBy(one, answered, "returned", "number"));
      return { as: "failed", way: "number", number };
    }
    if (answered.state === "paid") return left("paid-already", [answered.payment]);
    const isSaid = answered.state === (one.nature === "return" ? "returned" : "failed");
    if (isSaid && toldByHand(answered, one)) return this.confirmed(one, answered);
    if (answered.state === "returned" && this.sameMovement(answered, one)) return { as: "known" };
    return left(answered.state === "void" ? "order-void" : "failed-already", [answered.payment]);
  }

  /** `silent`: all movements that carry no number of ours, this one among them. */
  byAmount(one: Movement, silent: readonly Movement[]): Placement {
    if (one.order !== null) return left("order-differs");
    const alike = [...this.open.values()].filter((payment) => mayBe(payment, one)).map(({ payment }) => payment);
    if (alike.length === 0) return left("none");
    const same = (other: Pick<Movement, "account" | "nature" | "amount">): boolean =>
      other.account === one.account && other.nature === one.nature && other.amount === one.amount;
    const { kept, inFile } = this.standing;
    if (kept.some((other) => same(other) && other.on === one.on && !inFile.has(other.entry)))
      return left("seen-elsewhere", alike.sort());
    const rivals = [...silent.filter(same), ...kept.filter((other) => other.isLeft && same(other))];
    const [payment] = [...this.open.values()].filter((open) => open.payment === alike[0]);
    if (alike.length > 1 || rivals.length > 1 || payment === undefined) return left("several", alike.sort());
    return this.paid([payment], "amount-and-day", one);
  }

  private paid(
    payments: readonly OrderedPayment[],
    way: "number" | "order" | "amount-and-day",
    one: Movement,
  ): Placement {
    for (const payment of payments) {
      this.open.delete(payment.number);
      this.answered.set(payment.number, answeredBy(one, payment, "paid", way));
    }
    return { as: "paid", way, payments };
  }

  private confirmed(one: Movement, answered: AnsweredPayment): Placement {
    const { number, payment, state } = answered;
    this.answered.set(number, answeredBy(one, answered, state, "number"));
    return { as: "confirmed", way: "number", number, payment };
  }

  /**
   * The same movement in another kind of file: same number, amount and day, and no two references of the bank that differ. Where
   * they differ, or both stand in this file, the bank may have paid twice, and a person must look.
   */
  private sameMovement(answered: AnsweredPayment, one: Movement): boolean {
    if (answered.entry === null || this.standing.inFile.has(answered.entry)) return false;
    if (answered.way !== "number" && answered.way !== "order") return false;
    const references = [answered.reference, one.reference];
    const differ = !references.includes(null) && answered.reference !== one.reference;
    return answered.amount === one.grains && answered.on === one.on && !differ;
  }
}

/** No file of the bank has answered it yet: a person wrote down what the bank said. */
const toldByHand = (answered: AnsweredPayment, one: Movement): boolean =>
  answered.entry === null && answered.amount === one.grains;

const answeredBy = (
  one: Movement,
  { payment, number, amount }: Pick<AnsweredPayment, "payment" | "number" | "amount">,
  state: string,
  way: string,
): AnsweredPayment => ({ payment, number, amount, state, way, on: one.on, reference: one.reference, entry: one.entry });

const mayBe = (payment: OrderedPayment, one: Movement): boolean =>
  payment.account === one.account &&
  payment.amount === one.grains &&
  payment.currency === one.currency &&
  one.on >= payment.day &&
  one.on <= addDays(payment.day as Day, mostDaysLate);
