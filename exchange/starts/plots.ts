/** One row of a list of plots: whose, called what, how large, and what grows there. */
import { derivedUuid } from "../../kernel/ids.ts";
import { unitInForce } from "../../kernel/quantity/index.ts";
import type { Day } from "../../kernel/time/index.ts";
import { codeOf, fold } from "./fold.ts";
import { type Drafted, knownRow } from "./outcome.ts";
import { memberIn, productCode, type Reading, wholeGrains } from "./reading.ts";
import type { RowAt } from "./row-at.ts";
import { unitCode } from "./unit-words.ts";

/** Reads one plot. The area is in the unit of its heading, else in hectares, to the square metre. */
export function readPlot(row: RowAt, at: Reading): Drafted {
  const { book } = at;
  const holder = memberIn(row, at);
  const name = row.needed("plot");
  const key = `${holder.agent}|${fold(name)}`;
  if (book.plots.has(key)) return knownRow("import.plot-known", name);
  const notes: string[] = [];
  const area = areaIn(row, at, notes);
  const products = row
    .words("products")
    .split(/[,;/]|\sy\s|\se\s|\sand\s/)
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .slice(0, 50)
    .map((word) => productCode(word, book) ?? codeOf(word))
    .filter((code) => code !== "");
  const community = row.maybe("community") ?? holder.community;
  const plot = derivedUuid(`${book.book} plot ${key}`);
  const says = {
    plot,
    holder: holder.agent,
    name,
    ...(area === null ? {} : { areaM2: area }),
    ...(products.length === 0 ? {} : { products: [...new Set(products)] }),
    ...(community === null || community === undefined ? {} : { community }),
  };
  book.plots.add(key);
  const act = { id: derivedUuid(`${plot} entered`), row: row.row.number, kind: "plot.register", says };
  return { outcome: "ready", acts: [act], notes };
}

function areaIn(row: RowAt, { book }: Reading, notes: string[]): string | null {
  const figure = row.ratio("area");
  if (figure === null || figure.numerator === 0n) return null;
  const word = fold(row.heading("area"))
    .split(" ")
    .map(unitCode)
    .find((code) => code !== null);
  const unit = unitInForce(book.units, word ?? "ha", null, book.today as Day);
  if (unit === null || unit.kind !== "area") throw row.fault("import.unit-undefined", "area", { unit: word ?? "" });
  const { grams: squareMetres, rounded } = wholeGrains(figure, unit);
  if (rounded) notes.push("import.area-rounded");
  return squareMetres.toString();
}
