/** From what was typed at the scale to whole grams, and what is to be asked about it. Nothing here refuses a weight. */
import { LARGEST_QUANTITY, toGrams, type Unit } from "../../../../../../kernel/quantity/index.ts";
import { type UsualContainer, type Weights, weightsOf } from "../../../../../../rooms/acopio/rules/weights.ts";
import type { Notation } from "../../../../../language/notation.ts";
import { readFigure } from "../../../../../language/reading.ts";
import { type HandOverDraft, standing, type Typing } from "./draft.ts";

/** What a scale showed: the figure as exact text in its unit, and the same in whole grams. */
export type Read = { readonly shown: string; readonly grams: bigint };

/**
 * A weight as typed, in the scale's unit; null while it is none. Of a unit that is no whole number of grams the nearest gram is kept,
 * and beside it always what the scale showed.
 */
export function readWeight(typed: string, unit: Unit, notation: Notation): Read | null {
  const shown = readFigure(typed, notation);
  if (shown === null || shown.startsWith("-")) return null;
  const found = toGrams(shown, unit, "half-up");
  return found.ok && found.value < LARGEST_QUANTITY ? { shown, grams: found.value } : null;
}

/** How many containers, as typed; null while it is no count. */
export const readCount = (typed: string): number | null =>
  /^[1-9][0-9]{0,4}$/.test(typed) ? Number.parseInt(typed, 10) : null;

/** What an empty container of a kind weighs: by the season's table, else null. */
export type Tares = (container: string) => bigint | null;

/** What is asked about a weight before it is kept; null: nothing. Whoever weighs answers by saving it all the same. */
export type WeighDoubt =
  | { readonly doubt: "outside-usual"; readonly from_g: string; readonly to_g: string }
  | { readonly doubt: "finer-than-scale"; readonly likely_g: string }
  | { readonly doubt: "tare-above-gross" };

/** The first thing to ask: more tare than gross, finer than the scale shows, lighter or heavier than such containers are. */
export function weighDoubt(
  bag: { readonly gross: bigint; readonly tare: bigint | null; readonly container: string; readonly count: number },
  scale: { readonly division: bigint | null; readonly usual: readonly UsualContainer[] },
): WeighDoubt | null {
  const { gross, tare, container, count } = bag;
  if (tare !== null && tare > gross) return { doubt: "tare-above-gross" };
  if (scale.division !== null && scale.division > 0n && gross % scale.division !== 0n) {
    const steps = (gross + scale.division / 2n) / scale.division;
    return { doubt: "finer-than-scale", likely_g: `${steps * scale.division}` };
  }
  const usual = scale.usual.find((one) => one.container === container);
  const many = BigInt(count);
  if (usual !== undefined && (gross < BigInt(usual.from_g) * many || gross > BigInt(usual.to_g) * many))
    return { doubt: "outside-usual", from_g: usual.from_g, to_g: usual.to_g };
  return null;
}

/** The tare of what stands on the scale: as weighed, else by the table, times the containers; null when neither is known. */
export function tareOf(
  pad: Typing,
  unit: Unit,
  tares: Tares,
  notation: Notation,
): { readonly grams: bigint; readonly by: "table" | "weighed" } | null {
  if (pad.tare !== "") {
    const weighed = readWeight(pad.tare, unit, notation);
    return weighed === null ? null : { grams: weighed.grams, by: "weighed" };
  }
  const each = tares(pad.container);
  const count = readCount(pad.count);
  return each === null || count === null ? null : { grams: each * BigInt(count), by: "table" };
}

/** Gross, tare and net of the bags that count. */
export const weightsIn = (draft: HandOverDraft): Weights => weightsOf(standing(draft));

/** What an empty container weighs where no table says so: as the last one of its kind that was weighed here. */
export const tareAsBefore =
  (draft: HandOverDraft, table: Tares): Tares =>
  (container) => {
    const known = table(container);
    if (known !== null) return known;
    const last = draft.bags.filter((bag) => bag.container === container && bag.count > 0).at(-1);
    return last === undefined ? null : BigInt(last.tare_g) / BigInt(last.count);
  };
