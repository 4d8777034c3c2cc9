import type { ComponentChildren } from "preact";
import { type Example, useSay } from "./speaking.tsx";

/** A column: its head, whether it holds figures (right), and the unit said beside each figure on a telephone. */
export type Column = { readonly head: string; readonly figures?: boolean; readonly unit?: string };

/** A row: what names it, and one cell a column after the first; null is "not known" and is said in words. */
export type Row = { readonly name: ComponentChildren; readonly cells: readonly ComponentChildren[] };

/**
 * Roles that HTML gives these elements anyway: some browsers forget them once a style lays the rows out as cards, so they are
 * said again.
 */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/**
 * Rows of names and figures; under 760 px each row becomes a card of label and value. Must: be a table with heads to who
 * listens, at any width; never scroll sideways; say "not known" in words and never as zero.
 */
export function Table({
  label,
  columns,
  rows,
  foot,
}: {
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** What the rows come to; an empty text is a cell that has no sum. */
  foot?: Row | null;
}) {
  const [, ...others] = columns;
  return (
    <table class="grid" {...roles.table} aria-label={label}>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th scope="col" {...roles.columnheader} class={column.figures ? "r" : undefined}>
              {column.unit ? `${column.head}, ${column.unit}` : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((row) => (
          <Line row={row} columns={others} />
        ))}
      </tbody>
      {foot ? (
        <tfoot {...roles.rowgroup}>
          <Line row={foot} columns={others} />
        </tfoot>
      ) : null}
    </table>
  );
}

function Line({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const say = useSay();
  return (
    <tr {...roles.row}>
      <th scope="row" {...roles.rowheader}>
        {row.name}
      </th>
      {columns.map((column, index) => {
        const cell = row.cells[index] ?? null;
        const unknown = cell === null;
        return (
          <td
            {...roles.cell}
            class={
              [column.figures ? "r" : "", unknown ? "hush" : "", cell === "" ? "blank" : ""].join(" ").trim() ||
              undefined
            }
            data-l={column.head}
            data-u={unknown || cell === "" ? undefined : column.unit}
          >
            {unknown ? say("unknown") : cell}
          </td>
        );
      })}
    </tr>
  );
}

function TableExample() {
  const say = useSay();
  return (
    <Table
      label={say("members.title")}
      columns={[
        { head: say("members.name") },
        { head: say("members.community") },
        { head: say("members.season-weight"), figures: true, unit: "kg" },
      ]}
      rows={[
        { name: "0131", cells: ["Quebrada Dos", say("value.figure", { value: "1240.5" })] },
        { name: "0208", cells: ["Alto Cruz", null] },
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "table", draw: () => <TableExample /> }];
