/** What a list of deductions must satisfy before it is published. */
import { isGrain } from "../../../kernel/exact/index.ts";
import { assert, done, type Result, refused } from "../../../kernel/refusal.ts";
import {
  type Deduction,
  type DeductionBasisKind,
  type DeductionCap,
  type DeductionPlan,
  deductionPlan,
} from "./deductions.ts";
import { isWholeMultiple } from "./grains.ts";
import { type FaultRefusals, type Refused, sheetFault } from "./sheet-fault.ts";

/** What a faulty or missing field is refused as. */
const faults: FaultRefusals = {
  byField: {
    to: (field) => refused("deductions.no-destination", { field }, field),
    reason: (field) => refused("deductions.no-reason", { field }, field),
    name: (field) => refused("deductions.no-reason", { field }, field),
    rule: (field) => refused("deductions.no-rule", { field }, field),
    rounding: (field) => refused("deductions.amount-not-rounded", { field }, field),
    base: (field) => refused("deductions.cap-without-base", { field }, field),
    limits: (field) => refused("deductions.cap-without-limits", { field }, field),
  },
  otherwise: (field) => refused("deductions.spelling", { field }, field),
};

/** Reads a deduction plan as it came and checks it. `lineGrain` is the book's, as decimal text. */
export function checkDeductionPlan(body: unknown, lineGrain: string): Result<DeductionPlan> {
  assert(isGrain(lineGrain), "a book's line grain is a decimal above zero");
  const parsed = deductionPlan.safeParse(body);
  if (!parsed.success) return sheetFault(parsed.error, faults);
  const plan = parsed.data;
  for (const [index, one] of plan.deductions.entries()) {
    const fault =
      orderFault(plan.deductions, index) ??
      basisFault(one, `deductions.${index}`) ??
      grainFault(one.basis, one.code, `deductions.${index}.basis`, lineGrain);
    if (fault) return fault;
  }
  for (const [index, cap] of plan.caps.entries()) {
    const fault = capFault(plan, cap, index) ?? grainFault(cap, cap.code, `caps.${index}`, lineGrain);
    if (fault) return fault;
  }
  return done(plan);
}

/** Codes are their own, classes never go back, and interest is collected before its principal. */
function orderFault(deductions: readonly Deduction[], index: number): Refused | null {
  const one = deductions[index];
  const earlier = deductions.slice(0, index);
  if (!one) return null;
  if (earlier.some((other) => other.code === one.code))
    return refused("deductions.code-repeated", { deduction: one.code }, `deductions.${index}.code`);
  const later = earlier.find((other) => other.class > one.class);
  if (later)
    return refused("deductions.class-order", { deduction: one.code, after: later.code }, `deductions.${index}.class`);
  const same = earlier.find((other) => repays(one) && other.basis.kind === one.basis.kind && other.class === one.class);
  if (same)
    return refused(
      "deductions.balance-claimed-twice",
      { deduction: one.code, after: same.code },
      `deductions.${index}.basis.kind`,
    );
  const principal = earlier.find((other) => other.class === one.class && other.basis.kind === "credit-principal");
  if (one.basis.kind === "credit-interest" && principal)
    return refused(
      "deductions.principal-before-interest",
      { deduction: one.code, after: principal.code },
      `deductions.${index}`,
    );
  return null;
}

/** Whether a deduction repays what is owed: two of the same class would collect the same debt twice. */
const repays = (one: Deduction): boolean => !("rounding" in one.basis) || one.basis.kind === "credit-interest";

/** The account that holds each kind of debt: repaid anywhere else, the debt would stand for ever. */
const debtAccounts: Partial<Record<DeductionBasisKind, Deduction["to"]>> = {
  "advance-balance": "advances",
  "credit-interest": "credit-interest",
  "credit-principal": "credit-principal",
};

/** Which classes a basis may stand in: what is available is known only after class 3; debts have their own classes. */
function basisFault(one: Deduction, at: string): Refused | null {
  const { kind } = one.basis;
  const fits =
    kind === "percent-of-available"
      ? one.class >= 4
      : kind === "advance-balance"
        ? one.class === 4
        : kind === "credit-interest" || kind === "credit-principal"
          ? one.class === 5 || one.class === 6
          : true;
  if (!fits) return refused("deductions.basis-in-wrong-class", { deduction: one.code, basis: kind }, `${at}.class`);
  const holds = debtAccounts[kind];
  if (holds !== undefined && holds !== one.to)
    return refused("deductions.debt-repaid-elsewhere", { deduction: one.code, to: one.to, holds }, `${at}.to`);
  const { from, until } = one.rule;
  if (until !== undefined && until < from)
    return refused("deductions.rule-ends-before-it-begins", { deduction: one.code }, `${at}.rule.until`);
  return null;
}

/** A rounding, and an amount fixed by statute, must be whole line grains of the book. */
function grainFault(holder: object, code: string, at: string, lineGrain: string): Refused | null {
  if ("rounding" in holder) {
    const { grain } = holder.rounding as { grain: string };
    if (!isWholeMultiple(grain, lineGrain))
      return refused("deductions.grain-finer-than-book", { code, grain, book: lineGrain }, `${at}.rounding.grain`);
  } else if ("amount" in holder && !isWholeMultiple(holder.amount as string, lineGrain)) {
    return refused(
      "deductions.grain-finer-than-book",
      { code, grain: String(holder.amount), book: lineGrain },
      `${at}.amount`,
    );
  }
  return null;
}

/** A cap limits deductions that exist and whose class its base does not depend on. */
function capFault(plan: DeductionPlan, cap: DeductionCap, index: number): Refused | null {
  const at = `caps.${index}`;
  if (plan.caps.slice(0, index).some((other) => other.code === cap.code))
    return refused("deductions.code-repeated", { deduction: cap.code }, `${at}.code`);
  for (const [place, code] of cap.limits.entries()) {
    const limited = plan.deductions.find((one) => one.code === code);
    const field = `${at}.limits.${place}`;
    if (!limited) return refused("deductions.cap-limits-unknown", { cap: cap.code, deduction: code }, field);
    if (limited.class < firstLimitable(cap))
      return refused("deductions.cap-base-depends-on-limited", { cap: cap.code, deduction: code }, field);
  }
  if (cap.kind !== "subsistence") return null;
  const left = plan.deductions.find((one) => one.class >= 4 && !cap.limits.includes(one.code));
  return left ? refused("deductions.floor-leaves-out", { cap: cap.code, deduction: left.code }, `${at}.limits`) : null;
}

/** The first class a cap may limit. What protects subsistence limits classes 4 to 7 only: law and third parties come first. */
function firstLimitable(cap: DeductionCap): number {
  if (cap.kind === "subsistence" || cap.base === "available") return 4;
  return cap.base === "value-less-levies-and-third-parties" ? 3 : 1;
}
