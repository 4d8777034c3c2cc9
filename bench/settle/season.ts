/** Readings, weights and debts of a season of parchment coffee: what comes into the book that is settled. */

/** Hand-overs of one producer. */
export const deliveriesOfProducer = 40;

export const advanceAmount = "300000";
export const creditAmount = "1840000";

/** Readings of one sample; they differ from hand-over to hand-over, and all are plausible. */
export const readingsFor = (at: number) => [
  reading("moisture", `1${1 + (at % 3)}.${at % 10}`, "percent"),
  reading("sample-grams", "250", "g"),
  reading("sound-grams", `${180 + (at % 14)}.${at % 10}`, "g"),
  reading("pasilla-grams", `${4 + (at % 9)}.4`, "g"),
];

const reading = (measure: string, value: string, unit: string) => ({
  measure,
  value,
  unit,
  method: unit === "percent" ? "capacitance-meter" : "threshed-sample",
  instrument: "BAL-02",
});

/** Gross grams of three bags together. */
export const grossOf = (at: number): bigint => 165_000n + BigInt((at * 37) % 30_000);
export const tareGrams = 1_050n;
