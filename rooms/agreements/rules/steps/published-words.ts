/** What a page says of a published price: which one it is, and which points it was made of. */
import { type DateRule, shapeOfRule } from "../published.ts";
import { exactText, figureFromText, total } from "./figure.ts";
import type { KeptInputs } from "./kind.ts";

const nothing = { numerator: 0n, denominator: 1n };

type Quoted = { readonly period: DateRule; readonly quotedFor: string };

/** The message of a step that reads a series: its own name, "…-last" or "…-mean" by the date rule, "…-quoted" where it is for several units. */
export function publishedMessage(name: string, { period, quotedFor }: Quoted): string {
  const shape = shapeOfRule(period);
  return `${name}${shape === "one" ? "" : `-${shape}`}${quotedFor === "1" ? "" : "-quoted"}`;
}

/** The values of that message. Of a mean `published` is not said: its points are listed beside it. */
export function publishedValues(series: string, step: Quoted, kept: KeptInputs): Readonly<Record<string, string>> {
  const points = kept.prices(series);
  const periods = points.map((one) => one.period).sort();
  return {
    unit: kept.unit,
    series,
    period: periods[0] ?? "",
    until: periods.at(-1) ?? "",
    count: String(points.length),
    sum: exactText(points.map((one) => figureFromText(one.value) ?? nothing).reduce(total, nothing)),
    published: points[0]?.value ?? "",
    quotedFor: step.quotedFor,
    result: kept.result,
  };
}
