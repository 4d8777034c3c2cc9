/** Bands of a figure with what each adds: one after the other, without gap or overlap, so that no figure falls in two. */
import * as z from "zod/mini";
import { decimalText } from "../spelling.ts";
import { below, constant, type Figure, figureFromText } from "./figure.ts";

/** One band: figures not below `from` and below `below`; the first may lack `from`, the last `below`. */
export const band = z.strictObject({
  from: z.optional(decimalText),
  below: z.optional(decimalText),
  adds: decimalText,
});
type Band = z.infer<typeof band>;

/** A band with its constants read. */
export type ReadyBand = { readonly from: Figure | null; readonly below: Figure | null; readonly adds: Figure };

const holds = (one: ReadyBand, value: Figure): boolean =>
  (one.from === null || !below(value, one.from)) && (one.below === null || below(value, one.below));

/** Bands made ready. */
export const readyBands = (bands: readonly Band[]): readonly ReadyBand[] =>
  bands.map((one) => ({
    from: one.from === undefined ? null : constant(one.from),
    below: one.below === undefined ? null : constant(one.below),
    adds: constant(one.adds),
  }));

/** The first band that does not begin where the one before ended, or that ends before it begins; below zero when none. */
export function brokenBand(of: readonly Band[]): number {
  const bands = readyBands(of);
  return bands.findIndex((one, index) => {
    if (one.from && one.below && !below(one.from, one.below)) return true;
    const before = bands[index - 1];
    if (!before) return false;
    return !before.below || !one.from || below(before.below, one.from) || below(one.from, before.below);
  });
}

/** The band a figure falls in. */
export const bandOf = (bands: readonly ReadyBand[], value: Figure): ReadyBand | undefined =>
  bands.find((one) => holds(one, value));

/** The band of a kept figure, as its plan says it. */
export function bandOfText(bands: readonly Band[], text: string): Band | undefined {
  const value = figureFromText(text);
  return value === null ? undefined : bands[readyBands(bands).findIndex((one) => holds(one, value))];
}

/** Which sentence explains a band: bounded on both sides, on one, or on none. */
export function shapeOfBand(found: Band | undefined): string {
  if (found?.from === undefined) return found?.below === undefined ? "all" : "first";
  return found.below === undefined ? "last" : "between";
}
