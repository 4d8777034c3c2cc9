/** `/o/BOOK/ledger/entries`: what was booked in these days, or for this statement or settlement, with both codes? */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { day } from "../../../kernel/time/index.ts";
import { ChoiceField, DayField } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { addressWith } from "../../server/page.ts";
import { chartsAt } from "./charts.ts";
import { booksPage, ReadBy } from "./frame.tsx";
import { type LineRow, type LinesAsked, lineOf } from "./lines-read.ts";
import { LinesTable } from "./lines-table.tsx";

/** The journal, line by line. */
export const entriesPage: BookPage = { path: "/o/:book/ledger/entries", open: drawn };

/** Lines of one page. */
const onePage = 200;
/** A document may have been booked on any day. */
const always = { from: "1900-01-01", until: "9999-12-31" };

/** What an address asks for: a document in all days, or the days of a month, by themselves the month that runs. */
export function linesAsked(at: PageAt): LinesAsked {
  const word = (name: string): string => at.words.get(name) ?? "";
  if (isUuid(word("statement"))) return { ...always, statement: word("statement") };
  if (word("number") !== "") return { ...always, number: word("number").slice(0, 80) };
  if (isUuid(word("settlement"))) return { ...always, settlement: word("settlement") };
  const from = day(word("from")) ?? `${at.today.slice(0, 7)}-01`;
  const until = day(word("until")) ?? at.today;
  const last = [from, until].sort()[1] ?? until;
  return { from, until: last, ...(word("only") === "earlier" ? { earlier: true } : {}) };
}

async function drawn(at: PageAt): Promise<Result<Page>> {
  const { say } = at;
  const asked = linesAsked(at);
  const isDocument = [asked.statement, asked.settlement, asked.number].some((one) => one !== undefined);
  const after = /^\d{1,18}\.\d{1,9}\.\d{1,9}$/.exec(at.words.get("after") ?? "")?.[0];
  const found = await at.ask("ledger.lines", {
    ...asked,
    limit: isDocument ? 5_000 : onePage,
    ...(after === undefined ? {} : { after }),
  });
  if (!found.ok) return found;
  const charts = await chartsAt(at);
  const lines = (found.value.rows as readonly LineRow[]).map((row) => lineOf(row, charts));
  const next = (found.value.next as { readonly after?: string } | undefined)?.after;
  const words = Object.fromEntries([...at.words].filter(([name]) => name !== "after" && name !== "told"));
  const file = (ending: string): string =>
    at.address(
      `ledger/file/entries.${ending}`,
      isDocument ? words : { ...words, from: asked.from, until: asked.until },
    );
  const filled = {
    typed: new URLSearchParams({
      from: asked.from,
      until: asked.until,
      only: asked.earlier === true ? "earlier" : "",
    }),
    wrong: [],
  };
  const heading = isDocument ? "document" : asked.earlier === true ? "earlier" : "days";
  return done(
    booksPage(at, {
      here: "entries",
      title: say("books.entries"),
      children: (
        <>
          <h1 class="speak">
            {heading === "document"
              ? say("books.entries-document")
              : say(`books.entries-${heading}`, { from: asked.from, until: asked.until })}
          </h1>
          <ReadBy at={at} read={charts.on(isDocument ? at.today : asked.until)} />
          {isDocument ? null : (
            <Filter action={at.address("ledger/entries")} narrowed={at.words.has("from")}>
              <DayField name="from" label={say("ledger.from")} filled={filled} />
              <DayField name="until" label={say("ledger.until")} filled={filled} />
              <ChoiceField
                name="only"
                label={say("books.which")}
                filled={filled}
                none={say("books.which-all")}
                choices={[{ value: "earlier", says: say("books.which-earlier") }]}
              />
            </Filter>
          )}
          {lines.length === 0 ? (
            <Notice state="none" title={say("ledger.nothing-booked")} />
          ) : (
            <LinesTable lines={lines} label={say("books.entries")} />
          )}
          {next === undefined && after === undefined ? null : <p class="small soft">{say("books.of-this-page")}</p>}
          <p class="moves">
            {next === undefined ? null : (
              <a class="do" rel="next" href={addressWith(at.request, { after: next })}>
                {say("books.next-lines")}
              </a>
            )}
            <a class="quiet" href={file("xlsx")}>
              {say("books.as-workbook")}
            </a>
            <a class="quiet" href={file("csv")}>
              {say("books.as-sheet")}
            </a>
          </p>
        </>
      ),
    }),
  );
}
