/** Settlement of one producer: named hand-overs in, a statement with every figure out. Pure and the same everywhere. */
import { grainOf } from "../../../kernel/exact/index.ts";
import { type Amount, type CurrencyGrain, cashRounding, noMoney } from "../../../kernel/money/index.ts";
import { assert, done, type Result } from "../../../kernel/refusal.ts";
import type { Day } from "../../../kernel/time/index.ts";
import type { Prices } from "../../agreements/rules/steps/kind.ts";
import type { Valuation } from "../../agreements/rules/valuation.ts";
import type { Balances } from "./balances.ts";
import type { Charged } from "./claims.ts";
import type { ReadyDeductions } from "./ready-deductions.ts";
import { type NamedDelivery, otherBook, taken, totalsOf } from "./taken-deliveries.ts";
import { type CapLine, type DeductionLine, type Waterfall, waterfall } from "./waterfall.ts";

/** What is settled. `deductions` is null where nothing may be deducted; `takenThisYear` in grains, by deduction code. */
export type Settling = {
  readonly deliveries: readonly NamedDelivery[];
  readonly prices: Prices;
  readonly deductions: ReadyDeductions | null;
  readonly balances: Balances;
  readonly takenThisYear?: Readonly<Record<string, bigint>>;
  /** The deductions that need consent and have it, by code. */
  readonly consents?: readonly string[];
  readonly grain: CurrencyGrain;
  readonly on: Day;
  readonly paidIn: "cash" | "transfer";
  /** What corrections of earlier statements give beside the hand-overs; with it, none need be named. */
  readonly corrected?: bigint;
};

/** What stays owed after the statement. `monthsSettled` is what the next one counts from. */
export type Owed = {
  readonly advances: readonly { readonly id: string; readonly owed: Amount }[];
  readonly credits: readonly {
    readonly id: string;
    readonly principal: Amount;
    readonly interest: Amount;
    readonly monthsSettled: number;
  }[];
};

/** A statement. All amounts in line grains; each total is the sum of its rounded lines. */
export type Statement = {
  readonly valuations: readonly Valuation[];
  readonly value: Amount;
  readonly deductions: readonly DeductionLine[];
  readonly caps: readonly CapLine[];
  readonly afterLeviesAndThirdParties: Amount;
  readonly available: Amount;
  readonly net: Amount;
  /**
   * What is handed over: the net with what corrections give, or the nearest coins; `difference` = paid − both goes to the account
   * "rounding".
   */
  readonly paid: Amount;
  readonly difference: Amount;
  readonly owed: Owed;
};

/** Settles named hand-overs. Refuses what cannot be valued or is counted in another currency, grain or unit. */
export function settle(said: Settling): Result<Statement> {
  const { grain, deductions, balances } = said;
  const fault = deductions && otherBook(deductions.plan, deductions.lineGrain, grain);
  if (fault) return fault;
  assert(notNegative(balances), "what is owed is not below zero");
  const isOfCorrections = said.corrected !== undefined && said.deliveries.length === 0;
  const deliveries = isOfCorrections ? done([]) : taken(said.deliveries, said.prices, grain);
  if (!deliveries.ok) return deliveries;
  const totals = totalsOf(deliveries.value);
  const charged = new Map<string, Charged>();
  const consents = said.consents ?? [];
  const ground = {
    ...{ deliveries: deliveries.value, totals, balances, on: said.on, grain: grainOf(grain.line), charged },
    consents,
  };
  const run: Result<Waterfall> = deductions
    ? waterfall(deductions, ground, said.takenThisYear ?? {})
    : done(nothingDeducted(totals.value as Amount));
  if (!run.ok) return run;
  const { lines, caps, net } = run.value;
  const toPay = (net + (said.corrected ?? 0n)) as Amount;
  const coins = said.paidIn === "cash" ? cashRounding(toPay, grain) : { paid: toPay, difference: noMoney };
  return done({
    valuations: deliveries.value.map((one) => one.valuation),
    value: totals.value as Amount,
    deductions: lines,
    caps,
    afterLeviesAndThirdParties: run.value.afterLeviesAndThirdParties,
    available: run.value.available,
    net,
    ...coins,
    owed: stillOwed(balances, lines, charged, deductions),
  });
}

const notNegative = ({ advances, credits }: Balances): boolean =>
  advances.every((one) => one.owed >= 0n) && credits.every((one) => one.principal >= 0n && one.interestOwed >= 0n);

const nothingDeducted = (value: Amount): Waterfall => ({
  lines: [],
  caps: [],
  afterLeviesAndThirdParties: value,
  available: value,
  net: value,
});

/** Balances less what the lines repaid; interest charged and not taken stays owed, and is not charged again. */
function stillOwed(
  balances: Balances,
  lines: readonly DeductionLine[],
  charged: ReadonlyMap<string, Charged>,
  deductions: ReadyDeductions | null,
): Owed {
  const kinds = new Map(deductions?.plan.deductions.map((one) => [one.code, one.basis.kind]));
  const repaid = (id: string, kind: string): bigint =>
    lines.reduce((sum, line) => (line.agreement === id && kinds.get(line.code) === kind ? sum + line.amount : sum), 0n);
  return {
    advances: balances.advances.map(({ id, owed }) => ({ id, owed: (owed - repaid(id, "advance-balance")) as Amount })),
    credits: balances.credits.map((credit) => {
      const now = charged.get(credit.id);
      return {
        id: credit.id,
        principal: (credit.principal - repaid(credit.id, "credit-principal")) as Amount,
        interest: ((now?.interest ?? credit.interestOwed) - repaid(credit.id, "credit-interest")) as Amount,
        monthsSettled: credit.monthsSettled + (now?.months ?? 0),
      };
    }),
  };
}
