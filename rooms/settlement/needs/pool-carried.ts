/** What a pool counts and carries: its own settled hand-overs as they stand, and of earlier pools what came late or was corrected. */
import { always, andThen, each, map, type Need, row, rows, rowsOfEach, together } from "../../../kernel/act/need.ts";
import { type Row, reached } from "../../../kernel/act/record.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { delivery, deliveryVoid, pastDelivery } from "../../acopio/records.ts";
import { settingsNow } from "../../book/needs.ts";
import { pool, poolCarried, poolDelivery, poolPast, poolStage } from "../records.ts";
import { type Carried, dueFor } from "../rules/pool/carried.ts";
import { pastGrains } from "../rules/pool/past.ts";
import { type Counting, countingOf, poolOf, statementsOf } from "./pool.ts";
import { correctionsMade, type MadeCorrection, standingIds } from "./pool-standing.ts";

/** A hand-over that counts, with the corrections that its value has in it already; `past` of before the book. */
export type Standing = Counting & { readonly corrections: readonly string[]; readonly past: boolean };

/** A pool that was decided, with its rate. */
type Decided = { readonly of: Row<typeof pool>; readonly rate: string; readonly taken: readonly string[] };

/** A pool with what counts in it and what it carries; nothing where there is no such pool. */
export const poolCarrying = (id: string) =>
  andThen(together({ found: poolOf(id), settings: settingsNow }), ({ found, settings }) => {
    const of = found.pool;
    const grains = (settings?.currencies ?? []) as readonly CurrencyGrain[];
    const grain = grains.find((one) => one.currency === of?.currency);
    if (of === null || grain === undefined)
      return always({ ...found, counting: [] as readonly Standing[], carried: [] as readonly Carried[] });
    return andThen(earlierPools(of), (earlier) => {
      const taken = earlier.flatMap((one) => one.taken);
      const asked = {
        standsFor: standingIds(taken),
        made: each(earlier.map((one) => correctionsMade(one.taken))),
        own: standingIn(of, grain),
        others: each(earlier.map((one) => standingIn(one.of, grain))),
      };
      return andThen(together(asked), ({ standsFor, made, own, others }) => {
        const counted = new Set([...standsFor, ...taken]);
        const counting = own.filter((one) => !counted.has(one.delivery));
        for (const one of counting) counted.add(one.delivery);
        const late = earlier.flatMap((one, at) => lateIn(one, others[at] ?? [], counted, grain));
        const corrected = earlier.flatMap((one, at) => correctedIn(one, made[at] ?? [], grain));
        return map(stillDue([...corrected, ...late]), (carried) => ({ ...found, counting, carried }));
      });
    });
  });

/** Pools of the same product and currency that were decided, with what they took. */
function earlierPools(of: Row<typeof pool>): Need<readonly Decided[]> {
  return andThen(rows(pool, "all", []), (all) => {
    const same = all.filter(
      (one) => one.pool !== of.pool && one.product === of.product && one.currency === of.currency,
    );
    const asked = same.map((one) =>
      together({ stages: rows(poolStage, "key", [one.pool]), taken: rows(poolDelivery, "byPool", [one.pool]) }),
    );
    return map(each(asked), (found) =>
      same.flatMap((one, at) => {
        const totals = found[at]?.stages.find(({ stage }) => stage === "decided")?.totals as
          | { rate?: string }
          | undefined;
        const stage = reached(found[at]?.stages ?? [])?.stage;
        if (totals?.rate === undefined || stage === "open") return [];
        return [{ of: one, rate: totals.rate, taken: (found[at]?.taken ?? []).map(({ delivery: id }) => id) }];
      }),
    );
  });
}

/** The hand-overs of a pool's seasons and days that stand and that no pool has taken: each with its value as corrected. */
function standingIn(of: Row<typeof pool>, grain: CurrencyGrain): Need<readonly Standing[]> {
  const settled = andThen(statementsOf(of), (statements) =>
    andThen(standingIds(statements.flatMap((one) => one.deliveries as readonly string[])), (ids) =>
      andThen(countingOf(of, statements, ids), (counting) =>
        map(correctionsMade(counting.map((one) => one.delivery)), (made) => counting.map((one) => asStands(one, made))),
      ),
    ),
  );
  return map(together({ settled, past: pastIn(of, grain) }), ({ settled: own, past }) => [...own, ...past]);
}

