/** What another price plan would have paid for hand-overs of the past: who gains and who loses, before anything is published. */
import type { Refusal } from "../../../kernel/refusal.ts";
import type { Prices, ValuedDelivery } from "../../agreements/rules/steps/kind.ts";
import type { CompiledPlan } from "../../agreements/rules/valuation.ts";

/** One hand-over of the past, with the readings that count. */
export type PastDelivery = { readonly agent: string; readonly delivery: ValuedDelivery };

/** What hand-overs of one person were worth by the plan of their days, and would be by the other; whole line grains, before deductions. */
export type Changed = {
  readonly agent: string;
  readonly deliveries: bigint;
  readonly before: bigint;
  readonly after: bigint;
};

/** `left`: hand-overs that one of the two plans cannot value; `why` is the first reason, and which plan gave it. */
export type WhatIf = {
  readonly people: readonly Changed[];
  readonly left: bigint;
  readonly why: { readonly plan: "before" | "after"; readonly refusal: Refusal } | null;
};

/**
 * Values each hand-over twice: by the plan in force on its day, and by `after`. Only those that both can value are compared, so that a
 * missing reading makes nobody gain or lose. People in the order of what changes for them, who gains most first.
 */
export function whatIf(
  past: readonly PastDelivery[],
  planOn: (day: string) => CompiledPlan | null,
  after: CompiledPlan,
  prices: Prices,
): WhatIf {
  const people = new Map<string, Changed>();
  let left = 0n;
  let why: WhatIf["why"] = null;
  for (const { agent, delivery } of past) {
    const was = planOn(delivery.day)?.value(delivery, prices) ?? null;
    const would = after.value(delivery, prices);
    if (was === null || !was.ok || !would.ok) {
      left += 1n;
      if (was !== null && !was.ok) why ??= { plan: "before", refusal: was.refusal };
      else if (!would.ok) why ??= { plan: "after", refusal: would.refusal };
      continue;
    }
    const own = people.get(agent) ?? { agent, deliveries: 0n, before: 0n, after: 0n };
    people.set(agent, {
      agent,
      deliveries: own.deliveries + 1n,
      before: own.before + was.value.value,
      after: own.after + would.value.value,
    });
  }
  return { people: [...people.values()].sort(byChange), left, why };
}

/** Who gains most first; the same change by agent, so that the list is the same each time. */
function byChange(one: Changed, other: Changed): number {
  const [gains, others] = [one.after - one.before, other.after - other.before];
  if (gains !== others) return gains > others ? -1 : 1;
  return one.agent < other.agent ? -1 : 1;
}
