/** An order as a file is written from it, and the fields that layouts name. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { FieldName } from "./layout.ts";

/** An account with its values in the clear, as only a file for the bank has them. */
export type PlainAccount = {
  readonly name: string;
  readonly scheme: string;
  readonly institution: string;
  readonly branch: string | null;
  readonly number: string;
  readonly town: string | null;
  readonly country: string;
};

/** One payment; the amount as decimal text of the order's currency. */
export type PlainPayment = {
  readonly number: string;
  readonly statement: string;
  readonly amount: string;
  readonly to: PlainAccount;
};

/** A whole order. `made` is the instant at which the book took it, `sum` the exact sum of its amounts. */
export type PlainOrder = {
  readonly message: string;
  readonly number: string;
  readonly replaces: string | null;
  readonly made: string;
  readonly day: string;
  readonly currency: string;
  readonly sum: string;
  readonly from: PlainAccount;
  readonly payments: readonly PlainPayment[];
};

/** Values by field; what is not there is empty. */
export type Fields = Partial<Record<FieldName, string | null>>;

/** What a bank takes as a number of an account: it is never brought to other letters, since it would be another number then. */
const NUMBER = /^[A-Za-z0-9/\-?:().,'+ ]{1,34}$/;

/** The fields of the order itself. The instant is written to the second. */
export const orderFields = (order: PlainOrder): Fields => ({
  "order.message": order.message,
  "order.number": order.number,
  "order.replaces": order.replaces,
  "order.made": `${order.made.slice(0, 19)}Z`,
  "order.day": order.day,
  "order.count": `${order.payments.length}`,
  "order.sum": order.sum,
  "order.currency": order.currency,
  ...accountFields("from", order.from),
});

/** The fields of one payment. */
export const paymentFields = (payment: PlainPayment): Fields => ({
  "payment.number": payment.number,
  "payment.amount": payment.amount,
  "payment.statement": payment.statement,
  ...accountFields("to", payment.to),
});

/** Refused where a number of an account could not be written as it is. Code: `payment-order.account-unwritable`. */
export function writable(order: PlainOrder): Result<PlainOrder> {
  if (!NUMBER.test(order.from.number))
    return refused("payment-order.account-unwritable", { number: order.number, holder: order.from.name });
  const wrong = order.payments.find(({ to }) => !NUMBER.test(to.number));
  return wrong === undefined
    ? done(order)
    : refused("payment-order.account-unwritable", { number: wrong.number, holder: wrong.to.name });
}

function accountFields(side: "from" | "to", of: PlainAccount): Fields {
  const iban = ibanOf(of.number);
  const isBank = of.scheme !== "wallet";
  const isBic =
    isBank &&
    /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/.test(of.institution) &&
    of.institution.slice(4, 6) === of.country;
  return {
    [`${side}.name`]: of.name,
    [`${side}.town`]: of.town,
    [`${side}.country`]: of.country,
    [`${side}.scheme`]: of.scheme,
    [`${side}.institution`]: of.institution,
    [`${side}.branch`]: of.branch,
    [`${side}.number`]: of.number,
    [`${side}.iban`]: iban,
    [`${side}.account-number`]: iban === null ? of.number : null,
    [`${side}.bic`]: isBic ? of.institution : null,
    [`${side}.bank-code`]: isBank && !isBic ? of.institution : null,
    [`${side}.wallet`]: isBank ? null : of.institution,
  };
}

/** The number as an IBAN without spaces, when its check digits say that it is one (ISO 13616); else null. */
export function ibanOf(number: string): string | null {
  const bare = number.replace(/ /g, "").toUpperCase();
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(bare)) return null;
  const digits = [...`${bare.slice(4)}${bare.slice(0, 4)}`].map((sign) => Number.parseInt(sign, 36)).join("");
  return BigInt(digits) % 97n === 1n ? bare : null;
}
