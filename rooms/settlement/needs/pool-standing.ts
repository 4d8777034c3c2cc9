/** What stands of hand-overs that closed statements have taken: what took the place of another, and what was corrected of each. */
import { always, andThen, map, type Need, rowsOfEach, together } from "../../../kernel/act/need.ts";
import { delivery, deliveryVoid, settledDelivery } from "../../acopio/records.ts";
import { correction, correctionSettled } from "../records.ts";

/** The hand-overs that stand in the place of these: those that were not voided, and what replaced the others, down the chain. */
export function standingIds(ids: readonly string[]): Need<readonly string[]> {
  if (ids.length === 0) return always([]);
  return andThen(rowsOfEach(deliveryVoid, "key", ids), (voids) => {
    const instead = voids.flatMap((one) => one[0]?.replaced_by ?? []);
    const kept = ids.filter((_, at) => voids[at]?.[0] === undefined);
    if (instead.length === 0) return always(kept);
    const settled = andThen(rowsOfEach(settledDelivery, "key", instead), (found) =>
      standingIds(instead.filter((_, at) => found[at]?.[0] !== undefined)),
    );
    return map(settled, (more) => [...kept, ...more]);
  });
}

/** A settled correction: of which hand-over, whose, and what it made of kilos and value. `after` is null where nothing stands there. */
export type MadeCorrection = {
  readonly correction: string;
  readonly delivery: string;
  readonly after: string | null;
  readonly agent: string;
  /** What is more or less, and what stands there now. */
  readonly grams: bigint;
  readonly gramsNow: bigint;
  readonly difference: bigint;
};

/** The settled corrections of these hand-overs, and of those that took their place, down the chain. */
export function correctionsMade(ids: readonly string[]): Need<readonly MadeCorrection[]> {
  if (ids.length === 0) return always([]);
  return andThen(rowsOfEach(correctionSettled, "byDelivery", ids), (found) => {
    const settled = found.flat();
    if (settled.length === 0) return always([]);
    const asked = {
      decided: rowsOfEach(
        correction,
        "key",
        settled.map((one) => one.correction),
      ),
      before: rowsOfEach(
        delivery,
        "key",
        settled.map((one) => one.delivery),
      ),
    };
    return andThen(together(asked), ({ decided, before }) => {
      const afters = settled.map((one, at) => afterOf(decided[at]?.[0], one.delivery));
      const named = afters.filter((one) => one !== null);
      const then = { after: rowsOfEach(delivery, "key", named), later: correctionsMade(instead(settled, afters)) };
      return map(together(then), ({ after, later }) => {
        const grams = new Map(after.flat().map((one) => [one.delivery, one.net_g]));
        const own = settled.map((one, at): MadeCorrection => {
          const to = afters[at] ?? null;
          const now = to === null ? 0n : (grams.get(to) ?? 0n);
          return {
            ...{ correction: one.correction, delivery: one.delivery, after: to, difference: one.difference },
            agent: decided[at]?.[0]?.agent ?? "",
            grams: now - (before[at]?.[0]?.net_g ?? 0n),
            gramsNow: now,
          };
        });
        return [...new Map([...own, ...later].map((one) => [one.correction, one])).values()];
      });
    });
  });
}

/** What stands after a correction: another hand-over, the same, or nothing. */
function afterOf(
  decided: { readonly reason: string; readonly replaced_by: string | null } | undefined,
  same: string,
): string | null {
  if (decided === undefined || decided.reason === "voided" || decided.reason === "other-member") return null;
  return decided.reason === "replaced" ? decided.replaced_by : same;
}

const instead = (settled: readonly { readonly delivery: string }[], afters: readonly (string | null)[]) =>
  afters.filter((one, at): one is string => one !== null && one !== settled[at]?.delivery);
