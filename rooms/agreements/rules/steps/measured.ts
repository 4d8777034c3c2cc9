/** Reading what the grader measured. A missing reading is a refusal that names it: nobody guesses a moisture. */
import { type Result, refused } from "../../../../kernel/refusal.ts";
import { type Figure, figureFromText } from "./figure.ts";
import type { ValuedDelivery } from "./kind.ts";

const readings = new Map<string, Figure | null>();
/** Meters and scales show the same few thousand readings again and again; the bound keeps a hostile file from filling memory. */
const MOST_KEPT_READINGS = 8192;

/** A reading as a figure, read once; null when it is not a number. */
function readingOf(text: string): Figure | null {
  const kept = readings.get(text);
  if (kept !== undefined) return kept;
  const value = figureFromText(text);
  if (readings.size < MOST_KEPT_READINGS) readings.set(text, value);
  return value;
}

/** The reading of a measure. */
export function measured(delivery: ValuedDelivery, measure: string): Result<Figure> {
  const text = Object.hasOwn(delivery.measurements, measure) ? delivery.measurements[measure] : undefined;
  if (text === undefined) return refused("valuation.measurement-missing", { delivery: delivery.id, measure });
  const value = readingOf(text);
  if (value === null || value.numerator < 0n) return impossible(delivery, measure);
  return { ok: true, value };
}

/** A percentage of what was weighed: from 0 to 100. */
export function measuredPercent(delivery: ValuedDelivery, measure: string): Result<Figure> {
  const reading = measured(delivery, measure);
  if (!reading.ok) return reading;
  if (reading.value.numerator > 100n * reading.value.denominator) return impossible(delivery, measure);
  return reading;
}

/** A reading that no sample can give. */
export const impossible = (delivery: ValuedDelivery, measure: string) =>
  refused("valuation.measurement-impossible", {
    delivery: delivery.id,
    measure,
    value: delivery.measurements[measure] ?? null,
  });
