/** The rows of a workbook's sheet, read as they unpack. */
import type { Readable } from "node:stream";
import { refused } from "../../../kernel/refusal.ts";
import { mostColumns } from "../limits.ts";
import { SheetBroken, type SheetRow } from "../opened.ts";
import { type CellContext, cellOf } from "./cell.ts";
import { type Attributes, readXml } from "./xml.ts";

/** Gathers rows while the parts of their cells come by. Rows and cells may leave out their place: then they follow on. */
class Gathering {
  readonly #context: CellContext;
  #done: SheetRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #column = -1;
  #cell = { type: "", style: "", value: "", inline: "" };
  #within: "value" | "inline" | null = null;
  #aside = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  begin(name: string, attributes: Attributes): void {
    if (name === "c") {
      this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
      this.#cell = { type: attributes.t ?? "n", style: attributes.s ?? "0", value: "", inline: "" };
    } else if (name === "v") this.#within = "value";
    else if (name === "t") this.#within = this.#aside ? null : "inline";
    else if (name === "rPh") this.#aside = true;
    else if (name === "row") {
      this.#number = attributes.r === undefined ? this.#number + 1 : Number.parseInt(attributes.r, 10);
      this.#cells = [];
      this.#column = -1;
    }
  }

  text(piece: string): void {
    if (this.#within !== null) this.#cell[this.#within] += piece;
  }

  end(name: string): void {
    if (name === "v" || name === "t") this.#within = null;
    else if (name === "rPh") this.#aside = false;
    else if (name === "c") this.#place(cellOf(this.#cell, this.#context));
    else if (name === "row" && this.#cells.length > 0) this.#done.push({ number: this.#number, cells: this.#cells });
  }

  /** A blank cell has its place only when one follows: formats reach to the last column of many a sheet. */
  #place(text: string): void {
    if (text === "") return;
    if (this.#column >= mostColumns) {
      const facts = { found: this.#column + 1, most: mostColumns };
      throw new SheetBroken(refused("sheet.too-many-columns", facts).refusal);
    }
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
  }

  take(): readonly SheetRow[] {
    const rows = this.#done;
    this.#done = [];
    return rows;
  }
}

/** The place of "C5", counted from 0: 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32; // Capital or small.
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** The rows that have content, in pieces. Hidden rows are rows like others: a filter that was left on must not lose anybody. */
export async function* rowsIn(stream: Readable, context: CellContext): AsyncGenerator<readonly SheetRow[]> {
  const gathering = new Gathering(context);
  const elements = {
    begin: (name: string, attributes: Attributes) => gathering.begin(name, attributes),
    text: (piece: string) => gathering.text(piece),
    end: (name: string) => gathering.end(name),
  };
  for await (const _ of readXml(stream, elements)) {
    const rows = gathering.take();
    if (rows.length > 0) yield rows;
  }
}
