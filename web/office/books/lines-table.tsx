/** Journal lines as a table: why, document, both codes, both sides; and what they come to. */
import type { ComponentChildren } from "preact";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import { useSay } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import { wordOr } from "../../language/names.ts";
import type { Say } from "../../language/say.ts";
import { amountOf, countedOf } from "../ledger-amount.ts";
import { type JournalLine, sidesOf } from "./lines-read.ts";

/** The paper an entry belongs to, in words: "statement L-2026-000017". */
export const documentName = ({ document, number }: Pick<JournalLine, "document" | "number">, say: Say): string =>
  document === null || number === null
    ? ""
    : say("books.document", { kind: wordOr("books.paper", document, say), number });

/** Must: have a unit at every figure; say of what was booked later than it happened when it happened. */
export function LinesTable({ lines, label }: { lines: readonly JournalLine[]; label: string }) {
  const say = useSay();
  const coded = lines.some((one) => one.code !== null);
  const side = (line: JournalLine, of: JournalLine["side"]): ComponentChildren =>
    line.side === of ? say("ledger.figure", { value: line.figure, unit: countedOf(line.commodity, say).unit }) : "";
  return (
    <>
      <Table
        label={label}
        columns={[
          { head: say("ledger.booked") },
          { head: say("ledger.why") },
          ...(coded ? [{ head: say("books.code") }] : []),
          { head: say("ledger.account") },
          { head: say("books.member") },
          { head: say("ledger.debit"), figures: true },
          { head: say("ledger.credit"), figures: true },
        ]}
        rows={lines.map((line) => ({
          name: <Day line={line} />,
          cells: [
            <>
              {wordOr("because", line.because, say)}
              {line.number === null ? null : <span class="small soft"> {documentName(line, say)}</span>}
            </>,
            ...(coded
              ? [line.code === null ? "" : say("books.coded", { code: line.code, name: line.name ?? "" })]
              : []),
            accountName(line.account, say),
            line.member ?? "",
            side(line, "debit"),
            side(line, "credit"),
          ],
        }))}
      />
      <Sums lines={lines} />
    </>
  );
}

function Day({ line }: { line: JournalLine }) {
  const say = useSay();
  return (
    <>
      <span class="nb">{say("value.day", { value: line.booked })}</span>
      {line.booked === line.happened ? null : (
        <span class="small soft"> {say("ledger.happened", { day: line.happened })}</span>
      )}
    </>
  );
}

/** What both sides come to, by commodity. */
export function Sums({ lines }: { lines: readonly JournalLine[] }) {
  const say = useSay();
  return (
    <ul>
      {[...sidesOf(lines)].map(([commodity, { debit, credit }]) => (
        <li>
          {say("books.sides", {
            name: countedOf(commodity, say).name,
            unit: countedOf(commodity, say).unit,
            debit: amountOf(commodity, `${debit}`),
            credit: amountOf(commodity, `${credit}`),
            even: debit === credit ? "yes" : "no",
          })}
        </li>
      ))}
    </ul>
  );
}
