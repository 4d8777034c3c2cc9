/** `/o/BOOK/export`: everything one may look at here, to take along as a sheet. */
import { done, type Result } from "../../kernel/refusal.ts";
import { exportPage as drawExport, type ExportRow } from "../../rooms/book/pages/export.tsx";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { exportFile, titleOf } from "./export-file.ts";
import { requiredWords } from "./exporting/asked.ts";

const exportPage: BookPage = { path: "/o/:book/export", open: exportAt };

/** The list, and the files it leads to. */
export const exportPages: readonly BookPage[] = [exportPage, exportFile];

/** What is taken along most stands first; the rest follows in the order of the rooms. */
const first = ["members.standing", "members.list", "deliveries.list", "statements.list", "settlements.list"];
const rank = (view: string): number => (first.includes(view) ? first.indexOf(view) : first.length);

async function exportAt(at: PageAt): Promise<Result<Page>> {
  const words = await wordsAt(at);
  const views = [...at.services.reader.views].sort((one, other) => rank(one.name) - rank(other.name));
  const rows = views.flatMap((view) => {
    if (!at.may(view.name) || !at.say.has(`export.of.${view.name}`)) return []; // The others are parts of a page.
    const required = requiredWords(view);
    const sets = words.get(view.name) ?? (required.length === 0 ? [{}] : []);
    return sets.map((set) => rowOf(at, view.name, set));
  });
  return done(drawExport({ frame: at.frame("our-book"), book: at.book, rows }, at.say));
}

type Words = Readonly<Record<string, string>>;

/** What must be said of views that do not answer by themselves: the book's currency and year, and each series of prices. */
async function wordsAt(at: PageAt): Promise<ReadonlyMap<string, readonly Words[]>> {
  const [money] = at.settings.currencies;
  const since = `${at.today.slice(0, 4)}-01-01`;
  const standing = money === undefined ? [] : [{ currency: money.currency, from: since }];
  const listed = at.may("prices.series-list") ? await at.ask("prices.series-list") : null;
  const series = listed?.ok ? listed.value.rows.map((row) => ({ series: String(row.series) })) : [];
  return new Map<string, readonly Words[]>([
    ["members.standing", standing],
    ["prices.series", series],
  ]);
}

function rowOf(at: PageAt, view: string, words: Words): ExportRow {
  const of = words.series === undefined ? titleOf(view, at.say) : `${titleOf(view, at.say)}: ${words.series}`;
  const key = `export.why.${view}`;
  return {
    title: of,
    why: at.say.has(key) ? at.say(key, { since: words.from ?? "" }) : null,
    xlsx: at.address(`export/${view}.xlsx`, words),
    csv: at.address(`export/${view}.csv`, words),
  };
}
