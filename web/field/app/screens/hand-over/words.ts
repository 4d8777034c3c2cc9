/** How weights, readings and containers are said on these screens. */
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import type { WordsByLanguage } from "../../../../../rooms/agreements/rules/spelling.ts";
import { begun, named } from "../../../../language/names.ts";
import type { Say } from "../../../../language/say.ts";
import type { GradedReading } from "./rules/grade.ts";

/** Words that an organisation wrote in one or more languages: the reader's, else Spanish, else the first there are. */
export const wordsIn = (words: WordsByLanguage, say: Say): string =>
  words[say.language] ?? words.es ?? Object.values(words)[0] ?? "";

/** Whole grams in kilograms with the decimals of the scale, as text for a figure: of a scale of 0.5 kg "182.0". */
export function toDivision(grams: bigint, division: bigint | null): string {
  const exact = kilogramsOf(grams);
  if (division === null || division % 1000n === 0n) return exact;
  const places = kilogramsOf(division).split(".")[1]?.length ?? 0;
  const [whole = "", decimals = ""] = exact.split(".");
  return `${whole}.${decimals.padEnd(places, "0")}`;
}

/** "182,0 kg", to the division of the scale. */
export const kilosWords = (grams: bigint, division: bigint | null, say: Say): string =>
  say("value.kilograms", { value: toDivision(grams, division) });

/** "saco 4", inside a sentence. */
export const bagName = (container: string, number: number, say: Say): string =>
  say("field.hand-over.bag", { container: named("container", container, say), number: `${number}` });

/** "Saco 4", by itself. */
export const bagTitle = (container: string, number: number, say: Say): string => begun(bagName(container, number, say));

/** The name of a measure, as the scheme calls it. */
export const measureWords = ({ measure }: GradedReading, say: Say): string => wordsIn(measure.name, say);

/** The sign of a measure's unit: "%", "g". */
export const unitSign = (unit: string, say: Say): string => (unit === "percent" ? "%" : named("unit", unit, say));

/** "12,6 %", "188,2 g". */
export const readingWords = (value: string, unit: string, say: Say): string =>
  unit === "percent"
    ? say("value.percent", { value })
    : `${say("value.figure", { value })}\u00a0${unitSign(unit, say)}`;
