/** A hand-over of a paper as it may be valued again: by what the paper itself says of it, and nothing else. */
import type { Prices, ValuedDelivery } from "../../agreements/rules/steps/kind.ts";
import type { StatementDelivery } from "../content.ts";

/** What was weighed and read. */
export const deliveryOf = (kept: StatementDelivery): ValuedDelivery => ({
  id: kept.id,
  day: kept.day,
  bags: kept.bags,
  grossGrams: BigInt(kept.gross),
  tareGrams: BigInt(kept.tare),
  measurements: Object.fromEntries(kept.measurements.map(({ measure, value }) => [measure, value])),
  beside: {
    ...(kept.beside === undefined || kept.beside.place === null ? {} : { place: kept.beside.place }),
    labResults: kept.beside?.labResults ?? [],
    terms: kept.beside?.terms ?? [],
    fixings: kept.beside?.fixings ?? [],
  },
});

/** Published prices as papers keep them. */
export function pricesKept(deliveries: readonly StatementDelivery[]): Prices {
  const points = deliveries.flatMap((one) => one.prices);
  return (series, period) => points.find((one) => one.series === series && one.period === period)?.value ?? null;
}
