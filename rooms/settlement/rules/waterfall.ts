/**
 * The waterfall: a value is used up by deductions in the order of the plan, each as far as its caps and what is left allow.
 * What protects subsistence is a cap on classes 4 to 7 together: as the earlier ones are served first, what must give way
 * gives way from the last, savings before instalments before arrears before advances.
 */
import type { Amount } from "../../../kernel/money/index.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import type { WaterfallClass } from "../../agreements/rules/deductions.ts";
import { type Claim, claims, type Ground } from "./claims.ts";
import type { ReadyCap, ReadyDeduction, ReadyDeductions } from "./ready-deductions.ts";

/** One line of deductions: what was asked, what was taken, and what held the difference back. */
export type DeductionLine = {
  readonly code: string;
  readonly rule: string;
  readonly class: WaterfallClass;
  readonly basis: readonly string[];
  readonly asked: Amount;
  readonly amount: Amount;
  /** Code of the tightest cap, "nothing-left" when the value was used up, null when all asked was taken. */
  readonly heldBy: string | null;
  readonly to: string;
  readonly agreement: string | null;
};

/**
 * What a cap came to. `portion` is its percent of the base (of a yearly cap its amount): of a share the most that may be taken,
 * of subsistence the least that is paid out. `limit` is what its deductions may take together in this statement.
 */
export type CapLine = {
  readonly code: string;
  readonly base: Amount;
  readonly portion: Amount;
  readonly limit: Amount;
  readonly taken: Amount;
  readonly bit: boolean;
};

/** The whole way from value to net. */
export type Waterfall = {
  readonly lines: readonly DeductionLine[];
  readonly caps: readonly CapLine[];
  readonly afterLeviesAndThirdParties: Amount;
  readonly available: Amount;
  readonly net: Amount;
};

type OpenCap = {
  readonly ready: ReadyCap;
  base: bigint;
  portion: bigint;
  limit: bigint;
  taken: bigint;
  bit: boolean;
};

/** What is known on the way down. `left` goes below zero only where debts were collected from a value that is corrected. */
type Descent = { left: bigint; afterLevies: bigint; available: bigint };

/** What was collected of debts, by the deduction that collected it: it stands as it is, whatever the value has become. */
export type Collected = readonly { readonly code: string; readonly amount: bigint }[];

/**
 * Runs the plan on a value. `ground` without `available`, which is found here; `takenThisYear` by deduction code. With `collected`, of a
 * statement that is corrected, nothing else is claimed of debts: it uses the value and the caps up as it did, and makes no line.
 */
export function waterfall(
  ready: ReadyDeductions,
  ground: Omit<Ground, "available">,
  takenThisYear: Readonly<Record<string, bigint>>,
  collected: Collected = [],
): Result<Waterfall> {
  const { value } = ground.totals;
  const descent: Descent = { left: value, afterLevies: value, available: value };
  const caps: OpenCap[] = ready.caps.map((one) => ({
    ready: one,
    base: 0n,
    portion: 0n,
    limit: 0n,
    taken: 0n,
    bit: false,
  }));
  const lines: DeductionLine[] = [];
  let reached = 0;
  for (const one of ready.deductions) {
    const stage = stageOf(one.deduction.class);
    while (reached < stage) openCaps(++reached, caps, descent, ground, takenThisYear);
    const found = claims(one, { ...ground, available: descent.available });
    if (!found.ok) return found;
    const isHeld = one.deduction.consent !== undefined && !ground.consents.includes(one.deduction.code);
    for (const claim of found.value) lines.push(isHeld ? withoutConsent(one, claim) : take(one, claim, caps, descent));
    for (const { code, amount } of collected) if (code === one.deduction.code) setAside(one, amount, caps, descent);
    if (one.deduction.class <= 2) descent.afterLevies = descent.left;
    if (one.deduction.class <= 3) descent.available = descent.left;
  }
  return done({
    lines,
    caps: caps.map(capLine),
    afterLeviesAndThirdParties: descent.afterLevies as Amount,
    available: descent.available as Amount,
    net: descent.left as Amount,
  });
}

