/** Hand-overs as a settlement takes them. */
import { map, type Need, rowsOfEach, together } from "../../../kernel/act/need.ts";
import { delivery, deliveryVoid, sampleResult, settledDelivery } from "../../acopio/records.ts";
import type { HandOver } from "../rules/hand-over.ts";

/** The named hand-overs, in the order of their ids. */
export function handOvers(ids: readonly string[]): Need<readonly HandOver[]> {
  const asked = {
    received: rowsOfEach(delivery, "key", ids),
    samples: rowsOfEach(sampleResult, "byDelivery", ids),
    voids: rowsOfEach(deliveryVoid, "key", ids),
    settled: rowsOfEach(settledDelivery, "key", ids),
  };
  return map(together(asked), ({ received, samples, voids, settled }) =>
    ids.map((id, at) => ({
      id,
      received: received[at]?.[0] ?? null,
      samples: samples[at] ?? [],
      voided: (voids[at]?.length ?? 0) > 0,
      settledBy: settled[at]?.[0]?.statement ?? null,
    })),
  );
}
