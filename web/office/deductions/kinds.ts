/** How a deduction of each basis is asked for: the classes it may stand in, where it may go, and which figures it wants. */

import type { DeductionCap } from "../../../rooms/agreements/rules/deductions.ts";
import {
  type DeductionBasisKind,
  destinations,
  type WaterfallClass,
  waterfallClasses,
} from "../../../rooms/agreements/rules/deductions.ts";

/**
 * A figure that a basis is computed from; `unit` is the price plan's unit of weight, `per` whether of a statement or a delivery, `line`
 * the code of a value line of the plan.
 */
export type BasisField = "rate" | "percent" | "amount" | BasisWord;
/** Fields of a basis that are words and no figures. */
export type BasisWord = "unit" | "per" | "line";
const basisWords: readonly BasisField[] = ["unit", "per", "line"];
export const isBasisWord = (field: string): field is BasisWord => basisWords.includes(field as BasisField);

export type BasisAsked = {
  readonly fields: readonly BasisField[];
  /** In the order offered; the first is where a new line begins. */
  readonly classes: readonly WaterfallClass[];
  readonly to: readonly string[];
  /** The balances of advances and credits are whole grains already; everything else says how it is rounded. */
  readonly rounds: boolean;
};

const debts: readonly string[] = ["advances", "credit-interest", "credit-principal"];
const notDebts = destinations.filter((one) => !debts.includes(one));
/** What anything may stand in, beginning with what statute or assembly decided. */
const anyClass = [3, ...waterfallClasses.filter((one) => one !== 3)] as const;
const cost = [2, ...waterfallClasses.filter((one) => one !== 2)] as const;

/** Every basis of the engine. What fits where is `checkDeductionPlan`'s to decide; this only does not offer what it refuses. */
export const basesAsked: Readonly<Record<DeductionBasisKind, BasisAsked>> = {
  "percent-of-value": { fields: ["percent"], classes: anyClass, to: notDebts, rounds: true },
  "percent-of-line": { fields: ["percent", "line"], classes: anyClass, to: notDebts, rounds: true },
  "per-paid-weight": { fields: ["rate", "unit"], classes: cost, to: notDebts, rounds: true },
  "per-delivered-weight": { fields: ["rate", "unit"], classes: cost, to: notDebts, rounds: true },
  "per-container": { fields: ["rate"], classes: cost, to: notDebts, rounds: true },
  fixed: { fields: ["amount", "per"], classes: cost, to: notDebts, rounds: true },
  "percent-of-available": { fields: ["percent"], classes: [7, 4, 5, 6], to: notDebts, rounds: true },
  "advance-balance": { fields: [], classes: [4], to: ["advances"], rounds: false },
  "credit-interest": { fields: [], classes: [6, 5], to: ["credit-interest"], rounds: true },
  "credit-principal": { fields: [], classes: [6, 5], to: ["credit-principal"], rounds: false },
};

/** The bases in the order in which they are offered. */
export const basisKinds = Object.keys(basesAsked) as readonly DeductionBasisKind[];

/** What is asked of a basis; of an unknown one nothing. */
export const askedOf = (kind: string): BasisAsked =>
  Object.hasOwn(basesAsked, kind)
    ? basesAsked[kind as DeductionBasisKind]
    : { fields: [], classes: [], to: [], rounds: false };

/** The bases that a cap of each kind may be computed from. */
export const capBases: Readonly<Record<DeductionCap["kind"], readonly DeductionCap["base"][]>> = {
  share: ["available", "value-less-levies-and-third-parties", "value"],
  subsistence: ["value-less-levies-and-third-parties"],
  yearly: ["statute"],
};
export const capKinds = Object.keys(capBases) as readonly DeductionCap["kind"][];