/**
 * Bases become known in three stages: the value at once, value less 1 and 2 before class 3, available before class 4.
 * A published cap limits only deductions of its stage or later, so it is open before the first of them.
 */
const stageOf = (of: WaterfallClass): number => (of <= 2 ? 1 : of === 3 ? 2 : 3);

/** Computes the caps whose base is known from this stage on. */
function openCaps(
  stage: number,
  caps: readonly OpenCap[],
  descent: Descent,
  ground: Omit<Ground, "available">,
  takenThisYear: Readonly<Record<string, bigint>>,
): void {
  for (const open of caps) {
    const { cap, amount } = open.ready;
    if (stage === 1 && cap.kind === "yearly") {
      const before = cap.limits.reduce(
        (sum, code) => sum + (Object.hasOwn(takenThisYear, code) ? (takenThisYear[code] ?? 0n) : 0n),
        0n,
      );
      [open.base, open.portion, open.limit] = [amount, amount, notBelowZero(amount - before)];
    }
    if (stage === 1 && cap.base === "value") openShare(open, ground.totals.value, ground);
    if (stage === 2 && cap.kind === "share" && cap.base === "value-less-levies-and-third-parties")
      openShare(open, descent.afterLevies, ground);
    if (stage === 3 && cap.base === "available") openShare(open, descent.available, ground);
    if (stage === 3 && cap.kind === "subsistence") {
      openShare(open, descent.afterLevies, ground);
      open.limit = notBelowZero(descent.left - open.portion);
    }
  }
}

/** Percent of a base, both in grains of the book. */
function openShare(open: OpenCap, base: bigint, ground: Omit<Ground, "available">): void {
  const { percent, toGrains } = open.ready;
  if (percent === null) return;
  open.base = base;
  open.portion = toGrains({
    numerator: base * ground.grain.numerator * percent.numerator,
    denominator: ground.grain.denominator * percent.denominator * 100n,
  });
  open.limit = open.portion;
}

const notBelowZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** A claim for somebody else that the producer has not consented to: shown, and nothing of it is taken. */
const withoutConsent = ({ deduction: { code, rule, class: of, to } }: ReadyDeduction, claim: Claim): DeductionLine => ({
  ...{ code, rule: rule.id, class: of, basis: claim.basis, asked: claim.asked as Amount, amount: 0n as Amount },
  ...{ heldBy: "no-consent", to, agreement: claim.agreement },
});

/** Takes one claim as far as every cap on it and what is left allow. */
function take(one: ReadyDeduction, claim: Claim, caps: readonly OpenCap[], descent: Descent): DeductionLine {
  const { code, rule, to } = one.deduction;
  let amount = claim.asked;
  let heldBy: string | null = null;
  let tightest: OpenCap | null = null;
  // Below zero only where a corrected value no longer covers what was collected of debts.
  const left = notBelowZero(descent.left);
  if (left < amount) [amount, heldBy] = [left, "nothing-left"];
  for (const at of one.caps) {
    const open = caps[at];
    if (!open || open.limit - open.taken >= amount) continue;
    amount = notBelowZero(open.limit - open.taken);
    [heldBy, tightest] = [open.ready.cap.code, open];
  }
  if (tightest) tightest.bit = true;
  for (const at of one.caps) {
    const open = caps[at];
    if (open) open.taken += amount;
  }
  descent.left -= amount;
  return {
    code,
    rule: rule.id,
    class: one.deduction.class,
    basis: claim.basis,
    asked: claim.asked as Amount,
    amount: amount as Amount,
    heldBy,
    to,
    agreement: claim.agreement,
  };
}

/** Uses up the value and the caps by what was collected before. */
function setAside(one: ReadyDeduction, amount: bigint, caps: readonly OpenCap[], descent: Descent): void {
  for (const at of one.caps) {
    const open = caps[at];
    if (open) open.taken += amount;
  }
  descent.left -= amount;
}

const capLine = (open: OpenCap): CapLine => ({
  code: open.ready.cap.code,
  base: open.base as Amount,
  portion: open.portion as Amount,
  limit: open.limit as Amount,
  taken: open.taken as Amount,
  bit: open.bit,
});
