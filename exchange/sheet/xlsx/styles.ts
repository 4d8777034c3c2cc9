/** What the formats of a workbook's cells say of their numbers: a day, a share shown as percent, or just a number. */
import type { Archive } from "./archive.ts";
import { readWhole } from "./xml.ts";

/** How the number of a cell is meant. */
export type Meaning = "number" | "day" | "percent";

/** Formats that every workbook has without saying them (ECMA-376 part 1, 18.8.30), with those of East Asian calendars. */
const BUILT_IN_DAYS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** The meaning of each cell style, by its place. A workbook without styles has none. */
export async function meaningsOf(archive: Archive, part: string): Promise<readonly Meaning[]> {
  const stream = await archive.stream(part);
  if (stream === null) return [];
  const own = new Map<string, string>();
  const meanings: Meaning[] = [];
  let inCells = false;
  await readWhole(stream, {
    begin: (name, attributes) => {
      if (name === "numFmt") own.set(attributes.numFmtId ?? "", attributes.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) meanings.push(meaningOf(attributes.numFmtId ?? "0", own));
    },
    end: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return meanings;
}

function meaningOf(id: string, own: ReadonlyMap<string, string>): Meaning {
  const code = own.get(id);
  if (code !== undefined) return meaningOfFormat(code);
  if (id === "9" || id === "10") return "percent";
  const number = Number.parseInt(id, 10);
  return BUILT_IN_DAYS.some(([first, last]) => number >= first && number <= last) ? "day" : "number";
}

/** What is not format but text, colour, currency, filling or width. Elapsed hours "[h]" are an amount of time, no clock. */
const NOT_FORMAT = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** The meaning of a format: letters of days or clocks and no digits of a number, or a percent sign. */
export function meaningOfFormat(code: string): Meaning {
  const [first = ""] = code.replace(NOT_FORMAT, "").split(";");
  if (first.includes("%")) return "percent";
  if (/general/i.test(first)) return "number";
  const withoutSeconds = first.replace(/(?<=s)\.0+/gi, "");
  return /[ymdhs]/i.test(withoutSeconds) && !/[0#?]/.test(withoutSeconds) && !/\[[hms]+\]/i.test(code)
    ? "day"
    : "number";
}
