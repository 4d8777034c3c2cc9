/** Opens any sheet that an organisation may have: separated values in whatever manner, or a workbook. */
import { open } from "node:fs/promises";
import { type Result, refused } from "../../kernel/refusal.ts";
import { openCsv } from "./csv/open-csv.ts";
import { headed } from "./headed.ts";
import { directoryPlace, isLocked, natureOf } from "./nature.ts";
import { type OpenSheet, type RawSheet, SheetBroken, type SheetChoice } from "./opened.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

export { type OpenSheet, SheetBroken, type SheetChoice, type SheetManner, type SheetRow } from "./opened.ts";

/** Bytes that tell what a file is, whatever its name says. */
const telling = 8 * 1024;

/**
 * Opens a sheet and finds its header. Refusals, each with what to do: `sheet.missing`, `sheet.empty`, `sheet.password`,
 * `sheet.old-excel`, `sheet.open-document`, `sheet.web-page`, `sheet.not-a-sheet`, `sheet.broken`, `sheet.swollen`,
 * `sheet.too-many-columns`, `sheet.too-much-text`, `sheet.no-such-sheet`, `sheet.header-row-missing`,
 * `sheet.encoding-unknown`, `sheet.delimiter-unknown`, `sheet.line-too-long`. Close what was opened.
 */
export async function openSheet(file: string, choice: SheetChoice = {}): Promise<Result<OpenSheet>> {
  const beginning = await bytesAt(file, 0);
  if (beginning === null) return refused("sheet.missing");
  const raw = await openRaw(file, beginning, choice);
  if (!raw.ok) return raw;
  try {
    const opened = await headed(raw.value, choice.headerRow);
    if (!opened.ok) await raw.value.close();
    return opened;
  } catch (error) {
    await raw.value.close();
    if (error instanceof SheetBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function openRaw(file: string, beginning: Uint8Array, choice: SheetChoice): Promise<Result<RawSheet>> {
  switch (natureOf(beginning)) {
    case "nothing":
      return refused("sheet.empty");
    case "archive":
      return openXlsx(file, choice);
    case "compound": {
      const directory = await bytesAt(file, directoryPlace(beginning));
      return directory !== null && isLocked(directory) ? refused("sheet.password") : refused("sheet.old-excel");
    }
    case "web-page":
      return refused("sheet.web-page");
    case "other":
      return refused("sheet.not-a-sheet");
    case "text":
      return openCsv(file, choice);
  }
}

/** Some bytes of a file; null when there is no such file, or it may not be read. */
async function bytesAt(file: string, place: number): Promise<Uint8Array | null> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(telling), 0, telling, place);
    return buffer.subarray(0, bytesRead);
  } catch {
    return null; // A folder opens and cannot be read.
  } finally {
    await handle.close();
  }
}
