/** From materials of the book to composed statements: the same steps for a review, a closing and a payment on the spot. */
import type { Context } from "../../../kernel/act/declaration.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import type { Day } from "../../../kernel/time/index.ts";
import { firstOpenDay } from "../../../kernel/time/index.ts";
import type { Prices } from "../../agreements/rules/steps/kind.ts";
import type { StatementCorrections } from "../content/correction.ts";
import type { StatementContent } from "../content.ts";
import { type Materials, type Named, priceKey } from "../needs.ts";
import { type Composed, type Composing, compose, deductionsOf, paperOf } from "../rules/compose.ts";
import type { Correcting } from "../rules/correction/corrected.ts";
import { type CorrectionKnown, prepared, unfitCorrection } from "../rules/correction/prepared.ts";
import { type HandOver, unfitFor } from "../rules/hand-over.ts";
import { planOn } from "../rules/plans-of-season.ts";

/** How the statements are paid. */
export type PaidHow = {
  readonly paidIn: "cash" | "transfer";
  readonly place: string | null;
  readonly payDay: string | null;
};

/** One statement with what it was composed from. */
export type Made = { readonly composing: Composing; readonly composed: Composed; readonly memberNumber: string | null };

/** What a statement of somebody is composed from; refused when the book has no grain for the plan's currency. */
export function composingFor(materials: Materials, named: Named, how: PaidHow, on: Day): Result<Composing> {
  const { season, plans, grain, handOvers, standings, prices } = materials;
  if (grain === null)
    return refused("settlement.no-grain", { currency: plans[0]?.currency ?? null, plan: season.policy.pricePlan });
  const standing = standings.get(named.agent);
  const corrections = correctionsFor(materials, named, grain);
  if (!corrections.ok) return corrections;
  return {
    ok: true,
    value: {
      season,
      agent: named.agent,
      handOvers: named.deliveries.map((id) => handOvers.get(id) as HandOver),
      planOn: (day) => planOn(plans, day),
      prices: (series, period) => prices.get(priceKey(series, period)) ?? null,
      balances: standing?.debts ?? { advances: [], credits: [] },
      takenThisYear: standing?.takenThisYear ?? {},
      consents: standing?.consents ?? [],
      grain,
      on,
      paidIn: how.paidIn,
      corrections: corrections.value,
      replacements: (named.corrections ?? []).flatMap((id) => replacementIn(materials.corrections.known.get(id))),
    },
  };
}

/** The hand-over that takes the place of another by a correction: it is settled with it. */
const replacementIn = (known: CorrectionKnown | undefined): readonly HandOver[] =>
  known?.decided?.reason === "replaced" && known.replacement !== null ? [known.replacement] : [];

/** The corrections that a statement names, made ready; refused with why one of them cannot be. */
function correctionsFor(
  { corrections, prices }: Materials,
  { agent, corrections: ids = [] }: Named,
  grain: CurrencyGrain,
): Result<readonly Correcting[]> {
  const known = ids.flatMap((id) => corrections.known.get(id) ?? []);
  for (const [at, one] of known.entries()) {
    const unfit = unfitCorrection(one, agent, `corrections.${at}`);
    if (unfit !== null) return { ok: false, refusal: unfit };
  }
  const pricesNow: Prices = (series, period) => prices.get(priceKey(series, period)) ?? null;
  return prepared(known, pricesNow, grain, (plan) => deductionsOf(plan, grain.line));
}

/** Composes one statement after seeing that each of its hand-overs may be settled. */
export function make(materials: Materials, named: Named, how: PaidHow, on: Day): Result<Made> {
  const composing = composingFor(materials, named, how, on);
  if (!composing.ok) return composing;
  for (const [at, handOver] of composing.value.handOvers.entries()) {
    const unfit = unfitFor(handOver, named.agent, materials.season, `deliveries.${at}`);
    if (unfit !== null) return { ok: false, refusal: unfit };
  }
  const composed = compose(composing.value);
  if (!composed.ok) return composed;
  const memberNumber = materials.standings.get(named.agent)?.memberNumber ?? null;
  return { ok: true, value: { composing: composing.value, composed: composed.value, memberNumber } };
}

/** Composes all, or gives every reason why not, up to a number a person can read. */
export function makeAll(
  materials: Materials,
  named: readonly Named[],
  how: PaidHow,
  on: Day,
): { readonly made: readonly Made[]; readonly wrong: readonly Refusal[] } {
  const made: Made[] = [];
  const wrong: Refusal[] = [];
  for (const one of named) {
    const result = make(materials, one, how, on);
    if (result.ok) made.push(result.value);
    else if (wrong.length < 50) wrong.push(result.refusal);
  }
  return { made, wrong };
}

/** The number of the statement that comes `after` others of its year: "L-2026-000001". */
export const statementNumber = (year: string, after: bigint): string =>
  `L-${year}-${(after + 1n).toString().padStart(6, "0")}`;

/** What corrections pay into share capital more or less. */
const sharesCorrected = (corrections: StatementCorrections | null): bigint =>
  (corrections?.of ?? [])
    .flatMap((one) => one.deductions)
    .filter(({ after, before }) => (after ?? before)?.to === "share-capital")
    .reduce((sum, { difference }) => sum + BigInt(difference), 0n);

/** The content of a statement's paper, with what the person's shares come to after it. */
export function contentOf(
  made: Made,
  materials: Materials,
  how: PaidHow,
  number: string,
  context: Pick<Context, "book" | "settings" | "today" | "closedUntil">,
): StatementContent {
  const { composing, composed, memberNumber } = made;
  const paidIn =
    composed.statement.deductions.reduce((sum, line) => (line.to === "share-capital" ? sum + line.amount : sum), 0n) +
    sharesCorrected(composed.corrections);
  const shares = (materials.standings.get(composing.agent)?.shares ?? 0n) + paidIn;
  return paperOf(composed, composing, {
    number,
    book: context.book,
    organisation: context.settings?.name ?? "",
    memberNumber,
    booked: firstOpenDay(composing.on, context.closedUntil as Day | null),
    issued: context.today,
    place: how.place,
    payDay: how.payDay,
    shares: shares === 0n ? null : shares,
  });
}
