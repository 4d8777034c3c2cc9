/** What the words of `ayni import KIND FILE` choose. */
import type { Choices } from "../../exchange/starts/choices.ts";
import { fold } from "../../exchange/starts/fold.ts";
import { fieldsOf, isStartKind, type StartKind } from "../../exchange/starts/kinds.ts";
import { isUuid } from "../../kernel/ids.ts";
import { day } from "../../kernel/time/index.ts";
import { readWords } from "../words.ts";

/** Everything that was asked. `map` is as it was written: its columns are known when the file is open. */
export type StartAsked = {
  readonly kind: StartKind;
  readonly file: string;
  readonly book: string;
  readonly seat: string | undefined;
  readonly dryRun: boolean;
  readonly faulty: string | undefined;
  readonly map: readonly (readonly [field: string, column: string])[];
  readonly choices: Omit<Choices, "mapping" | "kind">;
};

const texts = {
  book: "text",
  seat: "text",
  map: "text",
  faulty: "text",
  decimal: "text",
  days: "text",
  sheet: "text",
} as const;
const forAll = {
  product: "text",
  place: "text",
  unit: "text",
  currency: "text",
  series: "text",
  on: "text",
  since: "text",
} as const;
const flags = { "dry-run": "flag", "settled-elsewhere": "flag", "keep-both": "flag" } as const;

/** Reads the words after `ayni import`; null when they ask for something that there is not. */
export function startAsked(words: readonly string[]): StartAsked | null {
  const read = readWords(words, { ...texts, ...forAll, ...flags });
  if (read === null) return null;
  const [kind = "", file = "", ...more] = read.rest;
  const { book = "", seat, map = "", faulty, decimal, days, sheet, ...all } = read.texts;
  if (!isStartKind(kind) || file === "" || more.length > 0 || !isUuid(book)) return null;
  if (seat !== undefined && !isUuid(seat)) return null;
  if (decimal !== undefined && decimal !== "," && decimal !== ".") return null;
  if (days !== undefined && days !== "day-first" && days !== "month-first") return null;
  for (const one of [all.on, all.since]) if (one !== undefined && day(one) === null) return null;
  const pairs = map === "" ? [] : map.split(",").map((pair) => pair.split("="));
  const known = fieldsOf[kind].map(({ field }) => field);
  if (pairs.some((pair) => pair.length !== 2 || !known.includes(pair[0] ?? ""))) return null;
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return {
    kind,
    file,
    book,
    seat,
    dryRun: read.flags["dry-run"] === true,
    faulty,
    map: pairs.map(([field = "", column = ""]) => [field, column] as const),
    choices: {
      ...said,
      ...(decimal === undefined ? {} : { mark: decimal }),
      ...(days === undefined ? {} : { order: days }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(read.flags["settled-elsewhere"] === true ? { settledElsewhere: true } : {}),
      ...(read.flags["keep-both"] === true ? { keepBoth: true } : {}),
    },
  };
}

/** The place of a column named by its heading, or by the letter a spreadsheet gives it; "" is no column; -1 where there is none. */
export function columnNamed(name: string, header: readonly string[]): number | null {
  if (name === "") return null;
  const byHeading = header.findIndex((heading) => fold(heading) === fold(name));
  if (byHeading >= 0 || !/^[A-Z]{1,2}$/.test(name)) return byHeading;
  const place = [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return place < header.length ? place : -1;
}
