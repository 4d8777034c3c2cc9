/** A whole sheet into a book, tried or carried out: row by row read, in batches compared and said, each row accounted for. */
import { decimalPlaces, exactly } from "../../kernel/exact/index.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { FileVoice } from "../act.ts";
import { type OpenSheet, SheetBroken, type SheetRow } from "../sheet/open.ts";
import { type StartAccount, StartAccounting } from "./account.ts";
import type { SaidAnswer, StartBook, StartDoor } from "./book.ts";
import { type Choices, lacking } from "./choices.ts";
import { compared } from "./compare.ts";
import { readDelivery } from "./deliveries.ts";
import { figureIn } from "./figure.ts";
import { fold } from "./fold.ts";
import { fieldsOf, type StartKind } from "./kinds.ts";
import { type Manner, mannerOf } from "./manner.ts";
import { readMember } from "./members.ts";
import { readOpening } from "./opening.ts";
import type { Drafted, Reason, StartAct, StartOutcome, Sums } from "./outcome.ts";
import { readPlot } from "./plots.ts";
import { readPriceRow } from "./prices.ts";
import type { Reading } from "./reading.ts";
import { type Layout, RowAt, RowFault } from "./row-at.ts";
import { readTie } from "./ties.ts";

const readers: Readonly<Record<StartKind, (row: RowAt, at: Reading) => Drafted>> = {
  members: readMember,
  ties: readTie,
  plots: readPlot,
  deliveries: readDelivery,
  prices: readPriceRow,
  opening: readOpening,
};

/** Rows compared and said at once. */
export const batchOfRows = 1_000;

/** What an import works with. `voice` null: it is tried, and nothing is said. `settled` is given each row once, in order. */
export type StartImport = {
  readonly sheet: OpenSheet;
  readonly choices: Choices;
  readonly book: StartBook;
  readonly door: StartDoor;
  readonly voice: FileVoice | null;
  readonly salt: () => string;
  readonly settled: (row: StartOutcome) => void | Promise<void>;
};

/** The manner in which the file is read, with what was chosen before what was found; refused when it must be chosen first. */
export async function mannerFor(
  sheet: OpenSheet,
  choices: Choices,
  currencies: StartBook["currencies"],
): Promise<Result<Manner & { readonly rows: number }>> {
  const missing = lacking(choices);
  if (missing.length > 0) return refused("import.columns-to-choose", { fields: missing.join(", ") });
  const { mark, order } = choices;
  const hasThousandths = currencies.some(({ line }) => (decimalPlaces(exactly(line)) ?? 0) > 2);
  const found = await mannerOf(sheet, choices.kind, choices.mapping, hasThousandths ? "in any" : "in thousands");
  const chosen = mark ?? (typeof found.figures === "string" ? found.figures : null);
  if (chosen === null && typeof found.figures !== "string") {
    const { figures } = found;
    return figures.unsure === "either"
      ? refused("import.mark-ambiguous", { example: figures.example }, "mark")
      : refused("import.marks-mixed", { example: figures.example, other: figures.other }, "mark");
  }
  return done({ mark: chosen ?? ".", order: order ?? found.order, workbook: sheet.kind === "xlsx", rows: found.rows });
}

/**
 * Tries or imports a sheet. Refused as a whole: `import.columns-to-choose`, `import.mark-ambiguous`, `import.marks-mixed`, a sheet
 * that turns out to be broken, and an intake that is full; rows that were said before that stay said.
 */
