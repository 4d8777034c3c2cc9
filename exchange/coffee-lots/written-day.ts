import { type Day, day } from "../../kernel/time/index.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");

/** The number of an English month from its full name, "01" to "12"; null for any other word. */
export function monthNumber(word: string): string | null {
  const place = MONTHS.indexOf(word.toLowerCase());
  return place < 0 ? null : (place + 1).toString().padStart(2, "0");
}

/** A day in English words, "April 4th, 2015", or as YYYY-MM-DD; null when there is no such day. */
export function writtenDay(cell: string): Day | null {
  const match = /^([A-Za-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(cell);
  if (match === null) return day(cell);
  const [, word = "", dayOfMonth = "", year = ""] = match;
  const month = monthNumber(word);
  return month === null ? null : day(`${year}-${month}-${dayOfMonth.padStart(2, "0")}`);
}
