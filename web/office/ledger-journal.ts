/** `/o/BOOK/ledger/journal`: the entries of some days as a journal that other accounting programs read. */
import type { AccountKeys } from "../../exchange/journal/accounts.ts";
import { type JournalEntry, journalText } from "../../exchange/journal/journal.ts";
import type { Posting } from "../../kernel/ledger/entry.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { chartsAt } from "./books/charts.ts";

/** The journal of some days, as a file. */
export const journalFile: BookPage = { path: "/o/:book/ledger/journal", open: journalAt };

/** Postings asked for at once, and most of one file: some megabytes, held while it is written. */
const together = 5_000;
const most = 500_000;

/** What the view `ledger.journal` answers. */
type Row = Readonly<
  Record<"position" | "act" | "because" | "happened" | "booked" | "account" | "commodity" | "amount", string>
> &
  Readonly<
    Record<
      "about" | "agent" | "lot" | "place" | "owner" | "agreement" | "product" | "season" | "reverses_position",
      string | null
    >
  > & {
    readonly ordinal: number;
    readonly reverses_ordinal: number | null;
  };

async function journalAt(at: PageAt): Promise<Result<Response>> {
  const [from, until] = [day(at.words.get("from") ?? ""), day(at.words.get("until-day") ?? "")];
  if (from === null || until === null) return refused("view.asked-wrongly", { field: "from", problem: "day" });
  const rows: Row[] = [];
  for (let after: unknown = "0.0.0"; after !== undefined; ) {
    const found = await at.ask("ledger.journal", { from, until, after, limit: together });
    if (!found.ok) return found;
    rows.push(...(found.value.rows as readonly Row[]));
    after = found.value.next?.after;
    if (rows.length > most) return refused("ledger.journal-too-long", { most });
  }
  const numbers = await memberNumbers(at);
  const charts = await chartsAt(at);
  const codes = new WeakMap<Posting, string>();
  const pieces: string[] = [];
  const source = {
    title: `${at.settings.name} ${from} ${until}`,
    accounts: rows as readonly AccountKeys[],
    commodities: new Set(rows.map((row) => row.commodity)),
    entries: entriesIn(rows, (line, row) => codes.set(line, charts.on(row.booked)?.codeOf(row) ?? "")),
    nameOf: (agent: string) => numbers.get(agent) ?? null,
    codeOf: (line: Posting) => codes.get(line) ?? null,
  };
  for await (const piece of journalText(source)) pieces.push(piece);
  return done(
    new Response(pieces.join(""), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="journal-${from}-${until}.journal"`,
      },
    }),
  );
}

/** Members' numbers by agent: a journal leaves the house without names. */
async function memberNumbers(at: PageAt): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>();
  for (let skip = 0; at.may("members.list"); skip += 500) {
    const found = await at.ask("members.list", { limit: 500, skip });
    if (!found.ok) break;
    for (const { agent, number } of found.value.rows as readonly {
      readonly agent: string;
      readonly number: string | null;
    }[])
      if (number !== null) numbers.set(agent, number);
    if (found.value.rows.length < 500) break;
  }
  return numbers;
}

/** The rows of each entry together, in the order of the book; `note` is told of each line as it is made. */
async function* entriesIn(
  rows: readonly Row[],
  note: (line: Posting, row: Row) => unknown,
): AsyncGenerator<JournalEntry> {
  let postings: Posting[] = [];
  for (const [at, row] of rows.entries()) {
    const line: Posting = { ...row, amount: BigInt(row.amount) };
    note(line, row);
    postings.push(line);
    const next = rows[at + 1];
    if (next !== undefined && next.position === row.position && next.ordinal === row.ordinal) continue;
    yield {
      position: BigInt(row.position),
      ordinal: row.ordinal,
      act: row.act,
      because: row.because,
      about: row.about,
      happened: row.happened,
      booked: row.booked,
      reverses:
        row.reverses_position === null
          ? null
          : { position: BigInt(row.reverses_position), ordinal: row.reverses_ordinal ?? 0 },
      postings,
    };
    postings = [];
  }
}
