import { decimalText } from "../../kernel/exact/index.ts";
import type { CellOf } from "../columns.ts";
import { attributesIn, pointsIn, TOTAL } from "./cup.ts";
import type { Species } from "./draft.ts";

/**
 * What makes two rows the same lot: species, country, bags, bag weight, grading day as written, total and the ten points of
 * the cup. No certificate number survives in the files; cleaning changed names, altitude, region and the spelling of
 * figures, but none of these. In the 1,339 cleaned and 1,340 raw records every key is of one lot only, and each cleaned
 * record has its raw one. Names are left out, so that a file with names and one with codes give the same key.
 * A corrected cell of these makes another key: the row is read anew, not taken for known.
 */
export function lotKey(species: Species, cells: readonly string[], cellOf: CellOf): string {
  const written = ["Country of Origin", "Number of Bags", "Bag Weight", "Grading Date"].map((column) =>
    cellOf(cells, column).replace(/\s+/g, " ").toLowerCase(),
  );
  const total = pointsIn(cellOf(cells, TOTAL));
  const points = attributesIn(species, cells, cellOf).map((attribute) => attribute.points);
  return [species, ...written, ...[total, ...points].map((value) => (value === null ? "" : decimalText(value)))].join(
    "|",
  );
}
