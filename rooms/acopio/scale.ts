/** What follows from a scale that was checked with a known weight. */
import type { Context } from "../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../kernel/act/follows.ts";
import { write } from "../../kernel/act/record.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import type { PointInForce } from "./needs/points.ts";
import { scaleCheck } from "./records.ts";
import { isGoodReading } from "./rules/scales.ts";
import type { ScaleReading } from "./said/point.ts";

/** When and where it was checked. */
type Circumstance = { readonly place: string; readonly on: string; readonly clock?: string | undefined };

/** The id of a check: an act may check several scales. Questions about a scale name it. */
export const checkId = (act: string, scale: string): string => derivedUuid(`${act}:${scale}`);

/**
 * Keeps one check. A scale beyond its tolerance, and one that the point's sheet does not name, is asked about; what it weighs is kept
 * all the same. Two checks of one act have ids of their own.
 */
export function checkedScale(
  reading: ScaleReading,
  where: Circumstance,
  point: PointInForce | null,
  { act, by }: Context,
): Required<Pick<PartsOfFollows, "records" | "questions">> {
  const good = isGoodReading(reading, point?.sheet ?? null);
  const id = checkId(act, reading.scale);
  const facts = {
    place: where.place,
    scale: reading.scale,
    expected: kilogramsOf(reading.expected_g),
    shown: kilogramsOf(reading.shown_g),
  };
  const questions: Question[] = [];
  if (good === null) questions.push(question("scale.unknown", "manager", id, facts));
  if (good === false) questions.push(question("scale.off", "manager", id, facts));
  const row = {
    scale_check: id,
    place: where.place,
    scale: reading.scale,
    expected_g: BigInt(reading.expected_g),
    shown_g: BigInt(reading.shown_g),
    good,
    by_agent: by,
    on_day: where.on,
    clock: where.clock ?? null,
  };
  return { records: [write(scaleCheck, row)], questions };
}
