/** Movements of the bank on a page: those that wait, each with what it may be, and those that were placed, with by which way and whom. */
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { EntryRow } from "./standing.ts";
import type { Candidate } from "./waiting.ts";

/** What moved, in one line: amount with its direction, day, the bank's reference. */
export function headingOf(row: EntryRow, at: PageAt): string {
  const amount = at.say("value.money-line", { value: row.amount, currency: row.currency });
  return at.say(`bank.moved.${row.nature}`, { amount, day: row.on });
}

/** Why it waits. */
export const becauseOf = (row: Pick<EntryRow, "because">, at: PageAt): string =>
  at.say(`bank.because.${row.because ?? "none"}`);

const referencesOf = (row: EntryRow, at: PageAt): string =>
  [
    row.number === null ? null : at.say("bank.our-number", { number: row.number }),
    row.order === null ? null : at.say("bank.our-order", { number: row.order }),
    row.reference === null ? null : at.say("bank.their-reference", { reference: row.reference }),
    row.reason === null ? null : at.say("bank.their-reason", { reason: row.reason }),
  ]
    .filter((one) => one !== null)
    .join(" · ");

type Waiting = { at: PageAt; rows: readonly EntryRow[]; candidates: ReadonlyMap<string, readonly Candidate[]> };

export function WaitingList({ at, rows, candidates }: Waiting) {
  const { say } = at;
  if (rows.length === 0) return <Notice state="kept" title={say("bank.nothing-waits")} />;
  return (
    <section>
      <h2>{say("bank.waiting")}</h2>
      {rows.map((row) => (
        <WaitingOne at={at} row={row} candidates={candidates.get(row.entry) ?? []} />
      ))}
    </section>
  );
}

/** Must: say what moved, why nobody can tell, and let it be decided with one tap; never offer what the kind of movement cannot be. */
export function WaitingOne({ at, row, candidates }: { at: PageAt; row: EntryRow; candidates: readonly Candidate[] }) {
  const { say } = at;
  const note = `note-${row.entry}`;
  return (
    <section class="list">
      <h3>{headingOf(row, at)}</h3>
      <p>{becauseOf(row, at)}</p>
      {referencesOf(row, at) === "" ? null : <p class="small soft">{referencesOf(row, at)}</p>}
      {at.powers.has("pay") ? (
        <form class="act wide" method="post" action={at.address(`payments/bank/movements/${row.entry}`)}>
          <input type="hidden" name="act" value={at.newAct()} />
          <input type="hidden" name="entry" value={row.entry} />
          {candidates.map(({ value, says }) => (
            <p class="acts">
              <button class="do" type="submit" name="as" value={value}>
                {says}
              </button>
            </p>
          ))}
          <div class="ask">
            <label for={note}>{say("bank.note")}</label>
            <input id={note} name="note" class="field" type="text" autoComplete="off" maxLength={200} />
          </div>
          <p class="acts">
            {row.nature === "payment" ? (
              <button class="do" type="submit" name="as" value="charge">
                {say("bank.is-charge")}
              </button>
            ) : null}
            <button class="do" type="submit" name="as" value="aside">
              {say("bank.is-aside")}
            </button>
            <a class="quiet" href={at.address(`payments/bank/movements/${row.entry}`)}>
              {say("bank.choose")}
            </a>
          </p>
        </form>
      ) : null}
    </section>
  );
}

export function PlacedTable({ at, rows }: { at: PageAt; rows: readonly EntryRow[] }) {
  const { say } = at;
  if (rows.length === 0) return <Notice state="none" title={say("bank.none-placed")} />;
  return (
    <Table
      label={say("bank.placed")}
      columns={[
        { head: say("bank.movement") },
        { head: say("bank.became") },
        { head: say("bank.number") },
        { head: say("bank.way") },
        { head: say("bank.decided-by") },
      ]}
      rows={rows.map((row) => ({
        name: headingOf(row, at),
        cells: [
          [say(`bank.as.${row.placed_as ?? "aside"}`), row.note, row.reason].filter((one) => one !== null).join(" · "),
          row.numbers ?? "—",
          say(`bank.way.${row.way ?? "hand"}`),
          [row.placed_on === null ? null : say("value.day", { value: row.placed_on }), row.by_name]
            .filter((one) => one !== null)
            .join(" · "),
        ],
      }))}
    />
  );
}
