/**
 * What the paper "statement" keeps, for ever. It holds values and the names of the rules that gave them, never words and never
 * a person's name: words are rendered from the plan's version in the reader's language, names from the register of people.
 * JSON-safe and lossless: amounts are whole line grains as integer text ("6494786"; with a line grain of 0.01, "245543" is
 * 2,455.43), weights are whole grams as integer text, figures are decimal text or "a/b" where no finite decimal exists.
 */

import type { CurrencyGrain } from "../../kernel/money/index.ts";
import { assert } from "../../kernel/refusal.ts";
import type { WaterfallClass } from "../agreements/rules/deductions.ts";
import type { Valuation, ValueLine } from "../agreements/rules/valuation.ts";
import { besideContent, type StatementBeside } from "./content/beside.ts";
import type { StatementCorrections } from "./content/correction.ts";
import type { Statement } from "./rules/statement.ts";
import type { CapLine, DeductionLine } from "./rules/waterfall.ts";

/** The content of one statement paper. Unknown or not applicable is null, so that the canonical text has no gaps. */
export type StatementContent = {
  readonly form: "statement/1";
  /** The number printed on the paper, "L-2026-003182". */
  readonly number: string;
  readonly book: string;
  /** The organisation's name on the day of issue. */
  readonly organisation: string;
  readonly agent: { readonly id: string; readonly memberNumber: string | null };
  readonly currency: string;
  /** What one line grain and one cash grain are worth, as decimal text: COP "1" and "50". */
  readonly grain: { readonly line: string; readonly cash: string };
  readonly days: { readonly happened: string; readonly booked: string; readonly issued: string };
  readonly deliveries: readonly StatementDelivery[];
  /** The version of the deductions that applied; null when nothing may be deducted. */
  readonly deductionPlan: PlanVersion | null;
  readonly deductions: readonly StatementDeduction[];
  readonly caps: readonly StatementCap[];
  /** Lines of earlier statements that this one corrects; absent where it corrects none. */
  readonly corrections?: StatementCorrections;
  readonly subtotals: StatementSubtotals;
  readonly payment: StatementPayment;
  readonly after: StatementBalances;
};

/** Which version of a sheet gave the figures. */
export type PlanVersion = { readonly id: string; readonly version: number; readonly code: string };

/** One hand-over named by the statement, with the value of every step of its own day's plan. */
export type StatementDelivery = {
  readonly id: string;
  readonly receipt: string;
  readonly day: string;
  readonly product: string;
  readonly bags: number;
  /** Whole grams as text. */
  readonly gross: string;
  readonly tare: string;
  readonly net: string;
  readonly measurements: readonly StatementMeasurement[];
  readonly plan: PlanVersion;
  /** The points of price series that the plan read, in the order of its steps. */
  readonly prices: readonly StatementPrice[];
  /** One value per step of the plan, in its order; the step's kind, unit and words come from the plan's version. */
  readonly figures: readonly string[];
  readonly lines: readonly StatementValueLine[];
  /** What it earned for the premium account, beside its value; absent where the plan has no premium. */
  readonly premiums?: readonly StatementValueLine[];
  /** What the plan read beside prices and readings; absent where it read nothing. */
  readonly beside?: StatementBeside;
};

/** A reading the plan may have used: `measure` is a code ("moisture"), `value` in the unit of the grading scheme. */
export type StatementMeasurement = {
  readonly measure: string;
  readonly value: string;
  readonly method: string | null;
  readonly instrument: string | null;
};

/** A point of a price series: `period` is a day or a month; `value` as published, for the quantity the step names. */
export type StatementPrice = { readonly series: string; readonly period: string; readonly value: string };

/** One value line: what was paid for ("export"), how much of it in the plan's unit, at what unit price, its amount. */
export type StatementValueLine = {
  readonly line: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
};

/** One deduction line: rule, values of its basis, amount, destination account, and what held it back. */
export type StatementDeduction = {
  /** Code of the deduction in its plan: reason and basis in words are found under it. */
  readonly code: string;
  /** The id of the rule ("D-01"), as decided and dated in the plan. */
  readonly rule: string;
  readonly class: WaterfallClass;
  /** Values of the basis, in the order of `basisValues` of its kind (deductions.ts): [paid weight, rate], [value, percent] … */
  readonly basis: readonly string[];
  /** What the rule asks for, before any cap. */
  readonly asked: string;
  /** What was taken; never more than `asked`. */
  readonly amount: string;
  /** The code of the cap that bit, "nothing-left" when the value was used up, or null when all asked was taken. */
  readonly heldBy: string | null;
  /** An account of the short chart: where the money goes. */
  readonly to: string;
  /** The advance or credit it repays; null otherwise. */
  readonly agreement: string | null;
};

/**
 * What a cap came to, in grains. `portion` is its percent of `base`: of a share the most that may be taken, of subsistence the
 * least that is paid out (of a yearly cap: its amount). `limit` is what its deductions could take together here, `taken` what
 * they took; `bit` when something asked was held back by it.
 */
export type StatementCap = {
  readonly code: string;
  readonly base: string;
  readonly portion: string;
  readonly limit: string;
  readonly taken: string;
  readonly bit: boolean;
};

