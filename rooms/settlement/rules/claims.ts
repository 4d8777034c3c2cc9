/** What each deduction asks for, before any cap: one claim, or one per advance or credit it repays. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { Day } from "../../../kernel/time/index.ts";
import type { Figure } from "../../agreements/rules/steps/figure.ts";
import {
  advanceDue,
  type Balances,
  type CreditBalance,
  creditDue,
  interestOn,
  monthsToCharge,
  oldestFirst,
} from "./balances.ts";
import type { ReadyDeduction } from "./ready-deductions.ts";
import { coveredBy, lineValue, type TakenDelivery, type Totals, totalsOf, weightText } from "./taken-deliveries.ts";

/** `basis` holds the values in the order of `basisValues`; `agreement` the advance or credit repaid. */
export type Claim = { readonly asked: bigint; readonly basis: readonly string[]; readonly agreement: string | null };

/** What claims are computed from. `available` counts only from class 4 on, when classes 1 to 3 are taken. */
export type Ground = {
  readonly deliveries: readonly TakenDelivery[];
  readonly totals: Totals;
  readonly balances: Balances;
  readonly on: Day;
  /** Worth of one line grain. */
  readonly grain: Figure;
  readonly available: bigint;
  /** Interest charged so far in this statement, by credit: its principal is claimed only up to the instalment less this. */
  readonly charged: Map<string, Charged>;
  /** The deductions that need the producer's consent and have it on this day, by code. */
  readonly consents: readonly string[];
};

/** Interest charged on one credit: completed months, all interest now owed, and how much of it was claimed. */
export type Charged = { readonly months: number; readonly interest: bigint; readonly asked: bigint };

/** The claims of one deduction. Debts are claimed oldest first; what asks for nothing makes no line. */
export function claims(ready: ReadyDeduction, ground: Ground): Result<readonly Claim[]> {
  const { basis } = ready.deduction;
  switch (basis.kind) {
    case "advance-balance":
      return done(advanceClaims(ready, ground));
    case "credit-interest":
      return done(interestClaims(ready, ground));
    case "credit-principal":
      return done(principalClaims(ready, ground));
    case "percent-of-available":
      return done(ruleHolds(ready, ground) ? [percentClaim(ready, ground.available, ground.grain)] : []);
    default:
      return deliveryClaims(ready, ground);
  }
}

const asksSomething = (claim: Claim): boolean => claim.asked > 0n;

/** Debts and shares of the whole follow the rule in force on the day of settlement. */
const ruleHolds = (ready: ReadyDeduction, ground: Ground): boolean => coveredBy(ready.deduction.rule, ground.on);

/** Claims on hand-overs count only those of days on which the rule was in force. */
function deliveryClaims(ready: ReadyDeduction, ground: Ground): Result<readonly Claim[]> {
  const { basis, rule, code } = ready.deduction;
  const covered = ground.deliveries.filter(({ valuation }) => coveredBy(rule, valuation.delivery.day));
  if (covered.length === 0) return done([]);
  const totals = covered.length === ground.deliveries.length ? ground.totals : totalsOf(covered);
  switch (basis.kind) {
    case "per-paid-weight":
    case "per-delivered-weight": {
      if (totals.unit !== basis.unit) return refused("settlement.other-unit", { deduction: code, unit: basis.unit });
      const weight = basis.kind === "per-paid-weight" ? totals.paid : totals.delivered;
      return done([rateClaim(ready, weight, weightText(weight))]);
    }
    case "per-container":
      return done([countClaim(ready, totals.containers)]);
    case "fixed":
      return done([countClaim(ready, basis.per === "delivery" ? totals.deliveries : 1n)]);
    case "percent-of-value":
      return done([percentClaim(ready, totals.value, ground.grain)]);
    case "percent-of-line":
      return done([percentClaim(ready, lineValue(covered, basis.line), ground.grain)]);
    default:
      return done([]);
  }
}

const rateClaim = (ready: ReadyDeduction, weight: Figure, text: string): Claim => ({
  asked: ready.toGrains({
    numerator: weight.numerator * ready.rate.numerator,
    denominator: weight.denominator * ready.rate.denominator,
  }),
  basis: [text, ready.rateText],
  agreement: null,
});

const countClaim = (ready: ReadyDeduction, count: bigint): Claim =>
  rateClaim(ready, { numerator: count, denominator: 1n }, count.toString());

const percentClaim = (ready: ReadyDeduction, base: bigint, grain: Figure): Claim => ({
  asked: ready.toGrains({
    numerator: base * grain.numerator * ready.rate.numerator,
    denominator: grain.denominator * ready.rate.denominator * 100n,
  }),
  basis: [base.toString(), ready.rateText],
  agreement: null,
});

function advanceClaims(ready: ReadyDeduction, ground: Ground): readonly Claim[] {
  if (!ruleHolds(ready, ground)) return [];
  return oldestFirst(ground.balances.advances)
    .map((one) => ({ asked: advanceDue(one), basis: [one.owed.toString()], agreement: one.id }))
    .filter(asksSomething);
}

/** The credits of this deduction's class, oldest first. */
const creditsOf = (ready: ReadyDeduction, ground: Ground): readonly CreditBalance[] => {
  if (!ruleHolds(ready, ground)) return [];
  const standing = ready.deduction.class === 5 ? "overdue" : "current";
  return oldestFirst(ground.balances.credits.filter((credit) => credit.standing === standing));
};

/** Interest comes before principal, and both together not above the instalment due. */
const interestClaims = (ready: ReadyDeduction, ground: Ground): readonly Claim[] =>
  creditsOf(ready, ground)
    .map((credit) => {
      const months = monthsToCharge(credit, ground.on);
      const interest = interestOn(credit, months, ready.toGrains, ground.grain);
      const asked = least(interest, creditDue(credit, interest));
      ground.charged.set(credit.id, { months, interest, asked });
      const basis = [credit.principal.toString(), credit.ratePerMonth, String(months)];
      return { asked, basis, agreement: credit.id };
    })
    .filter(asksSomething);

const principalClaims = (ready: ReadyDeduction, ground: Ground): readonly Claim[] =>
  creditsOf(ready, ground)
    .map((credit) => {
      const charged = ground.charged.get(credit.id);
      const asked = least(credit.principal, creditDue(credit, charged?.interest ?? 0n) - (charged?.asked ?? 0n));
      return { asked, basis: [credit.principal.toString()], agreement: credit.id };
    })
    .filter(asksSomething);

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
