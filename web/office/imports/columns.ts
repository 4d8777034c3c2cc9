/** The columns of a file that was brought: guessed, or kept from the last sheet with this header, and mended in a form. */
import { type Choices, lacking } from "../../../exchange/starts/choices.ts";
import { isStartKind, type StartKind } from "../../../exchange/starts/kinds.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import type { BookForm, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { begin, pathOf, runsHere, workOf } from "../../importing/jobs.ts";
import { guessed, type Looked, likeliestKind, lookOver } from "../../importing/look-over.ts";
import type { Run } from "../../importing/runs.ts";
import { productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { columnsPage } from "./columns-page.tsx";
import { runAt } from "./places.ts";
import { columnField, readChoices, typedChoices } from "./read-choices.ts";

/** Rows shown above the form. */
const rowsShown = 4;
/** How long the answer to a form waits for a small file to be tried, in milliseconds. */
const patience = 2_000;

/** Draws the form for a run; refused when the file cannot be opened as a sheet. */
export async function columnsOf(at: PageAt, run: Run, wrong: readonly Refusal[] = []): Promise<Result<Page>> {
  const choice = openedAs(at.words, run.choices);
  return withSheet(at, run, choice, async (looked) => {
    const kept = await runsHere(at.services, at.book).keptFor(looked.fingerprint);
    const word = at.words.get("kind") ?? "";
    const named = isStartKind(word) ? word : run.choices.kind;
    const before = named === undefined ? kept[0] : kept.find((one) => one.kind === named);
    const kind = named ?? before?.kind ?? likeliestKind(looked);
    const typed = typedFor(kind, run, before, looked);
    for (const [name, value] of Object.entries(choice)) typed.set(name, `${value}`);
    const drawnKept = before !== undefined && run.choices.kind === undefined;
    return done(await page(at, run, kind, looked, typed, wrong, drawnKept));
  });
}

/** How the file is opened: the sheet and the row of headings that somebody named. */
type OpenedAs = Pick<Choices, "sheet" | "headerRow">;

/** As the words say it, else as it was chosen before. */
function openedAs(words: URLSearchParams, before: OpenedAs = {}): OpenedAs {
  const sheet = words.get("sheet") || before.sheet;
  const row = words.get("headerRow") ?? "";
  const headerRow = /^\d{1,6}$/.test(row) ? Number.parseInt(row, 10) : before.headerRow;
  return { ...(sheet === undefined ? {} : { sheet }), ...(headerRow === undefined ? {} : { headerRow }) };
}

/** What was chosen for this file, else what was kept for its header, else what is guessed. */
function typedFor(kind: StartKind, run: Run, kept: Choices | undefined, looked: Looked): URLSearchParams {
  if (run.choices.kind === kind) return typedChoices(run.choices);
  if (kept !== undefined) return typedChoices(kept);
  return typedChoices({ kind, mapping: { ...guessed(looked, kind).mapping } });
}

async function page(
  at: PageAt,
  run: Run,
  kind: StartKind,
  looked: Looked,
  typed: URLSearchParams,
  wrong: readonly Refusal[],
  kept: boolean,
): Promise<Page> {
  const { header, sample, sheet } = looked;
  const seasons = await at.ask("seasons.list");
  const products = new Set(seasons.ok ? seasons.value.rows.map((row) => String(row.product)) : []);
  const props = {
    frame: at.frame("imports"),
    book: at.book,
    file: run.file,
    kind,
    columns: header.map((heading, place) => ({ heading, cells: sample.map((row) => row.cells[place] ?? "") })),
    sample: sample.slice(0, rowsShown).map((row) => row.cells.slice(0, header.length)),
    sheets: sheet.how.sheets ?? [],
    headerRow: `${sheet.headerRows.at(-1) ?? 0}`,
    unsure: new Set(unsureOf(looked, kind, typed)),
    typed,
    wrong,
    kept,
    products: [...products].map((value) => ({ value, says: productName(value, at.say) })),
    action: at.address(`imports/${run.run}`),
    back: at.address("imports"),
    act: at.newAct(),
  };
  return columnsPage(props, at.say);
}

/** Fields whose chosen column is the guessed one, and whose heading did not name it. */
function unsureOf(looked: Looked, kind: StartKind, typed: URLSearchParams): readonly string[] {
  const { mapping, sure } = guessed(looked, kind);
  return Object.entries(sure).flatMap(([field, how]) =>
    how !== "by head" && typed.get(columnField(field)) === `${mapping[field]}` ? [field] : [],
  );
}

async function withSheet<T>(
  at: PageAt,
  run: Run,
  choice: OpenedAs,
  work: (looked: Looked) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { services, book } = at;
  const looked = await lookOver(pathOf(services, book, run.run), choice, services.catalogues);
  if (!looked.ok) return looked;
  try {
    return await work(looked.value);
  } finally {
    await looked.value.sheet.close();
  }
}

/** Takes the columns, and tries the file. */
export const columnsForm: BookForm = { path: "/o/:book/imports/:run/columns", post: chosen };

async function chosen(at: FormAt): Promise<Result<Page | GoTo>> {
  const found = await runAt(at);
  if (!found.ok) return found;
  const run = found.value;
  if (run.stage === "running" || run.stage === "done") return done({ goTo: at.address(`imports/${run.run}`) });
  const { typed } = at.form;
  return withSheet(at, run, openedAs(typed), async (looked): Promise<Result<Page | GoTo>> => {
    const read = readChoices(typed, looked.header.length);
    if (read === null) return refused("import.run-unknown");
    const { choices } = read;
    const missing = lacking(choices).map((field) => refused("form.nothing-chosen", {}, columnField(field)).refusal);
    const wrong = [...read.wrong, ...missing];
    if (wrong.length > 0) return done(await page(at, run, choices.kind, looked, typed, wrong, false));
    const runs = runsHere(at.services, at.book);
    await runs.change(run.run, { kind: choices.kind, choices });
    await runs.keep(looked.fingerprint, choices, at.session.agent);
    await begin(at.services, at.book, { ...run, kind: choices.kind, choices }, "trying");
    await Promise.race([workOf(at.services, run.run), new Promise((go) => setTimeout(go, patience))]);
    return done({ goTo: at.address(`imports/${run.run}`) });
  });
}