/** A correction of the hand-over itself is in its value: a reading, a price. One that put another in its place is of that other. */
function asStands(one: Counting, made: readonly MadeCorrection[]): Standing {
  const own = made.filter(({ delivery: id, after }) => id === one.delivery && after === one.delivery);
  return {
    ...{ ...one, past: false, corrections: own.map(({ correction }) => correction) },
    first: own.reduce((sum, { difference }) => sum + difference, one.first),
  };
}

/** Hand-overs of before the book, where the pool was opened over them too. */
function pastIn(of: Row<typeof pool>, grain: CurrencyGrain): Need<readonly Standing[]> {
  return andThen(row(poolPast, of.pool), (isOver) => {
    if (isOver === null) return always([]);
    return andThen(rows(pastDelivery, "all", []), (past) => {
      const ids = past.map((one) => one.delivery);
      const asked = {
        received: rowsOfEach(delivery, "key", ids),
        voids: rowsOfEach(deliveryVoid, "key", ids),
        taken: rowsOfEach(poolDelivery, "key", ids),
      };
      return map(together(asked), ({ received, voids, taken }) =>
        past.flatMap((one, at) => {
          const kept = received[at]?.[0];
          if (kept === undefined || voids[at]?.[0] !== undefined || taken[at]?.[0] !== undefined) return [];
          const isIn = kept.happened >= of.first_day && kept.happened <= of.last_day && kept.product === of.product;
          if (!isIn || kept.net_g <= 0n) return [];
          const paidBy = { number: one.paper ?? kept.receipt ?? "", currency: one.currency ?? of.currency };
          const first = pastGrains(one.paid, grain);
          return [
            {
              delivery: kept.delivery,
              agent: kept.member,
              grams: kept.net_g,
              first,
              paidBy,
              corrections: [],
              past: true,
            },
          ];
        }),
      );
    });
  });
}

/** Hand-overs of an earlier pool's days that were settled after it was decided: at its rate. */
function lateIn(
  { of, rate }: Decided,
  standing: readonly Standing[],
  counted: Set<string>,
  grain: CurrencyGrain,
): readonly Carried[] {
  const late = standing.filter((one) => !counted.has(one.delivery));
  for (const one of late) counted.add(one.delivery);
  return late.map(({ delivery: id, agent, grams, first, corrections }) => ({
    ...{ document: id, delivery: id, corrects: of.pool, agent, grams, first, rate, corrections },
    ...{ due: dueFor(grams, rate, grain), now: { delivery: id, grams } },
  }));
}

/** What was corrected of hand-overs that an earlier pool counted, or of what stands in their place. */
const correctedIn = (
  { of, rate }: Decided,
  made: readonly MadeCorrection[],
  grain: CurrencyGrain,
): readonly Carried[] =>
  made.map(({ correction: document, delivery: id, after, agent, grams, gramsNow, difference: first }) => ({
    ...{ document, delivery: id, corrects: of.pool, agent, grams, first, rate, corrections: [] },
    due: dueFor(grams, rate, grain),
    now: after === null || after === id ? null : { delivery: after, grams: gramsNow },
  }));

/** Less what pools have taken of each already: the first that carries a correction takes its kilos and value, later ones what is left due. */
const stillDue = (carried: readonly Carried[]): Need<readonly Carried[]> =>
  map(
    rowsOfEach(
      poolCarried,
      "byDocument",
      carried.map((one) => one.document),
    ),
    (found) =>
      carried.flatMap((one, at) => {
        const before = found[at] ?? [];
        if (before.length === 0) return [one];
        const due = one.due - before.reduce((sum, { taken }) => sum + taken, 0n);
        const isCounted = before.some((each) => each.pool === each.corrects);
        return due === 0n || isCounted ? [] : [{ ...one, grams: 0n, first: 0n, due, now: null }];
      }),
  );
