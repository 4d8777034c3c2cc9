/** A collection point that pays: what it holds, and what is asked when it spends what it was not lent. */
import type { Context } from "../../../kernel/act/declaration.ts";
import { always, andThen, map, type Need, together } from "../../../kernel/act/need.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { grainIn } from "../../../kernel/money/index.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { cashRole, overdrawn } from "../../acopio/cash.ts";
import { cashAt, cashHeldOn } from "../../acopio/needs/cash.ts";
import { deviceNow } from "../../book/needs.ts";
import { collections } from "../rules/collections.ts";
import type { Composed, Composing } from "../rules/compose.ts";

/**
 * Where a device paid: `place` whose box the cash left, `holds` the point that the device stands at. One that says another place than
 * its own holds nothing, and its `holds` is empty. `held`: a float was lent for that day; `box` what lay there before, in whole line grains.
 */
export type PayingPoint = {
  readonly place: string;
  readonly holds: string;
  readonly held: boolean;
  readonly box: bigint;
};

type Paid = { readonly place?: string | undefined; readonly currency: string; readonly on: string };

/** The point that paid; null when it was said in another way than by a device. A device of no place holds nothing anywhere. */
export function payingPoint({ place, currency, on }: Paid, { through, settings }: Context): Need<PayingPoint | null> {
  if (through.way !== "device") return always(null);
  return andThen(deviceNow(through.device), (device) => {
    const own = device?.place ?? "";
    const at = place ?? own;
    return map(
      together({ held: cashHeldOn(at, currency, on), box: cashAt(at, currency, settings) }),
      ({ held, box }): PayingPoint => ({ place: at, holds: at === own ? own : "", held: held && at === own, box }),
    );
  });
}

/** Asks where a point paid without a float of that day, and where more left its box than the book finds in it. */
export function pointDoubts(
  point: PayingPoint | null,
  paid: Paid & { readonly about: string; readonly handedOver: bigint },
  { settings }: Context,
): readonly Question[] {
  const grain = grainIn(settings, paid.currency);
  if (point === null || grain === null || paid.handedOver === 0n) return [];
  const facts = { place: point.place, day: paid.on, currency: paid.currency };
  return [
    ...(point.held ? [] : [question("float.not-held", cashRole, paid.about, facts)]),
    ...overdrawn(point.box - paid.handedOver, point.place, grain, paid.about),
  ];
}

/** What is left of a point's shares goes down by what its statement collected, the first lent before the later ones. */
export function sharesUsed(said: Composing, { statement }: Composed): readonly TallyChange[] {
  const debts = [...said.balances.advances, ...said.balances.credits];
  return collections(said.balances, statement, said.season.policy.deductions).flatMap((taken) => {
    let used = BigInt(taken.principal) + BigInt(taken.interest);
    const { shares = [] } = debts.find((one) => one.id === taken.debt) ?? {};
    return shares.flatMap(({ hold, left }) => {
      const change = used < left ? used : left;
      used -= change;
      return change === 0n ? [] : [{ kind: "hold-left", key: hold, change: -change }];
    });
  });
}
