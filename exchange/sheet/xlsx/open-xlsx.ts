/** A workbook's sheet, read as a stream: nothing of it is held but the table of texts. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { type RawSheet, SheetBroken, type SheetChoice, type SheetRow } from "../opened.ts";
import { type Archive, openArchive } from "./archive.ts";
import type { CellContext } from "./cell.ts";
import { rowsIn } from "./rows.ts";
import { sharedTexts } from "./shared-text.ts";
import { meaningsOf } from "./styles.ts";
import { type Workbook, type WorkbookSheet, workbookIn } from "./workbook.ts";

/** Opens the sheet that was chosen, else the first visible one with content. */
export async function openXlsx(file: string, choice: SheetChoice): Promise<Result<RawSheet>> {
  const archive = await openArchive(file);
  if (!archive.ok) return archive;
  try {
    const opened = await openIn(archive.value, choice);
    if (!opened.ok) archive.value.close();
    return opened;
  } catch (error) {
    archive.value.close();
    if (error instanceof SheetBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function openIn(archive: Archive, choice: SheetChoice): Promise<Result<RawSheet>> {
  const workbook = await workbookIn(archive);
  if (!workbook.ok) return workbook;
  const { texts, styles, from1904, sheets } = workbook.value;
  const context: CellContext = {
    texts: await sharedTexts(archive, texts),
    meanings: await meaningsOf(archive, styles),
    from1904,
  };
  const sheet = await chosen(workbook.value, archive, context, choice.sheet);
  if (sheet === null)
    return choice.sheet === undefined
      ? refused("sheet.empty")
      : refused("sheet.no-such-sheet", { sheet: choice.sheet, sheets: namesOf(sheets).join(", ") }, "sheet");
  return done({
    kind: "xlsx",
    how: { sheet: sheet.name, sheets: namesOf(sheets) },
    pieces: () => piecesOf(archive, sheet, context),
    close: async () => archive.close(),
  });
}

const namesOf = (sheets: readonly WorkbookSheet[]): readonly string[] =>
  sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);

async function chosen(
  { sheets }: Workbook,
  archive: Archive,
  context: CellContext,
  name: string | undefined,
): Promise<WorkbookSheet | null> {
  if (name !== undefined) return sheets.find((sheet) => sheet.name === name) ?? null;
  for (const sheet of sheets.filter((one) => !one.hidden))
    for await (const rows of piecesOf(archive, sheet, context)) if (rows.length > 0) return sheet;
  return null;
}

async function* piecesOf(
  archive: Archive,
  sheet: WorkbookSheet,
  context: CellContext,
): AsyncGenerator<readonly SheetRow[]> {
  const stream = await archive.stream(sheet.part);
  if (stream === null) throw new SheetBroken(refused("sheet.broken").refusal);
  yield* rowsIn(stream, context);
}
