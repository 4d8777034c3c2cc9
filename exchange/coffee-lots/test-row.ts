import type { CellOf } from "../columns.ts";
import { type Remark, remark } from "../outcome.ts";

const FREE_TEXT = ["Farm Name", "Mill", "Producer", "Region", "Altitude", "ICO Number", "Harvest Year"];
/** One "test" may be a slip; three of seven free texts are somebody trying the form. */
const ENOUGH = 3;

/** What speaks for a row somebody wrote to try the form: three or more of its free texts say "test". */
export function testRow(cells: readonly string[], cellOf: CellOf): Remark | null {
  const saying = FREE_TEXT.filter((column) => cellOf(cells, column).toLowerCase() === "test");
  const [first] = saying;
  if (first === undefined || saying.length < ENOUGH) return null;
  const empty = /^0*$/.test(cellOf(cells, "Number of Bags"));
  return remark(empty ? "import.row-is-test" : "import.row-may-be-test", first, cellOf(cells, first));
}