/** Totals of the hand-overs named here, each the sum of rounded lines; what is corrected of others has its own. */
export type StatementSubtotals = {
  readonly value: string;
  /** Value less classes 1 and 2. */
  readonly afterLeviesAndThirdParties: string;
  /** Value less classes 1 to 3: the base of most caps. */
  readonly available: string;
  readonly net: string;
};

/** How the net is paid, with what corrections give. `paid` - both = `difference`, which goes to the account "rounding". */
export type StatementPayment = {
  readonly mode: "cash" | "transfer";
  readonly place: string | null;
  readonly day: string | null;
  readonly paid: string;
  readonly difference: string;
};

/** How the person stands after this statement, in grains. `shares` is null where the statement does not show it. */
export type StatementBalances = {
  readonly advances: readonly { readonly id: string; readonly owed: string }[];
  readonly credits: readonly { readonly id: string; readonly principal: string; readonly interest: string }[];
  readonly shares: string | null;
};

/** What the paper says beside the computed figures. Deliveries in the order of the statement's valuations. */
export type StatementHeading = Pick<
  StatementContent,
  "number" | "book" | "organisation" | "agent" | "days" | "deductionPlan"
> & {
  readonly grain: CurrencyGrain;
  readonly deliveries: readonly Pick<StatementDelivery, "receipt" | "product" | "measurements" | "plan">[];
  readonly payment: Pick<StatementPayment, "mode" | "place" | "day">;
  /** Lines of earlier statements that are corrected; unsaid where there are none. */
  readonly corrections?: StatementCorrections | undefined;
  /** The person's share capital after this statement, in grains; null where it is not shown. */
  readonly shares: bigint | null;
};

/**
 * Builds the kept content of a statement: everything a page needs years later, and nothing it could compute otherwise. Every object
 * is written in the order of its names, so that plain JSON of it is its canonical text: closing thousands of statements sorts nothing.
 */
export function statementContent(statement: Statement, heading: StatementHeading): StatementContent {
  const { agent, days, deductionPlan, grain, payment } = heading;
  return {
    after: balancesContent(statement, heading.shares),
    agent: { id: agent.id, memberNumber: agent.memberNumber },
    book: heading.book,
    caps: statement.caps.map(capContent),
    ...(heading.corrections === undefined ? {} : { corrections: heading.corrections }),
    currency: grain.currency,
    days: { booked: days.booked, happened: days.happened, issued: days.issued },
    deductionPlan: deductionPlan === null ? null : versionContent(deductionPlan),
    deductions: statement.deductions.map(deductionContent),
    deliveries: statement.valuations.map((valuation, index) => deliveryContent(valuation, heading.deliveries[index])),
    form: "statement/1",
    grain: { cash: grain.cash, line: grain.line },
    number: heading.number,
    organisation: heading.organisation,
    payment: {
      day: payment.day,
      difference: text(statement.difference),
      mode: payment.mode,
      paid: text(statement.paid),
      place: payment.place,
    },
    subtotals: {
      afterLeviesAndThirdParties: text(statement.afterLeviesAndThirdParties),
      available: text(statement.available),
      net: text(statement.net),
      value: text(statement.value),
    },
  };
}

const text = (whole: bigint): string => whole.toString();

const lineContent = ({ amount, line, price, quantity }: ValueLine): StatementValueLine => ({
  amount: text(amount),
  line,
  price,
  quantity,
});

const versionContent = ({ code, id, version }: PlanVersion): PlanVersion => ({ code, id, version });

const balancesContent = ({ owed }: Statement, shares: bigint | null): StatementBalances => ({
  advances: owed.advances.map((one) => ({ id: one.id, owed: text(one.owed) })),
  credits: owed.credits.map((one) => ({ id: one.id, interest: text(one.interest), principal: text(one.principal) })),
  shares: shares === null ? null : text(shares),
});

const capContent = (cap: CapLine): StatementCap => ({
  base: text(cap.base),
  bit: cap.bit,
  code: cap.code,
  limit: text(cap.limit),
  portion: text(cap.portion),
  taken: text(cap.taken),
});

/** A line of deductions as a paper keeps it. */
export const deductionContent = (line: DeductionLine): StatementDeduction => ({
  agreement: line.agreement,
  amount: text(line.amount),
  asked: text(line.asked),
  basis: line.basis,
  class: line.class,
  code: line.code,
  heldBy: line.heldBy,
  rule: line.rule,
  to: line.to,
});

/** A hand-over as a paper keeps it. */
export function deliveryContent(
  { delivery, figures, lines, prices, premiums, beside }: Valuation,
  heading: StatementHeading["deliveries"][number] | undefined,
): StatementDelivery {
  assert(heading !== undefined, "each settled hand-over has its heading");
  return {
    bags: delivery.bags,
    ...(beside === undefined ? {} : { beside: besideContent(beside) }),
    day: delivery.day,
    figures,
    gross: text(delivery.grossGrams),
    id: delivery.id,
    lines: lines.map(lineContent),
    measurements: heading.measurements.map(({ instrument, measure, method, value }) => ({
      instrument,
      measure,
      method,
      value,
    })),
    net: text(delivery.grossGrams - delivery.tareGrams),
    plan: versionContent(heading.plan),
    ...(premiums === undefined ? {} : { premiums: premiums.map(lineContent) }),
    prices: prices.map(({ period, series, value }) => ({ period, series, value })),
    product: heading.product,
    receipt: heading.receipt,
    tare: text(delivery.tareGrams),
  };
}
