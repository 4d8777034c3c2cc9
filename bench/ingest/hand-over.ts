/** What a hand-over of the benchmarks says: three bags and two readings, as a clerk's telephone printed them on the receipt. */

/** Names and place of one hand-over. */
export type HandOverNames = {
  readonly delivery: string;
  readonly member: string;
  readonly sequence: number;
  /** Of whose receipts the number is. */
  readonly series: string;
  readonly day: string;
};

/** What is handed over, and where. */
export const product = "coffee-parchment";
export const collectionPlace = "el-mirador";

const BAGS = [0, 1, 2] as const;

/** Bags weigh between 45.5 and 62.2 kg, so that hand-overs differ. Whole grams. */
const grossOf = (sequence: number, bag: number): bigint => 45_500n + BigInt((sequence * 37 + bag * 113) % 16_700);
const TARE = 350n;

/** The `says` of one `delivery.receive`. */
export function handOver({ delivery, member, sequence, series, day }: HandOverNames): object {
  const gross = BAGS.map((bag) => grossOf(sequence, bag));
  const net = gross.reduce((sum, one) => sum + one - TARE, 0n);
  return {
    delivery,
    member,
    product,
    place: collectionPlace,
    on: day,
    clock: "07:42",
    scale: "BAL-07",
    scaleChecked: day,
    receipt: `${series}-${sequence}`,
    bags: gross.map((one) => ({ gross_g: `${one}`, tare_g: `${TARE}`, container: "sack", count: 1 })),
    measurements: [
      { measure: "moisture", value: "11.8", unit: "percent", method: "capacitance-meter", instrument: "HUM-02" },
      { measure: "sound-grams", value: "192.4", unit: "g", method: "threshed-sample", instrument: "TRI-01" },
    ],
    shown: { net_g: `${net}` },
  };
}
