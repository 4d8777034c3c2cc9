/**
 * Readings of real coffee lots: each draw is one row of the Coffee Quality Institute's graded arabica lots, with its own moisture,
 * defects and cup score together. Nothing else of a row is used: no owner, farm, place or name.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { decimal } from "../../kernel/exact/index.ts";

/** What was read of one real lot. Moisture in whole percent, defects as counts in 350 g, the score in points of 100. */
export type RealLot = {
  readonly moisture: number;
  readonly categoryOne: number;
  readonly categoryTwo: number;
  readonly quakers: number;
  readonly cupScore: string;
};

const file = join(import.meta.dirname, "..", "coffee-cqi-lots", "arabica_data_cleaned.csv");

/** A count or hundredths as a whole number; null for anything else ("NA"). */
const whole = (text: string, times: bigint): number | null => {
  const value = decimal(text);
  if (value === null || (value.numerator * times) % value.denominator !== 0n) return null;
  return Number.parseInt(((value.numerator * times) / value.denominator).toString(), 10);
};

let kept: readonly RealLot[] | null = null;

/**
 * The lots that are drawn from, in the order of the file: those with a moisture from 7 % to 16 % (a fifth of the file has 0, where
 * nobody measured; below and above it would be asked about at the scale) and a score of at least 60.
 */
export function realLots(): readonly RealLot[] {
  kept ??= (parse(readFileSync(file), { columns: true, record_delimiter: "\n" }) as Record<string, string>[]).flatMap(
    (row) => {
      const moisture = whole(row.Moisture ?? "", 100n);
      const categoryOne = whole(row["Category.One.Defects"] ?? "", 1n);
      const categoryTwo = whole(row["Category.Two.Defects"] ?? "", 1n);
      const quakers = whole(row.Quakers ?? "", 1n);
      const cupScore = row["Total.Cup.Points"] ?? "";
      const points = decimal(cupScore);
      if (moisture === null || categoryOne === null || categoryTwo === null || quakers === null || points === null)
        return [];
      if (moisture < 7 || moisture > 16 || points.numerator < 60n * points.denominator) return [];
      return [{ moisture, categoryOne, categoryTwo, quakers, cupScore }];
    },
  );
  return kept;
}
