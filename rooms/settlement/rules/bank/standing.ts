/** What matching a bank's movements looks at, and what it says of each. */
import type { Movement } from "./movement.ts";

/** A payment that was ordered and is not confirmed. `order` is the number of its order. */
export type OrderedPayment = {
  readonly payment: string;
  readonly statement: string;
  readonly number: string;
  readonly order: string;
  readonly account: string;
  readonly amount: bigint;
  readonly currency: string;
  /** The day the bank was asked to pay. */
  readonly day: string;
};

/** A payment that the bank has answered, or that was taken back. */
export type AnsweredPayment = {
  readonly payment: string;
  readonly number: string;
  readonly state: string;
  readonly amount: bigint;
  /** Day and the bank's reference of the answer. */
  readonly on: string;
  readonly reference: string | null;
  /** The movement that answered it, and how it was placed; null where a person told the book without a file. */
  readonly entry: string | null;
  readonly way: string | null;
};

/** A movement that the book has from files that came before; `isLeft`: nobody has said yet what it is. */
export type KeptMovement = Pick<Movement, "entry" | "account" | "nature" | "amount" | "on"> & {
  readonly isLeft: boolean;
};

/** What the book knows when a file comes. */
export type Standing = {
  readonly book: string;
  readonly ordered: readonly OrderedPayment[];
  /** By number. */
  readonly answered: ReadonlyMap<string, AnsweredPayment>;
  /** Movements of these days that are kept already, and which of them stand in this file too. */
  readonly kept: readonly KeptMovement[];
  readonly inFile: ReadonlySet<string>;
};

/** Why a movement is left to a person. */
export type LeftBecause =
  | "incoming"
  | "number-of-another-book"
  | "number-unknown"
  | "other-amount"
  | "paid-already"
  | "failed-already"
  | "order-void"
  | "order-differs"
  | "seen-elsewhere"
  | "several"
  | "none"
  | "not-whole-grains"
  | "return-before-payment"
  | "return-without-number";

/** Where a movement goes. */
export type Placement =
  | {
      readonly as: "paid";
      readonly way: "number" | "order" | "amount-and-day";
      readonly payments: readonly OrderedPayment[];
    }
  | { readonly as: "failed"; readonly way: "number"; readonly number: string }
  | { readonly as: "charge" }
  /** A person had told it before: the bank says the same. */
  | { readonly as: "confirmed"; readonly way: "number"; readonly number: string; readonly payment: string }
  | { readonly as: "known" }
  | { readonly as: "left"; readonly because: LeftBecause; readonly payments: readonly string[] };
