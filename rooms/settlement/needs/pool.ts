/** What acts of a pool ask: the pool with its papers and stages, and the settled hand-overs that count in it. */
import { andThen, each, map, type Need, row, rows, rowsOfEach, together } from "../../../kernel/act/need.ts";
import type { Row } from "../../../kernel/act/record.ts";
import { delivery, settledDelivery } from "../../acopio/records.ts";
import {
  pool,
  poolCarried,
  poolDelivery,
  poolEntry,
  poolLine,
  poolStage,
  settlement,
  statement,
  statementResult,
} from "../records.ts";

/** A pool with its papers, stages and lines; `pool` is null where nobody opened it. */
export const poolOf = (id: string) =>
  together({
    pool: row(pool, id),
    stages: rows(poolStage, "key", [id]),
    entries: rows(poolEntry, "byPool", [id]),
    lines: rows(poolLine, "byPool", [id]),
    carriedLines: rows(poolCarried, "byPool", [id]),
  });

/** An entry by its id; null when there is none. */
export const poolEntryOf = (id: string) => row(poolEntry, id);

/** A hand-over that counts: who was paid for it, its grams, and what was paid first. */
export type Counting = {
  readonly delivery: string;
  readonly agent: string;
  readonly grams: bigint;
  readonly first: bigint;
  /** Number and currency of the statement that paid it first. */
  readonly paidBy: { readonly number: string; readonly currency: string };
};

/** The settled hand-overs of a pool's seasons and days that no pool has taken yet, in the order of their ids. */
export const countingIn = (kept: Row<typeof pool>): Need<readonly Counting[]> =>
  andThen(statementsOf(kept), (found) =>
    countingOf(
      kept,
      found,
      found.flatMap((one) => one.deliveries as readonly string[]),
    ),
  );

/** Every statement that was drafted in a pool's seasons. */
export function statementsOf(kept: Row<typeof pool>): Need<readonly Row<typeof statement>[]> {
  const seasons = kept.seasons as readonly string[];
  const settlements = map(each(seasons.map((one) => rows(settlement, "bySeason", [one]))), (found) => found.flat());
  return andThen(settlements, (found) =>
    map(each(found.map((one) => rows(statement, "bySettlement", [one.settlement]))), (all) => all.flat()),
  );
}

/** Of these hand-overs, those that closed statements have taken and no pool, on the days of the pool. */
export function countingOf(
  kept: Row<typeof pool>,
  statements: readonly Row<typeof statement>[],
  ids: readonly string[],
): Need<readonly Counting[]> {
  const asked = {
    received: rowsOfEach(delivery, "key", ids),
    settled: rowsOfEach(settledDelivery, "key", ids),
    taken: rowsOfEach(poolDelivery, "key", ids),
    results: rowsOfEach(
      statementResult,
      "key",
      statements.map((one) => one.statement),
    ),
  };
  return map(together(asked), ({ received, settled, taken, results }) => {
    const closed = new Map(results.flat().map((one) => [one.statement, one]));
    // A hand-over may be named by a draft that was dropped and by the one that was closed: it counts once.
    const counting = new Map<string, Counting>();
    for (const [at, id] of ids.entries()) {
      const [of, by] = [received[at]?.[0], settled[at]?.[0]];
      const result = by === undefined ? undefined : closed.get(by.statement);
      if (of === undefined || by === undefined || result === undefined || taken[at]?.[0] !== undefined) continue;
      if (of.net_g <= 0n || of.happened < kept.first_day || of.happened > kept.last_day) continue;
      const { agent, number, currency } = result;
      counting.set(id, { delivery: id, agent, grams: of.net_g, first: by.value, paidBy: { number, currency } });
    }
    return [...counting.values()].sort((a, b) => (a.delivery < b.delivery ? -1 : 1));
  });
}

/** A pool with the hand-overs that count in it; none where there is no such pool. */
export const wholePool = (id: string) =>
  andThen(poolOf(id), (found) =>
    map(found.pool === null ? none : countingIn(found.pool), (counting) => ({ ...found, counting })),
  );

const none: Need<readonly Counting[]> = each<Counting>([]);
