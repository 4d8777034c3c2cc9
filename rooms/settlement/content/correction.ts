/**
 * What a statement keeps of corrections: which lines of which closed statements were not as they should have been, what each says now,
 * and what that makes of the value, of each deduction and of what was owed. As everywhere in a statement: values, never words; amounts
 * are whole line grains as text, and a difference may be below zero.
 */
import type { StatementDeduction, StatementDelivery } from "../content.ts";

/**
 * Why a line of a closed statement is corrected:
 * `voided` it did not count, `replaced` another hand-over of the same person stands in its place, `other-member` it was somebody else's,
 * `readings` a reading that came later, `prices` a price published anew, `plan` another version of the plan held on its day.
 */
export const correctionReasons = ["voided", "replaced", "other-member", "readings", "prices", "plan"] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** An amount as it was, as it is now, and what that is more or less. */
export type Restatement = { readonly after: string; readonly before: string; readonly difference: string };

/** One line of a closed statement, as it stood and as it stands; `after` is null where nothing stands there any more. */
export type CorrectedLine = {
  readonly after: StatementDelivery | null;
  readonly before: StatementDelivery;
  readonly correction: string;
  readonly difference: string;
  /** Which hand-over of that statement, counted from one. */
  readonly line: number;
  readonly reason: CorrectionReason;
};

/** One deduction of a closed statement, as it follows the corrected value. Null where it took or takes nothing. */
export type CorrectedDeduction = {
  readonly after: StatementDeduction | null;
  readonly before: StatementDeduction | null;
  readonly difference: string;
};

/** What is corrected of one closed statement. */
export type StatementCorrection = {
  /** The day it was closed: its deductions follow the rules of that day. */
  readonly closed: string;
  readonly deductions: readonly CorrectedDeduction[];
  readonly lines: readonly CorrectedLine[];
  readonly net: Restatement;
  /** Its number and its id. */
  readonly number: string;
  readonly statement: string;
  readonly value: Restatement;
  /** What other statements took in the year it was closed, of deductions that a year limits. */
  readonly yearTaken: readonly { readonly amount: string; readonly code: string }[];
};

/** All corrections of a statement, with what comes of them. */
export type StatementCorrections = {
  /** What the deductions of the corrected statements take more or less. */
  readonly deducted: string;
  readonly net: string;
  readonly of: readonly StatementCorrection[];
  /** Where they come to less than nothing: what the person owes for it, as an advance of this id. */
  readonly owed: { readonly agreement: string; readonly amount: string } | null;
  /** What of them is paid with this statement. */
  readonly paid: string;
  /** What they repay of what earlier corrections left owed. */
  readonly repaid: readonly { readonly agreement: string; readonly amount: string }[];
  readonly value: string;
};

/** The hand-overs, deductions and sums of a closed statement as later statements have corrected them. */
export type CorrectedState = {
  readonly slots: readonly (StatementDelivery | null)[];
  readonly deductions: readonly StatementDeduction[];
  readonly value: bigint;
  readonly net: bigint;
};
