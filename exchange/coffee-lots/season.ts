import { remark } from "../outcome.ts";
import { leaveOut, type Reading, read } from "./reading.ts";

const CENTURY = "20";
const NEXT_YEAR_ONLY = 1n;

/**
 * The season from the free text of the harvest: "2012", "2013/2014" for a harvest over the new year, null with a note when
 * the text names no year for sure. "4T/10" is the fourth quarter (trimestre) of 2010; "08/09 crop" is 2008/2009. A slip of
 * the hand ("4T72010") is not guessed at.
 */
export function seasonIn(field: string, cell: string): Reading<string> {
  if (cell === "") return leaveOut("import.season-missing", field, cell);
  if (/^(?:19|20)\d\d$/.test(cell)) return read(cell);
  const season = quarter(cell) ?? shortPair(cell) ?? yearsAmongWords(cell);
  if (season !== null)
    return /^[\d\s/-]+$/.test(cell) ? read(season) : read(season, remark("import.season-from-words", field, cell));
  const named = /\p{L}{3,}/u.test(cell) && !/\d/.test(cell) && monthsIn(cell) > 0;
  return leaveOut(named ? "import.season-without-year" : "import.season-unreadable", field, cell);
}

function quarter(cell: string): string | null {
  const year = /^[1-4]t\/(\d{2}|\d{4})$/i.exec(cell)?.[1];
  if (year === undefined) return null;
  return year.length === 2 ? CENTURY + year : year;
}

function shortPair(cell: string): string | null {
  const match = /^(\d\d)\/(\d\d)\b/.exec(cell);
  return match === null ? null : pair(`${CENTURY}${match[1]}`, `${CENTURY}${match[2]}`);
}

/** One year, or two that follow each other; any other figure must be the day before a month. */
function yearsAmongWords(cell: string): string | null {
  const figures = cell.match(/\d+/g) ?? [];
  const years = figures.filter((figure) => /^(?:19|20)\d\d$/.test(figure));
  const others = figures.length - years.length;
  if (others > 0 && !(others === 1 && /^\d{1,2} \p{L}{3,} \d{4}$/u.test(cell))) return null;
  const [first, second, third] = years;
  if (first === undefined || third !== undefined) return null;
  return second === undefined ? first : pair(first, second);
}

function pair(first: string, second: string): string | null {
  if (first === second) return first;
  return BigInt(second) - BigInt(first) === NEXT_YEAR_ONLY ? `${first}/${second}` : null;
}

const MONTH_WORDS =
  /\b(?:jan|ene|feb|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct|out|nov|dec|dic|dez|spring|fall)\p{L}*/giu;
const monthsIn = (cell: string): number => cell.match(MONTH_WORDS)?.length ?? 0;
