/** Which papers of a pool count: one that another corrects no longer does. And what a pool reckons from. */
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { type Carried, type ReckonedWithCarried, reckonCarrying } from "./carried.ts";
import type { EntryKind } from "./kinds.ts";
import { type Delivered, type PoolReckoning, type PoolRule, reckonPool } from "./reckoning.ts";

type Paper = {
  readonly entry: string;
  readonly kind: string;
  readonly amount: bigint;
  readonly corrects: string | null;
};

/** The papers that count. */
export function standing<One extends Paper>(entries: readonly One[]): readonly One[] {
  const corrected = new Set(entries.map((one) => one.corrects));
  return entries.filter((one) => !corrected.has(one.entry));
}

/** Hand-overs gathered by person, in the order of their ids. */
export function byPerson(
  counting: readonly { readonly agent: string; readonly grams: bigint; readonly first: bigint }[],
): readonly (Delivered & { readonly deliveries: number })[] {
  const sums = new Map<string, { agent: string; grams: bigint; first: bigint; deliveries: number }>();
  for (const { agent, grams, first } of counting) {
    const sum = sums.get(agent) ?? { agent, grams: 0n, first: 0n, deliveries: 0 };
    sum.grams += grams;
    sum.first += first;
    sum.deliveries += 1;
    sums.set(agent, sum);
  }
  return [...sums.values()].sort((a, b) => (a.agent < b.agent ? -1 : 1));
}

/** A pool as it stands: its people, the papers that count, its rule. */
export const reckonStanding = (
  people: readonly Delivered[],
  entries: readonly Paper[],
  rule: PoolRule,
  grain: CurrencyGrain,
): PoolReckoning =>
  reckonPool(
    people,
    standing(entries).map((one) => ({ kind: one.kind as EntryKind, amount: one.amount })),
    rule,
    grain,
  );

/** The same with what it carries of earlier pools. */
export const reckonStandingCarrying = (
  people: readonly Delivered[],
  entries: readonly Paper[],
  rule: PoolRule,
  grain: CurrencyGrain,
  carried: readonly Carried[],
): ReckonedWithCarried =>
  reckonCarrying(
    people,
    standing(entries).map((one) => ({ kind: one.kind as EntryKind, amount: one.amount })),
    rule,
    grain,
    carried,
  );

/** The figures of a pool that carries something, beside those of every pool. */
export const carriedText = (it: ReckonedWithCarried): Readonly<Record<string, string>> =>
  it.carried.length === 0 ? {} : { back: `${it.back}`, carried: `${it.carriedPaid}` };

/** The figures that a decision keeps, as whole numbers in text, and the rate. */
export const totalsText = (it: PoolReckoning): Readonly<Record<string, string>> => ({
  base: `${it.base}`,
  costs: `${it.costs}`,
  first: `${it.first}`,
  lines: `${it.lines.length}`,
  otherIn: `${it.otherIn}`,
  paid: `${it.paid}`,
  premium: `${it.premium}`,
  rate: it.rate,
  reserve: `${it.reserve}`,
  residue: `${it.residue}`,
  rounding: it.rounding,
  sales: `${it.sales}`,
  surplus: `${it.surplus}`,
  toMembers: `${it.toMembers}`,
});
