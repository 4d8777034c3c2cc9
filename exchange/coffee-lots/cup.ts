import {
  add,
  compare,
  decimal,
  decimalText,
  exactly,
  isZero,
  type Ratio,
  ratio,
  subtract,
} from "../../kernel/exact/index.ts";
import type { CellOf } from "../columns.ts";
import { type Remark, remark } from "../outcome.ts";
import type { CupPoints, CupScoreDraft, Species } from "./draft.ts";
import { ask, type Reading, read } from "./reading.ts";

/** Columns of the two cupping forms, and the attribute each one gives. */
const ATTRIBUTES: Readonly<Record<Species, readonly (readonly [column: string, attribute: string])[]>> = {
  arabica: [
    ["Aroma", "aroma"],
    ["Flavor", "flavour"],
    ["Aftertaste", "aftertaste"],
    ["Acidity", "acidity"],
    ["Body", "body"],
    ["Balance", "balance"],
    ["Uniformity", "uniformity"],
    ["Clean Cup", "clean-cup"],
    ["Sweetness", "sweetness"],
    ["Cupper Points", "cupper"],
  ],
  robusta: [
    ["Fragrance / Aroma", "aroma"],
    ["Flavor", "flavour"],
    ["Aftertaste", "aftertaste"],
    ["Salt / Acid", "salt-acid"],
    ["Bitter / Sweet", "bitter-sweet"],
    ["Mouthfeel", "mouthfeel"],
    ["Uniform Cup", "uniform-cup"],
    ["Clean Cup", "clean-cup"],
    ["Balance", "balance"],
    ["Cupper Points", "cupper"],
  ],
};
export const TOTAL = "Total Cup Points";
const MOST_POINTS = exactly("100");
/** Ten attributes and their total, each rounded to 0.01: 11 × 0.005. */
const ROUNDING_LEFT = exactly("0.055");

/** The columns of a species' form, for telling a sheet of coffee lots from another. */
export const cupColumns = (species: Species): string[] => [TOTAL, ...ATTRIBUTES[species].map(([column]) => column)];

/** The attributes of a lot as decimal texts in their shortest form; null where a cell holds no figure. */
export const attributesIn = (species: Species, cells: readonly string[], cellOf: CellOf) =>
  ATTRIBUTES[species].map(([column, attribute]) => ({ attribute, points: pointsIn(cellOf(cells, column)) }));

/** "Sample  90.58" of the raw files, 90.58 of the cleaned ones. */
export function pointsIn(cell: string): Ratio | null {
  const points = decimal(cell.replace(/^Sample\s+/, ""));
  return points === null || points.numerator < 0n ? null : points;
}

/**
 * The score of the cup. A graded lot without a readable total, with a total of zero or of more than a hundred is asked
 * about; a total that its attributes do not add up to is noted and stands, as the institute printed it.
 */
export function cupIn(species: Species, cells: readonly string[], cellOf: CellOf): Reading<CupScoreDraft> {
  const cell = cellOf(cells, TOTAL);
  const total = pointsIn(cell);
  if (total === null) return ask("import.score-unreadable", TOTAL, cell);
  if (isZero(total)) return ask("import.score-zero", TOTAL, cell);
  if (compare(total, MOST_POINTS) > 0) return ask("import.score-beyond-100", TOTAL, cell);
  const attributes: CupPoints[] = [];
  const notes: Remark[] = [];
  let sum = ratio(0n);
  for (const { attribute, points } of attributesIn(species, cells, cellOf)) {
    if (points === null) continue;
    attributes.push({ attribute, points: decimalText(points) });
    sum = add(sum, points);
  }
  if (!isClose(sum, total)) notes.push(remark("import.score-does-not-add-up", TOTAL, cell));
  const protocol = species === "arabica" ? "sca-100" : "cqi-robusta-100";
  return read({ protocol, total: decimalText(total), attributes }, ...notes);
}

function isClose(a: Ratio, b: Ratio): boolean {
  const apart = subtract(a, b);
  const positive = apart.numerator < 0n ? subtract(b, a) : apart;
  return compare(positive, ROUNDING_LEFT) <= 0;
}
