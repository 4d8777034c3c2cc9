/** What acts of this and later rooms may ask of what came in. */
import { map, type Need, row, rowsOfEach, tally, together } from "../../kernel/act/need.ts";
import type { Row } from "../../kernel/act/record.ts";
import { delivery as deliveryRecord, deliveryVoid, sampleResult, settledDelivery } from "./records.ts";
import { mergedReadings } from "./rules/readings.ts";
import type { Measurement } from "./said.ts";

/** A hand-over as kept. */
export type Delivery = Row<typeof deliveryRecord>;

/** A hand-over with the readings that count (the later result of a measure stands), and whether it was voided. */
export type GradedDelivery = {
  readonly delivery: Delivery;
  readonly measurements: readonly Measurement[];
  readonly voided: Row<typeof deliveryVoid> | null;
};

/** One hand-over as kept; null when nobody said it. */
export const delivery = (id: string): Need<Delivery | null> => row(deliveryRecord, id);

/** Several hand-overs, in the order asked. */
export const deliveries = (ids: readonly string[]): Need<readonly (Delivery | null)[]> =>
  map(rowsOfEach(deliveryRecord, "key", ids), (found) => found.map(([kept]) => kept ?? null));

/** The void of a hand-over; null when it counts. A void may be there before the hand-over itself. */
export const voidOf = (id: string): Need<Row<typeof deliveryVoid> | null> => row(deliveryVoid, id);

const later = (results: readonly Row<typeof sampleResult>[]) =>
  results.map((one) => one.measurements as readonly Measurement[]);

/** Several hand-overs with the readings that count, in the order asked; null for one that nobody said. */
export const gradedDeliveries = (ids: readonly string[]): Need<readonly (GradedDelivery | null)[]> =>
  map(
    together({
      found: rowsOfEach(deliveryRecord, "key", ids),
      results: rowsOfEach(sampleResult, "byDelivery", ids),
      voids: rowsOfEach(deliveryVoid, "key", ids),
    }),
    ({ found, results, voids }) =>
      found.map(([kept], at) => {
        if (kept === undefined) return null;
        const measurements = mergedReadings(kept.measurements as readonly Measurement[], later(results[at] ?? []));
        return { delivery: kept, measurements, voided: voids[at]?.[0] ?? null };
      }),
  );

/** One hand-over with the readings that count; null when nobody said it. */
export const gradedDelivery = (id: string): Need<GradedDelivery | null> =>
  map(gradedDeliveries([id]), ([graded]) => graded ?? null);

/** The closed statement that has taken a hand-over; null when none has. */
export const settlementOf = (id: string): Need<Row<typeof settledDelivery> | null> => row(settledDelivery, id);

/** Key of the tally `stock`: grams of a product in a place. */
export const stockKey = (product: string, place: string): string => `${product}|${place}`;

/** Grams of a product in a place, whoever owns them. */
export const stockOf = (product: string, place: string): Need<bigint> => tally("stock", stockKey(product, place));

/** Key of the tally `delivered`: grams a member handed over of a product in a season; without a season the last part is empty. */
export const deliveredKey = (member: string, product: string, season: string | null): string =>
  `${member}|${product}|${season ?? ""}`;

/** Grams that a member handed over of a product in a season, voids taken off. */
export const deliveredOf = (member: string, product: string, season: string | null): Need<bigint> =>
  tally("delivered", deliveredKey(member, product, season));
