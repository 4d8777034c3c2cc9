/**
 * What the paper "statement" keeps, for ever. It holds values and the names of the rules that gave them, never words and never
 * a person's name: words are rendered from the plan's version in the reader's language, names from the register of people.
 * JSON-safe and lossless: amounts are whole line grains as integer text ("6494786"; with a line grain of 0.01, "245543" is
 * 2,455.43), weights are whole grams as integer text, figures are decimal text or "a/b" where no finite decimal exists.
 */

import type { CurrencyGrain } from "../../kernel/money/index.ts";
import { assert } from "../../kernel/refusal.ts";
import type { WaterfallClass } from "../agreements/rules/deductions.ts";
import type { Valuation } from "../agreements/rules/valuation.ts";
import type { Statement } from "./rules/statement.ts";

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

/** Totals, each the sum of rounded lines. */
export type StatementSubtotals = {
  readonly value: string;
  /** Value less classes 1 and 2. */
  readonly afterLeviesAndThirdParties: string;
  /** Value less classes 1 to 3: the base of most caps. */
  readonly available: string;
  readonly net: string;
};

/** How the net is paid. `paid` - net = `difference`, which goes to the account "rounding". */
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
  /** The person's share capital after this statement, in grains; null where it is not shown. */
  readonly shares: bigint | null;
};

/** Builds the kept content of a statement: everything a page needs years later, and nothing it could compute otherwise. */
export function statementContent(statement: Statement, heading: StatementHeading): StatementContent {
  const { number, book, organisation, agent, days, grain, deductionPlan } = heading;
  return {
    form: "statement/1",
    number,
    book,
    organisation,
    agent,
    currency: grain.currency,
    grain: { line: grain.line, cash: grain.cash },
    days,
    deliveries: statement.valuations.map((valuation, index) => deliveryContent(valuation, heading.deliveries[index])),
    deductionPlan,
    deductions: statement.deductions.map((line) => ({ ...line, asked: text(line.asked), amount: text(line.amount) })),
    caps: statement.caps.map((cap) => ({
      ...cap,
      base: text(cap.base),
      portion: text(cap.portion),
      limit: text(cap.limit),
      taken: text(cap.taken),
    })),
    subtotals: {
      value: text(statement.value),
      afterLeviesAndThirdParties: text(statement.afterLeviesAndThirdParties),
      available: text(statement.available),
      net: text(statement.net),
    },
    payment: { ...heading.payment, paid: text(statement.paid), difference: text(statement.difference) },
    after: {
      advances: statement.owed.advances.map(({ id, owed }) => ({ id, owed: text(owed) })),
      credits: statement.owed.credits.map(({ id, principal, interest }) => ({
        id,
        principal: text(principal),
        interest: text(interest),
      })),
      shares: heading.shares === null ? null : text(heading.shares),
    },
  };
}

const text = (whole: bigint): string => whole.toString();

function deliveryContent(
  { delivery, figures, lines, prices }: Valuation,
  heading: StatementHeading["deliveries"][number] | undefined,
): StatementDelivery {
  assert(heading !== undefined, "each settled hand-over has its heading");
  return {
    id: delivery.id,
    receipt: heading.receipt,
    day: delivery.day,
    product: heading.product,
    bags: delivery.bags,
    gross: text(delivery.grossGrams),
    tare: text(delivery.tareGrams),
    net: text(delivery.grossGrams - delivery.tareGrams),
    measurements: heading.measurements,
    plan: heading.plan,
    prices,
    figures,
    lines: lines.map((line) => ({ ...line, amount: text(line.amount) })),
  };
}
