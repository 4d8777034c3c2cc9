/** One row with its cells by field, read in the file's manner; what goes wrong names the column and what was found. */
import { decimal, type Ratio } from "../../kernel/exact/index.ts";
import type { SheetRow } from "../sheet/open.ts";
import { dayIn } from "./day.ts";
import { figureIn } from "./figure.ts";
import type { Manner } from "./manner.ts";
import { type Drafted, type ImportCode, refusedRow } from "./outcome.ts";

/** Stops the reading of a row: caught where rows are read, never seen outside. */
export class RowFault extends Error {
  readonly drafted: Extract<Drafted, { readonly outcome: "asked" | "refused" }>;
  constructor(drafted: Extract<Drafted, { readonly outcome: "asked" | "refused" }>) {
    super(drafted.reason.code);
    this.drafted = drafted;
  }
}

/** Where the fields stand, and how cells are read. */
export type Layout = {
  readonly header: readonly string[];
  readonly mapping: Readonly<Record<string, number | null>>;
  readonly manner: Manner;
};

/** A row as readers of kinds see it. Every reading that fails throws `RowFault`. */
export class RowAt {
  readonly row: SheetRow;
  readonly layout: Layout;

  constructor(row: SheetRow, layout: Layout) {
    this.row = row;
    this.layout = layout;
  }

  /** The heading of a field's column as the sheet has it; the field's own name where no column was chosen. */
  heading(field: string): string {
    const column = this.layout.mapping[field] ?? null;
    return column === null ? field : (this.layout.header[column] ?? field);
  }

  /** The words of a cell, spaces made single; empty when there is none. */
  words(field: string): string {
    const column = this.layout.mapping[field] ?? null;
    return column === null ? "" : (this.row.cells[column] ?? "").replace(/\s+/g, " ").trim();
  }

  /** Words that must be there, at most `longest` characters. */
  needed(field: string, longest = 200): string {
    const words = this.words(field);
    if (words === "") throw this.fault("import.cell-empty", field);
    return this.short(field, words, longest);
  }

  /** Words that may be absent, at most `longest` characters. */
  maybe(field: string, longest = 200): string | undefined {
    const words = this.words(field);
    return words === "" ? undefined : this.short(field, words, longest);
  }

  /** A day; null when the cell is empty. */
  day(field: string): string | null {
    const words = this.words(field);
    if (words === "") return null;
    const day = dayIn(words, this.layout.manner.order);
    if (day === null) throw this.fault("import.day-unreadable", field);
    return day;
  }

  /** A figure that is not negative, as exact text; null when the cell is empty, a dash, or says that there is none. */
  figure(field: string): string | null {
    const words = this.words(field);
    if (words === "" || /^[-–—]+$|^n\/?[adc]\.?$/i.test(words)) return null;
    const figure = figureIn(words, this.layout.manner);
    if (figure === null) throw this.fault("import.figure-unreadable", field);
    if (figure.startsWith("-")) throw this.fault("import.figure-negative", field);
    return figure;
  }

  /** The same as an exact number. */
  ratio(field: string): Ratio | null {
    const figure = this.figure(field);
    return figure === null ? null : decimal(figure);
  }

  /** A fault of a field: the row must be mended. */
  fault(code: ImportCode, field: string, facts: Readonly<Record<string, string>> = {}): RowFault {
    return new RowFault(refusedRow(code, this.heading(field), this.words(field), facts));
  }

  private short(field: string, words: string, longest: number): string {
    if (words.length > longest) throw this.fault("import.cell-too-long", field, { longest: `${longest}` });
    return words;
  }
}
