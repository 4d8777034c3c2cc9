/** In which manner a whole file writes figures and days: found in all its cells at once, and asked when they leave it open. */
import { DECIMAL } from "../../kernel/exact/index.ts";
import type { OpenSheet, SheetRow } from "../sheet/open.ts";
import { type DayOrder, orderOf } from "./day.ts";
import { type Mark, markOf } from "./figure.ts";
import { fieldsOf, type StartKind } from "./kinds.ts";

/** How cells are read. `workbook`: a plain "48.35" is a number of the workbook itself, whatever mark its texts have. */
export type Manner = { readonly mark: Mark; readonly order: DayOrder; readonly workbook: boolean };

/** What is left open: an example of a figure that has two meanings, or that the file mixes two manners. */
export type Unsure =
  | { readonly unsure: "either"; readonly example: string }
  | { readonly unsure: "both"; readonly example: string; readonly other: string };

/** The manner found, or what a person must say first; `rows` is how many rows were read for it. */
export type Found = { readonly rows: number; readonly order: DayOrder; readonly figures: Mark | Unsure };

type Mapping = Readonly<Record<string, number | null>>;

/**
 * Reads every row once. Figures: one clear cell decides for the file; clear cells of both kinds, or only cells like "1.234", are a
 * person's to decide. Of money nobody writes three decimals where no currency of the book has them: "350.000" of an amount is
 * thousands (`amounts`), and decides. A workbook's own numbers have the point; only its texts can say otherwise. Days of figures have the day
 * first, as Latin America writes them, unless a cell can only be read with the month first.
 */
export async function mannerOf(
  sheet: OpenSheet,
  kind: StartKind,
  mapping: Mapping,
  amounts: "in thousands" | "in any",
): Promise<Found> {
  const amountFields = fieldsOf[kind].filter(({ field, holds }) => holds === "money" && field !== "price");
  const inThousands = amounts === "in any" ? [] : amountFields.flatMap(({ field }) => mapping[field] ?? []);
  const columns = (wanted: readonly string[]): readonly number[] =>
    fieldsOf[kind].flatMap(({ field, holds }) => (wanted.includes(holds) ? (mapping[field] ?? []) : []));
  const evidence = new Evidence(sheet.kind, columns(["weight", "money", "figure"]), inThousands, columns(["day"]));
  for await (const row of sheet.rows()) evidence.add(row);
  return evidence.found();
}

class Evidence {
  private readonly seen: Partial<Record<Mark | "either", string>> = {};
  private monthFirst = false;
  private dayFirst = false;
  private rows = 0;
  private readonly kind: OpenSheet["kind"];
  private readonly figures: readonly number[];
  private readonly inThousands: ReadonlySet<number>;
  private readonly days: readonly number[];

  constructor(
    kind: OpenSheet["kind"],
    figures: readonly number[],
    inThousands: readonly number[],
    days: readonly number[],
  ) {
    this.kind = kind;
    this.inThousands = new Set(inThousands);
    this.figures = figures;
    this.days = days;
  }

  add({ cells }: SheetRow): void {
    this.rows += 1;
    for (const column of this.figures) {
      const cell = cells[column] ?? "";
      if (cell === "" || (this.kind === "xlsx" && DECIMAL.test(cell))) continue;
      const read = markOf(cell);
      const mark = read === "either" && this.inThousands.has(column) ? (cell.includes(".") ? "," : ".") : read;
      if (mark !== null && mark !== "neither") this.seen[mark] ??= cell;
    }
    for (const column of this.days) {
      const order = orderOf(cells[column] ?? "");
      if (order === "month-first") this.monthFirst = true;
      else if (order === "day-first") this.dayFirst = true;
    }
  }

  found(): Found {
    const order = this.monthFirst && !this.dayFirst ? "month-first" : "day-first";
    return { rows: this.rows, order, figures: this.mark() };
  }

  private mark(): Mark | Unsure {
    const { ",": comma, ".": point, either } = this.seen;
    if (comma !== undefined && point !== undefined) return { unsure: "both", example: comma, other: point };
    if (comma !== undefined) return ",";
    if (point !== undefined || either === undefined || this.kind === "xlsx") return ".";
    return { unsure: "either", example: either };
  }
}
