/** Composes one producer's statement from what the book knows: the same for a preview, a review and a closing. */
import { sha256Hex } from "../../../kernel/hash.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { Day } from "../../../kernel/time/index.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { PlanInForce } from "../../agreements/rules/plan-in-force.ts";
import type { Season } from "../../agreements/rules/season-policy.ts";
import type { Prices } from "../../agreements/rules/steps/kind.ts";
import type { StatementCorrections } from "../content/correction.ts";
import { type StatementContent, statementContent } from "../content.ts";
import type { Balances } from "./balances.ts";
import { balancesWith, correctionsOf, takenWith } from "./correction/composed.ts";
import type { Correcting } from "./correction/corrected.ts";
import { type HandOver, headingOf, readingsOf, readyPlan, valuedDelivery } from "./hand-over.ts";
import { type ReadyDeductions, readyDeductions } from "./ready-deductions.ts";
import { type Statement, settle } from "./statement.ts";

/** What one statement is composed from. `planOn` is the plan in force on the day of a hand-over. */
export type Composing = {
  readonly season: Season;
  readonly agent: string;
  readonly handOvers: readonly HandOver[];
  readonly planOn: (day: string) => PlanInForce | null;
  readonly prices: Prices;
  readonly balances: Balances;
  readonly takenThisYear: Readonly<Record<string, bigint>>;
  /** The deductions that need the producer's consent and have it, by code; unsaid, none has. */
  readonly consents?: readonly string[];
  readonly grain: CurrencyGrain;
  readonly on: Day;
  readonly paidIn: "cash" | "transfer";
  /** Closed statements of the producer of which something is corrected with this one, and the hand-overs that take another's place. */
  readonly corrections: readonly Correcting[];
  readonly replacements: readonly HandOver[];
};

/** A statement composed, with what its paper needs beside the figures; `corrections` null where none are named. */
export type Composed = {
  readonly statement: Statement;
  readonly headings: Parameters<typeof statementContent>[1]["deliveries"];
  readonly corrections: StatementCorrections | null;
};

const ready = new WeakMap<DeductionPlan, Map<string, ReadyDeductions>>();

/** A list of deductions made ready for a grain, once for each version that is on the page. */
export function deductionsOf(plan: DeductionPlan | null, lineGrain: string): ReadyDeductions | null {
  if (plan === null) return null;
  const byGrain = ready.get(plan) ?? new Map<string, ReadyDeductions>();
  ready.set(plan, byGrain);
  const found = byGrain.get(lineGrain) ?? readyDeductions(plan, lineGrain);
  byGrain.set(lineGrain, found);
  return found;
}

/** Composes a statement, or says by code which hand-over cannot be valued and why. */
export function compose(said: Composing): Result<Composed> {
  const deliveries = [];
  const headings = [];
  for (const handOver of said.handOvers) {
    const day = handOver.received?.happened ?? "";
    const plan = said.planOn(day);
    if (plan === null)
      return refused("settlement.plan-missing", { delivery: handOver.id, day, plan: said.season.policy.pricePlan });
    const readings = readingsOf(handOver);
    deliveries.push({ delivery: valuedDelivery(handOver, readings), plan: readyPlan(plan, said.grain.line) });
    headings.push(headingOf(handOver, readings, plan));
  }
  const made = correctionsOf(said);
  if (!made.ok) return made;
  const corrections = made.value;
  const settled = settle({
    deliveries,
    prices: said.prices,
    deductions: deductionsOf(said.season.policy.deductions, said.grain.line),
    balances: balancesWith(said.balances, corrections, said.on),
    takenThisYear: takenWith(said.takenThisYear, corrections, said.on),
    ...(said.consents === undefined ? {} : { consents: said.consents }),
    grain: said.grain,
    on: said.on,
    paidIn: said.paidIn,
    ...(corrections === null ? {} : { corrected: BigInt(corrections.paid) }),
  });
  return settled.ok ? done({ statement: settled.value, headings, corrections }) : settled;
}

/** What a paper says beside the statement's own figures. */
export type PaperHeading = {
  readonly number: string;
  readonly book: string;
  readonly organisation: string;
  readonly memberNumber: string | null;
  readonly booked: string;
  readonly issued: string;
  readonly place: string | null;
  readonly payDay: string | null;
  readonly shares: bigint | null;
};

/** The content of the paper of a composed statement. */
export function paperOf(
  { statement, headings, corrections }: Composed,
  said: Composing,
  paper: PaperHeading,
): StatementContent {
  const { season, agent, grain, on, paidIn, handOvers } = said;
  const days = handOvers.map((one) => one.received?.happened ?? "").sort();
  const { deductions } = season.policy;
  return statementContent(statement, {
    number: paper.number,
    book: paper.book,
    organisation: paper.organisation,
    agent: { id: agent, memberNumber: paper.memberNumber },
    days: { happened: days.at(-1) || on, booked: paper.booked, issued: paper.issued },
    grain,
    deliveries: headings,
    deductionPlan:
      deductions === null ? null : { id: season.agreement, version: season.version, code: deductions.code },
    payment: { mode: paidIn, place: paper.place, day: paper.payDay },
    shares: paper.shares,
    corrections: corrections ?? undefined,
  });
}

/** What a composed statement comes to with what it corrects: the value and what was taken of it may be below zero, the net never. */
export function sumsOf({ statement, corrections }: Composed) {
  const [value, net] = [
    statement.value + BigInt(corrections?.value ?? "0"),
    statement.net + BigInt(corrections?.paid ?? "0"),
  ];
  return { value, deducted: value - net, net, paid: statement.paid };
}

/** Everything that is posted for statements, line by line, as one digest: totals may agree where lines have changed. */
export const figuresOf = (composed: readonly Composed[]): string =>
  sha256Hex(
    // Lists of text have no names to put in order.
    JSON.stringify(
      composed.map(({ statement, corrections }) => [
        statement.valuations.map(({ delivery, value }) => [delivery.id, `${value}`]),
        statement.deductions.map(({ code, to, agreement, amount }) => [code, to, agreement, `${amount}`]),
        `${statement.net}`,
        `${statement.paid}`,
        ...(corrections === null ? [] : [JSON.stringify(corrections)]),
      ]),
    ),
  );

/** Sums over statements, as a reviewer sees them and a closing must find them again. Whole line grains. */
export type Totals = {
  readonly statements: number;
  readonly deliveries: number;
  readonly value: bigint;
  readonly deducted: bigint;
  readonly net: bigint;
  readonly paid: bigint;
};

/** Adds statements up. */
export function totalsOf(composed: readonly Composed[]): Totals {
  let deliveries = 0;
  let [value, net, paid] = [0n, 0n, 0n];
  for (const one of composed) {
    const sums = sumsOf(one);
    deliveries += one.statement.valuations.length;
    value += sums.value;
    net += sums.net;
    paid += sums.paid;
  }
  return { statements: composed.length, deliveries, value, deducted: value - net, net, paid };
}

/** Totals as kept: whole numbers as text. */
export const totalsText = (totals: Totals): Readonly<Record<string, string>> => ({
  statements: totals.statements.toString(),
  deliveries: totals.deliveries.toString(),
  value: totals.value.toString(),
  deducted: totals.deducted.toString(),
  net: totals.net.toString(),
  paid: totals.paid.toString(),
});
