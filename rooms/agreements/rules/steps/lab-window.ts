/** Which results of a laboratory a mean is made of: those of the dated window, or what the plan says where they are too few. */
import * as z from "zod/mini";
import { done, type Result, refused } from "../../../../kernel/refusal.ts";
import { addDays, addMonths, type Day, theDay } from "../../../../kernel/time/index.ts";
import type { LabResult } from "../beside.ts";
import { measureCode, positiveDecimal } from "../spelling.ts";
import { constant, exactText, type Figure, figureFromText, times, total } from "./figure.ts";
import type { KeptInputs, StepInputs } from "./kind.ts";

/** What every mean of laboratory results says of its window. */
export const labWindowFields = {
  measure: measureCode,
  /** The window: so many months up to and with the day of the hand-over. */
  months: z.string().check(z.regex(/^(?:[1-9]|1[0-2])$/)),
  /**
   * Where the window holds too few: `hold` the hand-over until there are enough, or take the plain mean of the `last-three` results,
   * however old, of as many as there are.
   */
  fewer: z.enum(["hold", "last-three"]),
  /** What counts for a producer of whom there is no result at all: the published mean. Unsaid: the hand-over is held. */
  newcomer: z.optional(positiveDecimal),
};
type LabWindow = {
  readonly measure: string;
  readonly months: string;
  readonly fewer: "hold" | "last-three";
  readonly newcomer?: string | undefined;
};

/** What a mean is made of: enough results of the window, the last three, or the published mean of a newcomer. */
export type Sampled =
  | { readonly of: "window" | "last-three"; readonly results: readonly LabResult[] }
  | { readonly of: "newcomer"; readonly value: Figure };

/** The first day of the window: two months up to 15 March begin on 16 January. */
const windowFrom = (step: LabWindow, day: string): Day =>
  addDays(addMonths(theDay(day), -Number.parseInt(step.months, 10)), 1);

/** The newest first; of one day, by id, so that the order is the same everywhere. */
const newestFirst = (a: LabResult, b: LabResult): number =>
  a.day === b.day ? (a.result < b.result ? -1 : 1) : a.day > b.day ? -1 : 1;

/** Finds what a mean is made of. `least`: how many the window must hold. */
export function sampled(step: LabWindow, least: number, { delivery }: StepInputs): Result<Sampled> {
  const known = delivery.beside?.labResults;
  const facts = { delivery: delivery.id, measure: step.measure };
  if (known === undefined) return refused("valuation.results-unknown", facts);
  const before = known.filter((one) => one.measure === step.measure && one.day <= delivery.day).sort(newestFirst);
  const from = windowFrom(step, delivery.day);
  const inWindow = before.filter((one) => one.day >= from);
  if (inWindow.length >= least) return done({ of: "window", results: inWindow });
  if (before.length > 0 && step.fewer === "last-three") return done({ of: "last-three", results: before.slice(0, 3) });
  if (before.length === 0 && step.newcomer !== undefined)
    return done({ of: "newcomer", value: constant(step.newcomer) });
  return refused("valuation.results-too-few", { ...facts, found: inWindow.length, needed: least, from });
}

/** A result as a figure above zero: a count of nothing has no geometric mean, and a laboratory writes its limit instead. */
export function resultFigure(result: LabResult, delivery: string): Result<Figure> {
  const value = figureFromText(result.value);
  if (value !== null && value.numerator > 0n) return done(value);
  return refused("valuation.measurement-impossible", { delivery, measure: result.measure, value: result.value });
}

/** All results as figures, or the first that is none. */
export function resultFigures(results: readonly LabResult[], delivery: string): Result<readonly Figure[]> {
  const found: Figure[] = [];
  for (const one of results) {
    const value = resultFigure(one, delivery);
    if (!value.ok) return value;
    found.push(value.value);
  }
  return done(found);
}

/** The product of some figures. */
export const productOf = (figures: readonly Figure[]): Figure =>
  figures.reduce(times, { numerator: 1n, denominator: 1n });

/** The plain mean of some figures. */
export function plainMean(figures: readonly Figure[]): Figure {
  const sum = figures.reduce(total, { numerator: 0n, denominator: 1n });
  return { numerator: sum.numerator, denominator: sum.denominator * BigInt(figures.length) };
}

/** What a page says of the results that went in: how many, from when to when, and each by itself. */
export function explainedResults(step: LabWindow, least: number, kept: KeptInputs) {
  const results = kept.labResults(step.measure);
  const from = windowFrom(step, kept.day);
  const isWindow = results.length >= least && results.every((one) => one.day >= from);
  const [newest, oldest] = [results[0], results.at(-1)];
  const figures = results.flatMap((one) => figureFromText(one.value) ?? []);
  return {
    of: results.length === 0 ? "newcomer" : isWindow ? "window" : "last-three",
    figures,
    values: {
      unit: kept.unit,
      measure: step.measure,
      months: step.months,
      count: String(results.length),
      from: oldest?.day ?? "",
      until: newest?.day ?? "",
      newcomer: step.newcomer ?? "",
      sum: exactText(figures.reduce(total, { numerator: 0n, denominator: 1n })),
      result: kept.result,
    },
  };
}
