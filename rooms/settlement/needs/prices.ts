/** Published prices as statements read them: a table by series and period. */
import { each, map, type Need } from "../../../kernel/act/need.ts";
import { pricesOf } from "../../market/needs.ts";
import type { PricesRead } from "../rules/plans-of-season.ts";

/** Key of a published price in the table. */
export const priceKey = (series: string, period: string): string => `${series}|${period}`;

/** The newest price of each period that is read; periods without one are not in it. */
export const priceTableOf = (read: readonly PricesRead[]): Need<ReadonlyMap<string, string>> =>
  map(each(read.map(({ series, periods }) => pricesOf(series, periods))), (found) => {
    const table = new Map<string, string>();
    for (const [at, { series }] of read.entries())
      for (const [period, point] of found[at] ?? []) table.set(priceKey(series, period), point.value);
    return table;
  });
