/** Records and tallies rebuilt from the acts, compared row by row with what the database holds. */
import type pg from "pg";
import type { Page } from "../../kernel/act/page.ts";
import type { AnyRow, RecordDeclaration, Written } from "../../kernel/act/record.ts";
import type { Findings } from "./report.ts";

/** Rows as the acts say they are, by table and row key. Of a `now` record the last one stands. */
export class Rebuilt {
  private readonly tables = new Map<string, Map<string, { row: AnyRow; position: bigint }>>();

  /** Lays one written row with the position of its act. */
  lay({ record, row }: Written, position: bigint): void {
    let table = this.tables.get(record.table);
    if (table === undefined) {
      table = new Map();
      this.tables.set(record.table, table);
    }
    table.set(rowKey(record, row), { row, position });
  }

  /** Takes the rows of a table out, to be compared. */
  rowsOf(table: string): Map<string, { row: AnyRow; position: bigint }> {
    return this.tables.get(table) ?? new Map();
  }
}

const rowKey = (record: RecordDeclaration, row: AnyRow): string =>
  record.rowKey.map((name) => String(row[name])).join("|");

/** Compares every record of every room, and every tally. */
export async function compareProjections(
  client: pg.PoolClient,
  book: string,
  records: readonly RecordDeclaration[],
  rebuilt: Rebuilt,
  page: Page,
  findings: Findings,
): Promise<void> {
  for (const record of records) await compareTable(client, book, record, rebuilt, findings);
  await compareTallies(client, book, page, findings);
}

async function compareTable(
  client: pg.PoolClient,
  book: string,
  record: RecordDeclaration,
  rebuilt: Rebuilt,
  findings: Findings,
): Promise<void> {
  const expected = rebuilt.rowsOf(record.table);
  const names = Object.keys(record.columns);
  await client.query({
    text: `declare told cursor for select ${names.map((name) => `"${name}"`).join(", ")}, "position" as act_position
             from ayni."${record.table}" where book_id = $1::uuid`,
    values: [book],
  });
  for (;;) {
    const { rows } = await client.query("fetch 5000 from told");
    if (rows.length === 0) break;
    for (const row of rows as AnyRow[]) {
      findings.records += 1;
      const key = rowKey(record, row);
      const place = `${record.table} ${key}`;
      const said = expected.get(key);
      if (said === undefined) findings.found("verify.record-unexplained", place);
      else {
        expected.delete(key);
        const differing = names.filter((name) => !isSame(said.row[name], row[name]));
        if (said.position !== row.act_position) differing.push("position");
        if (differing.length > 0) findings.found("verify.record-differs", place, { in: differing.join(", ") });
      }
    }
  }
  await client.query("close told");
  for (const key of expected.keys()) findings.found("verify.record-missing", `${record.table} ${key}`);
}

/** Same value: plain data compared by content, whatever the order of names. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one).filter((name) => (one as AnyRow)[name] !== undefined);
  const others = Object.keys(other).length;
  return names.length === others && names.every((name) => isSame((one as AnyRow)[name], (other as AnyRow)[name]));
}

async function compareTallies(client: pg.PoolClient, book: string, page: Page, findings: Findings): Promise<void> {
  const { rows } = await client.query("select kind, key, amount from ayni.tally where book_id = $1::uuid", [book]);
  const expected = new Map([...page.allTallies()].filter(([, amount]) => amount !== 0n));
  for (const { kind, key, amount } of rows) {
    findings.tallies += 1;
    const id = `tally|${kind}|${key}`;
    const said = expected.get(id) ?? 0n;
    expected.delete(id);
    if (said !== amount && findings.onTheChainsWord === 0)
      findings.found("verify.tally-differs", `${kind} ${key}`, { stored: `${amount}`, sum: `${said}` });
  }
  if (findings.onTheChainsWord > 0) return;
  for (const [id, amount] of expected) findings.found("verify.tally-differs", id, { stored: "none", sum: `${amount}` });
}
