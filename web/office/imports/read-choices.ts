/** The choices of an import as its form says them, and as the form shows them again. */
import type { Choices } from "../../../exchange/starts/choices.ts";
import { fieldsOf, isStartKind, type StartKind } from "../../../exchange/starts/kinds.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { day } from "../../../kernel/time/index.ts";

/** The name of the form's field in which the column of a field is chosen. */
export const columnField = (field: string): string => `column-${field}`;

/** What every row says that does not say it itself, by kind: the words a person may write beside the columns. */
export const wordsOf: Readonly<Record<StartKind, readonly ("product" | "place" | "unit" | "currency" | "series")[]>> = {
  members: [],
  ties: [],
  plots: [],
  deliveries: ["product", "place", "unit"],
  prices: ["series", "currency", "unit"],
  opening: ["product", "place", "currency"],
};

/** The days a person may say for a whole file, by kind. */
export const daysOf: Readonly<Record<StartKind, readonly ("on" | "since")[]>> = {
  members: ["since"],
  ties: ["since"],
  plots: [],
  deliveries: [],
  prices: [],
  opening: ["on"],
};

/** What may be ticked, by kind. */
export const ticksOf: Readonly<Record<StartKind, readonly ("settledElsewhere" | "keepBoth")[]>> = {
  members: ["keepBoth"],
  ties: [],
  plots: [],
  deliveries: ["settledElsewhere", "keepBoth"],
  prices: [],
  opening: [],
};

/** Reads the form; what is wrong names its field. Null when it names no kind at all. */
export function readChoices(
  typed: URLSearchParams,
  columns: number,
): { readonly choices: Choices; readonly wrong: readonly Refusal[] } | null {
  const kind = typed.get("kind") ?? "";
  if (!isStartKind(kind)) return null;
  const wrong: Refusal[] = [];
  const text = (name: string): string => (typed.get(name) ?? "").trim().slice(0, 120);
  const said = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => (text(name) === "" ? [] : [[name, text(name)]])));
  const days = said(daysOf[kind]);
  for (const [name, typedDay] of Object.entries(days))
    if (day(typedDay) === null) wrong.push(refused("import.day-of-choice", { day: typedDay }, name).refusal);
  const mapping = Object.fromEntries(
    fieldsOf[kind].map(({ field }) => [field, columnIn(text(columnField(field)), columns)]),
  );
  const mark = text("mark");
  const order = text("order");
  const headerRow = text("headerRow");
  const choices: Choices = {
    kind,
    mapping,
    ...said([...wordsOf[kind], "sheet"]),
    ...days,
    ...(mark === "," || mark === "." ? { mark } : {}),
    ...(order === "day-first" || order === "month-first" ? { order } : {}),
    ...(/^\d{1,6}$/.test(headerRow) ? { headerRow: Number.parseInt(headerRow, 10) } : {}),
    ...Object.fromEntries(ticksOf[kind].flatMap((name) => (typed.get(name) === null ? [] : [[name, true]]))),
  };
  return { choices, wrong };
}

/** A column that there is; null for none. */
function columnIn(text: string, columns: number): number | null {
  const column = /^\d{1,4}$/.test(text) ? Number.parseInt(text, 10) : -1;
  return column >= 0 && column < columns ? column : null;
}

/** The choices as a form has them typed. */
export function typedChoices(choices: Partial<Choices>): URLSearchParams {
  const typed = new URLSearchParams();
  const { mapping = {}, ...rest } = choices;
  for (const [field, column] of Object.entries(mapping))
    if (column !== null) typed.set(columnField(field), `${column}`);
  for (const [name, value] of Object.entries(rest)) {
    if (value === true) typed.set(name, "yes");
    else if (typeof value === "string" || typeof value === "number") typed.set(name, `${value}`);
  }
  return typed;
}
