/** `/o/BOOK/ledger/chart/sheet`: a chart brought as a sheet is shown first, and published by a second form. The chart as a file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ChartColumn,
  type ChartRows,
  type ChartWords,
  chartColumns,
  chartTable,
  mostChartRows,
  plainWords,
  readChart,
} from "../../../exchange/charts/chart-sheet.ts";
import type { ExportTable } from "../../../exchange/export/table.ts";
import { openSheet, SheetBroken } from "../../../exchange/sheet/open.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { accountKinds, chartName, checkChart } from "../../../rooms/book/rules/chart-of-accounts.ts";
import { DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { receiveFile } from "../../importing/upload.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { bookSay } from "../../server/page.ts";
import { ChartTable, seasonChoices } from "./chart.tsx";
import { chartsAt } from "./charts.ts";
import { booksPage } from "./frame.tsx";

/** Reads a sheet that was brought, and shows what it says. */
export const chartSheetForm: BookForm = { path: "/o/:book/ledger/chart/sheet", body: "own", post: brought };
/** Publishes what was shown. */
export const chartSheetPublish: BookForm = { path: "/o/:book/ledger/chart/sheet/publish", post: published };

/** A chart of six hundred accounts with long names in three languages takes a quarter of it. */
const largest = 2 * 1024 * 1024;

const notYours = (at: PageAt): Result<null> =>
  at.powers.has("close-accounting-day")
    ? done(null)
    : refused("power.missing", { power: "close-accounting-day", agent: at.session.agent });

async function brought(at: FormAt): Promise<Result<Page>> {
  const may = notYours(at);
  if (!may.ok) return may;
  const room = await mkdtemp(join(tmpdir(), "ayni-chart-"));
  try {
    const file = await receiveFile(at.request, join(room, "sheet"), { limit: largest });
    const read = file.ok ? await readIn(at, join(room, "sheet")) : { ok: false as const, refusals: [file.refusal] };
    return shown(at, read.ok ? read.value : null, read.ok ? [] : read.refusals, null);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

async function readIn(at: PageAt, path: string): Promise<ReturnType<typeof readChart>> {
  const opened = await openSheet(path);
  if (!opened.ok) return { ok: false, refusals: [opened.refusal] };
  try {
    const rows: (readonly string[])[] = [];
    for await (const row of opened.value.rows()) {
      rows.push(row.cells);
      if (rows.length > mostChartRows) break;
    }
    return readChart(opened.value.header, rows, wordsOf(at));
  } catch (error) {
    if (error instanceof SheetBroken) return { ok: false, refusals: [error.refusal] };
    throw error;
  } finally {
    await opened.value.close();
  }
}

/** Headings and kinds in any language of the house, and the codes themselves. */
function wordsOf({ services, settings }: PageAt): ChartWords {
  const columns = new Map<string, ChartColumn>();
  const kinds = new Map<string, string>();
  for (const language of ["es", "en", "pt"]) {
    const say = bookSay(services.catalogues, language, settings);
    for (const one of chartColumns) columns.set(say(`books.column.${one}`).toLowerCase(), one);
    for (const one of accountKinds) kinds.set(say(`books.kind.${one}`).toLowerCase(), one);
  }
  return {
    column: (heading) => columns.get(heading.trim().toLowerCase()) ?? plainWords.column(heading),
    kind: (word) => kinds.get(word.trim().toLowerCase()) ?? plainWords.kind(word),
  };
}

/** What the sheet says, with all that is wrong with it, and the form that publishes it. */
async function shown(
  at: PageAt,
  rows: ChartRows | null,
  wrong: readonly Refusal[],
  typed: Filled | null,
): Promise<Result<Page>> {
  const { say } = at;
  const seasons = await seasonChoices(at);
  const before = (await chartsAt(at)).on(at.today)?.chart;
  const title = before?.title ?? say("books.chart");
  const found = [...wrong, ...(rows === null || typed !== null ? [] : checkChart({ title, ...rows }))];
  const filled = typed ?? fresh({ title, source: before?.source ?? "", from: at.today });
  const names = new Map(rows?.accounts.map((one) => [one.code, chartName(one, at.language)]));
  return done(
    booksPage(at, {
      here: "chart",
      title: say("books.chart"),
      children: (
        <>
          <h1 class="speak">
            {say("books.sheet-says", { accounts: String(rows?.accounts.length ?? 0), wrong: String(found.length) })}
          </h1>
          {found.length === 0 || typed !== null ? null : (
            <Notice state="broken" title={say("form.not-done")}>
              {found.slice(0, 20).map((one) => (
                <p>{sentenceOf(one, say)}</p>
              ))}
            </Notice>
          )}
          {rows === null ? null : (
            <ChartTable chart={rows} at={at} seasons={seasons} nameOf={(code) => names.get(code) ?? code} />
          )}
          {rows === null || (found.length > 0 && typed === null) ? null : (
            <ActForm
              action={at.address("ledger/chart/sheet/publish")}
              act={at.newAct()}
              filled={filled}
              named={["title", "source", "from"]}
              submit={say("books.publish-chart")}
            >
              <input type="hidden" name="rows" value={JSON.stringify(rows)} />
              <TextField name="title" label={say("books.title")} filled={filled} />
              <TextField name="source" label={say("books.where-from")} filled={filled} optional />
              <DayField name="from" label={say("books.from")} hint={say("books.from-hint")} filled={filled} />
            </ActForm>
          )}
          <a class="quiet" href={at.address("ledger/chart")}>
            {say("books.to-chart")}
          </a>
        </>
      ),
    }),
  );
}

async function published(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const rows = rowsIn(form.text("rows"));
  const [title, from, source] = [form.readText("title"), form.readDay("from"), form.maybe("source")];
  if (rows === null || title === null || from === null)
    return shown(at, rows, [], { typed: form.typed, wrong: form.wrong });
  const spoken = await at.speak("chart.publish", {
    chart: { title, ...(source === undefined ? {} : { source }), ...rows },
    from,
  });
  return spoken.outcome === "refused"
    ? shown(at, rows, [], { typed: form.typed, wrong: spoken.refusals })
    : done({ goTo: at.address("ledger/chart"), told: "chart-published" });
}

/** What the hidden field brought back; the act's own schema judges what is in it. */
function rowsIn(text: string): ChartRows | null {
  try {
    const rows = JSON.parse(text) as ChartRows | null;
    return typeof rows === "object" && Array.isArray(rows?.accounts) && Array.isArray(rows.places) ? rows : null;
  } catch {
    return null;
  }
}

/** The chart in force as a table, to be written over and brought again. */
export async function chartFileTable(at: PageAt): Promise<Result<ExportTable>> {
  const read = (await chartsAt(at)).on(at.today);
  if (read === null) return refused("chart.unknown");
  const heads = Object.fromEntries(chartColumns.map((one) => [one, at.say(`books.column.${one}`)]));
  return done(chartTable(read.chart, heads as Record<ChartColumn, string>, (kind) => at.say(`books.kind.${kind}`)));
}
