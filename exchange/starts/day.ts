/** Days as sheets have them: "31/12/2024", "31-dic-24", "2024-12-31", "31 de diciembre de 2024", in one order for the file. */
import { day } from "../../kernel/time/index.ts";
import { fold } from "./fold.ts";

/** Whether the day or the month comes first in "01/02/2024". */
export type DayOrder = "day-first" | "month-first";

/** The months by how their names begin in Spanish, Portuguese and English. */
const months: readonly (readonly [begins: string, month: number])[] = [
  ["ene jan", 1],
  ["feb fev", 2],
  ["mar", 3],
  ["abr apr", 4],
  ["may mai", 5],
  ["jun", 6],
  ["jul", 7],
  ["ago aug", 8],
  ["sep set", 9],
  ["oct out", 10],
  ["nov", 11],
  ["dic dez dec", 12],
].flatMap(([begins, month]) => `${begins}`.split(" ").map((one) => [one, month] as [string, number]));

/** The month that a word names; null when it names none. */
export const monthNamed = (word: string): number | null => {
  const folded = fold(word);
  return folded.length < 3 ? null : (months.find(([begins]) => folded.startsWith(begins))?.[1] ?? null);
};

const NUMBERS = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})$/;
const NAMED = /^(\d{1,2})[-/. ]*(?:de )?([\p{L}]{3,12})\.?[-/. ]*(?:de |del )?(\d{2,4})$/u;

/** Which order a day of figures must be in; null when both are possible or it is spelled otherwise. */
export function orderOf(cell: string): DayOrder | null {
  const parts = NUMBERS.exec(cell.trim());
  if (parts === null || (parts[1] ?? "").length > 2) return null;
  const [first, second] = [whole(parts[1]), whole(parts[2])];
  if (first > 12 && second <= 12) return "day-first";
  return second > 12 && first <= 12 ? "month-first" : null;
}

/** A day as "YYYY-MM-DD"; null when it cannot be read, or does not exist. A clock after it is left out. */
export function dayIn(cell: string, order: DayOrder): string | null {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?.*$/, "");
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, first = "", second = "", third = ""] = numbers;
    if (first.length === 4) return spelled(first, whole(second), whole(third));
    const [dayOfMonth, month] = order === "day-first" ? [first, second] : [second, first];
    return spelled(third, whole(month), whole(dayOfMonth));
  }
  const named = NAMED.exec(text);
  const month = named === null ? null : monthNamed(named[2] ?? "");
  return named === null || month === null ? null : spelled(named[3] ?? "", month, whole(named[1]));
}

/** The month of a period ("2024-12", "12/2024", "dic-24", "diciembre 2024") as "YYYY-MM"; null when it is none. */
export function monthIn(cell: string): string | null {
  const text = cell.trim();
  const numbers = /^(\d{4})[-/. ](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (numbers !== null) {
    const [first = "", second = ""] = numbers.slice(1);
    return first.length === 4 ? monthSpelled(first, whole(second)) : monthSpelled(second, whole(first));
  }
  const named = /^([\p{L}]{3,12})\.?[-/. ]*(?:de |del )?(\d{2,4})$/u.exec(text);
  const month = named === null ? null : monthNamed(named[1] ?? "");
  return named === null || month === null ? null : monthSpelled(named[2] ?? "", month);
}

const whole = (text: string | undefined): number => Number.parseInt(text ?? "", 10);

/** Two digits are of this century up to 69, of the last from 70 on. */
const yearOf = (text: string): string =>
  text.length === 2 ? `${whole(text) < 70 ? "20" : "19"}${text}` : text.padStart(4, "0");

const spelled = (year: string, month: number, dayOfMonth: number): string | null =>
  day(`${yearOf(year)}-${`${month}`.padStart(2, "0")}-${`${dayOfMonth}`.padStart(2, "0")}`);

const monthSpelled = (year: string, month: number): string | null =>
  month >= 1 && month <= 12 ? `${yearOf(year)}-${`${month}`.padStart(2, "0")}` : null;