export async function importStart(of: StartImport): Promise<Result<StartAccount>> {
  try {
    const manner = await mannerFor(of.sheet, of.choices, of.book.currencies);
    if (!manner.ok) return manner;
    return await importRows(of, { header: of.sheet.header, mapping: of.choices.mapping, manner: manner.value });
  } catch (error) {
    if (error instanceof SheetBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function importRows(of: StartImport, layout: Layout): Promise<Result<StartAccount>> {
  const accounting = new StartAccounting();
  const reading: Reading = { book: of.book, choices: of.choices, seen: new Map(), salt: of.salt };
  // While the book takes one batch the next is read and compared: no row of it can be in the book by the one before it,
  // for what a file says twice is found in the file.
  let before: Promise<Result<null>> = Promise.resolve(done(null));
  const shared = new Set<string>();
  const settle = async (rows: readonly SheetRow[]): Promise<Result<null>> => {
    const drafts = await compared(
      rows.map((row) => draftOf(row, reading, layout)),
      of.door,
    );
    const said = await before;
    if (!said.ok) return said;
    before = settled(rows, drafts, of, layout, accounting, shared);
    before.catch(() => undefined); // It is looked at when the next batch is ready, or at the end.
    return said;
  };
  try {
    let batch: SheetRow[] = [];
    for await (const row of of.sheet.rows()) {
      if (isTotal(row)) continue;
      batch.push(row);
      if (batch.length < batchOfRows) continue;
      const taken = await settle(batch);
      if (!taken.ok) return taken;
      batch = [];
    }
    const taken = await settle(batch);
    const last = await before;
    return !taken.ok ? taken : last.ok ? done(accounting.account(layout.manner)) : last;
  } finally {
    await before.catch(() => undefined); // What was begun is ended, also when reading the next batch failed.
  }
}

/** Says what a batch's rows give, and accounts for each of them. */
async function settled(
  rows: readonly SheetRow[],
  drafts: readonly Drafted[],
  of: StartImport,
  layout: Layout,
  accounting: StartAccounting,
  shared: Set<string>,
): Promise<Result<null>> {
  const acts = drafts.flatMap((draft) => (draft.outcome === "ready" ? once(draft.acts, shared) : []));
  const said = of.voice === null ? done(null) : await of.door.say(acts, of.voice);
  if (!said.ok) return said;
  for (const [at, row] of rows.entries()) {
    const sums = sumsOf(row, layout, of.choices.kind);
    const outcome = outcomeOf(row, drafts[at] as Drafted, sums, said.value);
    accounting.add(outcome);
    await of.settled(outcome);
  }
  return done(null);
}

const TOTALS = /^(sub ?)?total(es|is)?( general| geral)?$|^suma(s)?$|^soma$|^sum$/;

/** A line of totals below or between the rows is no row of the list: its first words say so. */
const isTotal = ({ cells }: SheetRow): boolean => TOTALS.test(fold(cells.find((cell) => cell.trim() !== "") ?? ""));

/** Several rows may need the same household entered or series opened before what is their own, the last: it is said once. */
function once(acts: readonly StartAct[], shared: Set<string>): readonly StartAct[] {
  return acts.filter(({ id }, at) => {
    const isFirst = !shared.has(id);
    if (acts.length > 1) shared.add(id);
    return isFirst || at === acts.length - 1;
  });
}

function draftOf(row: SheetRow, reading: Reading, layout: Layout): Drafted {
  try {
    return readers[reading.choices.kind](new RowAt(row, layout), reading);
  } catch (error) {
    if (error instanceof RowFault) return error.drafted;
    throw error;
  }
}

/** What the columns of weight and money say in a row, as far as it can be read. */
function sumsOf(row: SheetRow, { mapping, manner }: Layout, kind: StartKind): Sums {
  const sums: Record<string, string> = {};
  for (const { field, holds } of fieldsOf[kind]) {
    const column = mapping[field] ?? null;
    if (column === null || (holds !== "weight" && holds !== "money") || field === "price") continue;
    const figure = figureIn((row.cells[column] ?? "").trim(), manner);
    if (figure !== null) sums[field] = figure;
  }
  return sums;
}

function outcomeOf(
  row: SheetRow,
  draft: Drafted,
  sums: Sums,
  answers: ReadonlyMap<string, SaidAnswer> | null,
): StartOutcome {
  if (draft.outcome !== "ready") return { outcome: draft.outcome, row, sums, reason: draft.reason, notes: [] };
  const { notes } = draft;
  if (answers === null) return { outcome: "ready", row, sums, notes };
  let asked: Reason | null = null;
  let isNew = false;
  for (const { id } of draft.acts) {
    const answer = answers.get(id);
    if (answer === undefined) continue;
    if (answer.outcome === "refused")
      return { outcome: "refused", row, sums, notes, reason: reasonOf(answer.refusals[0]) };
    if (answer.outcome === "kept, not yet understood")
      return { outcome: "refused", row, sums, notes, reason: reasonOf(answer.because) };
    if (answer.outcome === "done with a question") asked ??= reasonOf(answer.questions[0]);
    if (answer.outcome === "proposed") asked ??= reasonOf({ facts: {}, code: "import.row-proposed" });
    if (answer.outcome !== "known already") isNew = true;
  }
  if (asked !== null) return { outcome: "questioned", row, sums, notes, reason: asked };
  if (isNew) return { outcome: "done", row, sums, notes };
  return { outcome: "known", row, sums, notes, reason: { code: "import.row-known", field: "", found: "", facts: {} } };
}

type Coded = { readonly code: string; readonly facts: Reason["facts"]; readonly field?: string | undefined };

const reasonOf = (one: Coded | undefined): Reason => ({
  code: one?.code ?? "import.row-known",
  field: one?.field ?? "",
  found: "",
  facts: one?.facts ?? {},
});
