/** Reads the rows of sacks of a form: kilograms as people type them, whole grams as an act says them. */
import { decimalText, exactly, multiply, ratio } from "../../../kernel/exact/index.ts";
import { refused } from "../../../kernel/refusal.ts";
import type { Weighing } from "../../../rooms/acopio/said.ts";
import { bagFields } from "../../components/bag-rows.tsx";
import type { Form } from "../../desk/form.ts";

/** Rows that a form begins with, that one asking for more adds, and the most there are. */
export const rowsAtFirst = 5;
const rowsMore = 5;
const rowsMost = 100;

/** How many rows the form has: as it was sent, and more when they were asked for. */
export function rowsIn(form: Form): number {
  const rows = Number.parseInt(form.text("rows"), 10);
  const known = Number.isInteger(rows) && rows > 0 && rows <= rowsMost ? rows : rowsAtFirst;
  return Math.min(rowsMost, form.ticked("more") ? known + rowsMore : known);
}

/** The names of all fields of the rows, and of the act's own field: what is wrong with them stands at their row. */
export const namesOfRows = (rows: number): readonly string[] => [
  ...Array.from({ length: rows }, (_, row) => bagFields.map((field) => `${field}-${row}`)).flat(),
  "bags",
];

/** Rows with anything typed, as weighings. Notes under its field what is no weight, and `receive.no-bags` when there are none. */
export function readBags(form: Form): readonly Weighing[] {
  const rows = Array.from({ length: rowsIn(form) }, (_, row) => row).filter(
    (row) => form.text(`gross-${row}`) !== "" || form.text(`tare-${row}`) !== "",
  );
  if (rows.length === 0) form.wrong.push(refused("receive.no-bags", {}, "gross-0").refusal);
  return rows.flatMap((row) => {
    const gross = gramsIn(form, `gross-${row}`);
    const tare = form.text(`tare-${row}`) === "" ? "0" : gramsIn(form, `tare-${row}`);
    const count = countIn(form, `count-${row}`);
    if (gross === null || tare === null || count === null) return [];
    return [{ gross_g: gross, tare_g: tare, container: form.maybe(`container-${row}`) ?? "sack", count }];
  });
}

/** Kilograms of a field as whole grams; null, with `receive.not-grams` under the field, when they are none. */
function gramsIn(form: Form, field: string): string | null {
  const kilos = form.readFigure(field);
  if (kilos === null) return null;
  const grams = decimalText(multiply(exactly(kilos), ratio(1000n)));
  if (/^(?:0|[1-9][0-9]{0,14})$/.test(grams)) return grams;
  form.wrong.push(refused("receive.not-grams", { typed: form.text(field) }, field).refusal);
  return null;
}

function countIn(form: Form, field: string): number | null {
  const text = form.text(field);
  if (text === "") return 1;
  if (/^[1-9][0-9]{0,4}$/.test(text)) return Number.parseInt(text, 10);
  form.wrong.push(refused("receive.not-a-count", { typed: text.slice(0, 80) }, field).refusal);
  return null;
}
