/**
 * What may be deducted from a producer's value, in which order, how much, by whose decision, and where it goes.
 * A closed list: what is not in the plan cannot be deducted. It is part of a season's policy and versioned with it.
 */
import * as z from "zod/mini";
import type { Account } from "../../../kernel/ledger/chart.ts";
import {
  codeText,
  currencyText,
  dayText,
  notNegativeDecimal,
  percentText,
  roundingSheet,
  sentenceText,
  wordsByLanguage,
} from "./spelling.ts";

/**
 * The order in which a value is used up:
 * 1 levies and taxes of law, 2 third parties' costs of this delivery, 3 contributions by statute or assembly,
 * 4 advance on this delivery, 5 overdue debt, 6 instalment due, 7 voluntary savings. What is left is paid out.
 * Source: usual repayment order of producers' co-operatives that lend against the harvest.
 */
export const waterfallClasses = [1, 2, 3, 4, 5, 6, 7] as const;
export type WaterfallClass = (typeof waterfallClasses)[number];

/** Who decided it and since when; `id` is what a statement prints ("D-01"). `until` is the last day it holds. */
export const ruleReference = z.strictObject({
  id: codeOfRule(),
  decidedBy: sentenceText,
  from: dayText,
  until: z.optional(dayText),
});
export type RuleReference = z.infer<typeof ruleReference>;

/** A rule's number as the minutes write it: "D-01", "Estatuto, artículo 31". */
function codeOfRule() {
  return z.string().check(z.minLength(1), z.maxLength(64));
}

/** Money in the currency per one `unit` of weight; the unit must be the price plan's own. */
const perWeight = { rate: notNegativeDecimal, unit: codeText };

/** What a deduction is computed from. Only the balances (advance, credit) need no rounding: they are whole grains already. */
export const deductionBasis = z.discriminatedUnion("kind", [
  /** Rate × the weights of the value lines. */
  z.strictObject({ kind: z.literal("per-paid-weight"), ...perWeight, rounding: roundingSheet }),
  /** Rate × the weight that came in, which the price plan names as `delivered`. */
  z.strictObject({ kind: z.literal("per-delivered-weight"), ...perWeight, rounding: roundingSheet }),
  /** Rate × bags or crates of the hand-overs. */
  z.strictObject({ kind: z.literal("per-container"), rate: notNegativeDecimal, rounding: roundingSheet }),
  z.strictObject({ kind: z.literal("percent-of-value"), percent: percentText, rounding: roundingSheet }),
  /** Percent of one value line, by its code: a levy on the carcass and not on the hide. */
  z.strictObject({ kind: z.literal("percent-of-line"), percent: percentText, line: codeText, rounding: roundingSheet }),
  /** Percent of value less classes 1 to 3; so only for classes 4 to 7. */
  z.strictObject({ kind: z.literal("percent-of-available"), percent: percentText, rounding: roundingSheet }),
  z.strictObject({
    kind: z.literal("fixed"),
    amount: notNegativeDecimal,
    per: z.enum(["statement", "delivery"]),
    rounding: roundingSheet,
  }),
  /** What is still owed of the advances, oldest first. */
  z.strictObject({ kind: z.literal("advance-balance") }),
  /** Simple interest on the principal of the credits: in class 5 of those overdue, in class 6 of the current ones. */
  z.strictObject({ kind: z.literal("credit-interest"), rounding: roundingSheet }),
  /** The principal of the same credits, as far as the instalment due goes. */
  z.strictObject({ kind: z.literal("credit-principal") }),
]);
export type DeductionBasis = z.infer<typeof deductionBasis>;
export type DeductionBasisKind = DeductionBasis["kind"];

/** How each value of a basis is read: `grains` is money in whole line grains, the others are decimal text. */
export type BasisValue = "weight" | "rate" | "count" | "percent" | "grains" | "months";

/** What `basis` of a statement's deduction line holds, in order. */
export const basisValues = {
  "per-paid-weight": ["weight", "rate"],
  "per-delivered-weight": ["weight", "rate"],
  "per-container": ["count", "rate"],
  "percent-of-value": ["grains", "percent"],
  "percent-of-line": ["grains", "percent"],
  "percent-of-available": ["grains", "percent"],
  fixed: ["count", "rate"],
  "advance-balance": ["grains"],
  "credit-interest": ["grains", "percent", "months"],
  "credit-principal": ["grains"],
} as const satisfies Record<DeductionBasisKind, readonly BasisValue[]>;

/** Accounts of the short chart that a deduction may go to: nothing is deducted into stock, the cash box or what is owed. */
export const destinations = [
  "levies-withheld",
  "collection-charges",
  "transport-charges",
  "container-charges",
  "share-capital",
  "solidarity-fund",
  "development-fund",
  "premium-fund",
  "advances",
  "credit-interest",
  "credit-principal",
  "savings",
] as const satisfies readonly Account[];

/** One deduction. A plan without destination (`to`) or reason in plain words is not published. */
export const deduction = z.strictObject({
  code: codeText,
  class: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]),
  rule: ruleReference,
  basis: deductionBasis,
  /** The account the money goes to; a debt is repaid to the account that holds it. */
  to: z.enum(destinations),
  /**
   * For whom it is taken, where that is not the organisation: nothing is taken without the producer's consent that holds on the day of
   * the statement. Unsaid: it is the organisation's own, or of law.
   */
  consent: z.optional(z.strictObject({ creditor: sentenceText })),
  /** Its short name on the paper, and why it is deducted, in each language the organisation speaks. */
  name: wordsByLanguage,
  reason: wordsByLanguage,
});
export type Deduction = z.infer<typeof deduction>;

const limited = z.array(codeText).check(z.minLength(1));

/** A limit on what several deductions may take together. Every cap names its base and what it limits. */
export const deductionCap = z.discriminatedUnion("kind", [
  /** The limited deductions take at most `percent` of the base together, the earlier ones first. */
  z.strictObject({
    kind: z.literal("share"),
    code: codeText,
    percent: percentText,
    base: z.enum(["value", "available", "value-less-levies-and-third-parties"]),
    limits: limited,
    rounding: roundingSheet,
  }),
  /** At least `percent` of the base is paid out: savings give way first, then 6, 5, 4. It limits all of classes 4 to 7. */
  z.strictObject({
    kind: z.literal("subsistence"),
    code: codeText,
    percent: percentText,
    base: z.enum(["value-less-levies-and-third-parties"]),
    limits: limited,
    rounding: roundingSheet,
  }),
  /** The limited deductions take at most `amount` in a year (of law or statute), with what this year took already. */
  z.strictObject({
    kind: z.literal("yearly"),
    code: codeText,
    amount: notNegativeDecimal,
    base: z.enum(["statute"]),
    limits: limited,
  }),
]);
export type DeductionCap = z.infer<typeof deductionCap>;

/** The whole list, in the order of the statement: classes never go back, and interest stands before its principal. */
export const deductionPlan = z.strictObject({
  code: codeText,
  currency: currencyText,
  deductions: z.array(deduction),
  caps: z.array(deductionCap),
});
export type DeductionPlan = z.infer<typeof deductionPlan>;
