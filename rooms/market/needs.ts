/** What acts may ask of the market. */
import { each, map, type Need, rows } from "../../kernel/act/need.ts";
import { newest, type Row } from "../../kernel/act/record.ts";
import type { Day } from "../../kernel/time/index.ts";
import { pricePoint, priceSeries } from "./records.ts";
import { newestRevision, type PeriodRule, type PricePoint, periodFor } from "./rules/points.ts";

/** All versions of a series. */
export const seriesVersions = (series: string) => rows(priceSeries, "key", [series]);

/** What a series is; null when nobody opened it. */
export const seriesOf = (series: string): Need<Row<typeof priceSeries> | null> => map(seriesVersions(series), newest);

/** The newest revision of a period's price; null when none was published. */
export const priceAt = (series: string, period: string): Need<PricePoint | null> =>
  map(rows(pricePoint, "byPeriod", [series, period]), newestRevision);

/** The newest prices of some periods, by period; periods without a price are not in it. */
export function pricesOf(series: string, periods: readonly string[]): Need<ReadonlyMap<string, PricePoint>> {
  const asked = [...new Set(periods)];
  return map(
    each(asked.map((period) => priceAt(series, period))),
    (found) => new Map(found.flatMap((point) => (point === null ? [] : [[point.period, point] as const]))),
  );
}

/** The price that counts for an event of a day; null when that period has none. */
export const priceOn = (series: string, on: Day, rule: PeriodRule): Need<PricePoint | null> =>
  priceAt(series, periodFor(on, rule));

/** What a question about a price is about: settlements can wait for the questions of the prices they took. */
export const aboutPrice = (series: string, period: string): string => `price:${series}:${period}`;
