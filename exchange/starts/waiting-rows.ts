/** Rows that wait for a person, kept while an import runs and given back as a sheet to mend and send again. */
import type { Fact } from "../../kernel/refusal.ts";
import type { CellKind, ExportTable } from "../export/table.ts";
import { fold } from "./fold.ts";
import type { StartOutcome } from "./outcome.ts";

/** A row that waits, as it is kept: one line of JSON for each. */
export type WaitingRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly outcome: "asked" | "refused" | "questioned";
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly facts: Readonly<Record<string, Fact>>;
};

/** The row as it is kept; null for one that waits for nobody. What the book itself asks about waits in the book. */
export function waitingRow(one: StartOutcome): WaitingRow | null {
  if (one.outcome !== "asked" && one.outcome !== "refused") return null;
  const { code, field, found, facts } = one.reason;
  return { number: one.row.number, cells: one.row.cells, outcome: one.outcome, code, field, found, facts };
}

/** Speaks the reader's language: a key of the catalogues and the facts of the case. */
export type SayRow = (key: string, facts: Readonly<Record<string, string>>) => string;

const added = ["row", "outcome", "field", "found", "what-to-do"] as const;

/** The headings that we add, in one language. */
export const addedHeads = (say: SayRow): readonly string[] => added.map((column) => say(`import.column.${column}`, {}));

/** How many columns of a header are its own: a sheet that we gave back has ours behind them. `heads`: ours in every language. */
export function ownColumns(header: readonly string[], heads: readonly (readonly string[])[]): number {
  const own = header.length - added.length;
  const tail = header.slice(own).map(fold);
  return own > 0 && heads.some((ours) => ours.every((head, at) => fold(head) === tail[at])) ? own : header.length;
}

/** The facts of a row's reason as a sentence takes them. */
export const factsOf = (row: WaitingRow): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(row.facts).map(([name, fact]) => [name, fact === null ? "" : String(fact)])),
  field: row.field,
  found: row.found,
  row: `${row.number}`,
});

/** The rows with their own columns, then which row it was, what became of it, where, what was found, and what to do. */
export function waitingTable(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<WaitingRow>,
  say: SayRow,
): ExportTable {
  const text: CellKind = "text";
  return {
    name,
    columns: [...header, ...addedHeads(say)].map((head) => ({ head, kind: text })),
    rows: linesOf(header.length, rows, say),
  };
}

async function* linesOf(
  width: number,
  rows: AsyncIterable<WaitingRow>,
  say: SayRow,
): AsyncGenerator<readonly string[]> {
  for await (const row of rows) {
    const cells = Array.from({ length: width }, (_, place) => row.cells[place] ?? "");
    const outcome = say(`import.outcome.${row.outcome === "asked" ? "questioned" : "refused"}`, {});
    yield [...cells, `${row.number}`, outcome, row.field, row.found, say(row.code, factsOf(row))];
  }
}
