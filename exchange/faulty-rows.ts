import type { Fact } from "../kernel/refusal.ts";
import type { RowOutcome } from "./outcome.ts";
import { writeSheet } from "./sheet/write.ts";

/** Speaks the reader's language: a key of the catalogues ("import.bag-weight-zero") and the facts of the case. */
export type Say = (key: string, facts: Readonly<Record<string, string>>) => string;

const ADDED = ["row", "outcome", "code", "field", "found", "what-to-do"] as const;

/**
 * A CSV of just the rows that wait for somebody: the original columns and cells, then six columns that say which row, what
 * became of it, why, where, what was found, and what to do. Corrected, the file can be read in again as it is: columns it
 * does not know do no harm.
 */
export function faultyRows(columns: readonly string[], rows: Iterable<RowOutcome<unknown>>, say: Say): string {
  const heading = [...columns, ...ADDED.map((column) => say(`import.column.${column}`, {}))];
  return writeSheet(heading, lines(columns.length, rows, say));
}

function* lines(width: number, rows: Iterable<RowOutcome<unknown>>, say: Say): Generator<readonly string[]> {
  for (const row of rows) {
    if (row.outcome !== "questioned" && row.outcome !== "refused") continue;
    const { code, field, found, facts } = row.reason;
    const number = row.row.number.toString();
    const cells = Array.from({ length: width }, (_, place) => row.row.cells[place] ?? "");
    const outcome = say(`import.outcome.${row.outcome}`, {});
    yield [
      ...cells,
      number,
      outcome,
      code,
      field,
      found,
      say(code, { ...textOf(facts ?? {}), field, found, row: number }),
    ];
  }
}

const textOf = (facts: Readonly<Record<string, Fact>>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact === null ? "" : String(fact)]));
