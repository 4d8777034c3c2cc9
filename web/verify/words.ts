/**
 * How the pages of `verify/` speak, on the server and in a browser without one: sentences with gaps, filled with words and figures that
 * are written out already. The sentences of `verify.` take nothing else, so that they need no engine of messages.
 */

import { containers, measures, products } from "../../rooms/acopio/rules/receipt-tables.ts";

/** The sentences of one language: those of `verify.`, names of codes, and the calendar's words. */
export type Sentences = Readonly<Record<string, string>>;

/** Speaks one language. */
export type Words = {
  readonly language: string;
  has(key: string): boolean;
  say(key: string, values?: Readonly<Record<string, string>>): string;
  /** The word for a code of a family, or the code as words. */
  named(family: string, code: string): string;
  /** A day, "2026-09-16", as the language writes it in short: 16 sep 2026. */
  day(day: string): string;
};

/** What the script needs of a catalogue; what never changes on the page (`checking.`) stands in its markup. */
const travels = /^(?:verify\.|calendar\.short)/;
/** Words of codes that receipts have a short number for: a catalogue has many more, and the file has little room. */
const codes: ReadonlySet<string> = new Set([
  ...products.map((code) => `product.${code}`),
  ...measures.map(([code]) => `measure.${code}`),
  ...containers.map((code) => `container.${code}`),
]);

/** The part of a catalogue that travels with the page. */
export const sentencesOf = (catalogue: Iterable<readonly [string, string]>): Sentences =>
  Object.fromEntries([...catalogue].filter(([key]) => travels.test(key) || codes.has(key)));

/** Speaks by these sentences; a key that is missing is our mistake, and shows as itself. */
export function wordsOf(language: string, sentences: Sentences): Words {
  const say: Words["say"] = (key, values = {}) =>
    (sentences[key] ?? key).replace(/\{\$([a-z]+)\}/gi, (whole, name: string) => values[name] ?? whole);
  return {
    language,
    say,
    has: (key) => sentences[key] !== undefined,
    named: (family, code) => sentences[`${family}.${code}`] ?? code.replace(/-/g, " "),
    day: (day) => {
      const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
      if (year === "") return day;
      const name = sentences[`calendar.short.${month.replace(/^0/, "")}`] ?? month;
      return say("calendar.short", { year, month: name, date: date.replace(/^0/, "") });
    },
  };
}

/** Day and clock of an instant in a time zone, as values of a sentence. */
export function moment(
  instant: string,
  zone: string,
  { day }: Words,
): { readonly day: string; readonly clock: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  } as Intl.DateTimeFormatOptions).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return { day: day(`${part("year")}-${part("month")}-${part("day")}`), clock: `${part("hour")}:${part("minute")}` };
}
