/** What one document booked, at the foot of its page: for whoever may look at the ledger. */
import type { ComponentChildren } from "preact";
import type { PageAt } from "../../desk/page.ts";
import { chartsAt } from "./charts.ts";
import { type JournalLine, type LineRow, lineOf } from "./lines-read.ts";
import { LinesTable } from "./lines-table.tsx";

const always = { from: "1900-01-01", until: "9999-12-31" };
/** A statement of hundreds of hand-overs books some dozen lines. */
const shown = 500;

/** What an accountant reads of a document: its lines, and the codes that its accounts have in the chart. */
export type DocumentLines = {
  readonly accounting: ComponentChildren;
  readonly codes: ReadonlyMap<string, string>;
};

/** The lines of a statement by its number; nothing where the reader may not look at the ledger, or nothing was booked. */
export async function documentLines(at: PageAt, number: string): Promise<DocumentLines | Record<never, never>> {
  if (!at.may("ledger.lines")) return {};
  const found = await at.ask("ledger.lines", { ...always, paper: number, limit: shown });
  if (!found.ok || found.value.rows.length === 0) return {};
  const charts = await chartsAt(at);
  // What the paper itself booked: a payment later changes nothing on the page of the paper, and stands behind the link.
  const lines = (found.value.rows as readonly LineRow[]).map((row) => lineOf(row, charts));
  const codes = new Map(lines.flatMap(({ account, code }) => (code === null ? [] : [[account, code] as const])));
  return { accounting: <Lines lines={lines} at={at} number={number} />, codes };
}

function Lines({ lines, at, number }: { lines: readonly JournalLine[]; at: PageAt; number: string }) {
  const { say } = at;
  return (
    <section class="accounting">
      <details>
        <summary>{say("books.accounting")}</summary>
        <p class="soft">{say("books.accounting-why")}</p>
        <LinesTable lines={lines} label={say("books.accounting")} />
        <p>
          <a class="quiet" href={at.address("ledger/entries", { number })}>
            {say("books.to-lines")}
          </a>
        </p>
      </details>
    </section>
  );
}
