/** What an address of an export asks for: which view, as which file, with which words. */
import * as z from "zod/mini";
import { type CsvStyle, csvMarks } from "../../../exchange/export/csv.ts";
import type { ExportFormat } from "../../../exchange/export/table.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { ViewDeclaration } from "../../../kernel/view.ts";
import type { Asked } from "../../../store/reader/ask.ts";
import { askedIn } from "../../api/views.ts";
import type { PageAt } from "../../desk/page.ts";

/** A file that is asked for. `page` is how many rows are read at once; null: the view answers all of them. */
export type AskedFile = {
  readonly view: ViewDeclaration;
  readonly format: ExportFormat;
  readonly style: CsvStyle;
  readonly bom: boolean;
  readonly asked: Asked;
  readonly page: number | null;
};

/** Words of the address that are about the file or about pages of a list, and not about what is in it: a file holds all rows. */
const notOfTheView = ["style", "bom", "lang", "told", "limit", "skip", "after"];

/** Reads the address. Refusals: `export.no-such-file`, `view.asked-wrongly` for a style that there is none of. */
export function askedFile(at: PageAt): Result<AskedFile> {
  const file = at.parameter("file");
  const [, name = "", ending = ""] = /^([a-z][a-z.-]{0,60})\.(csv|xlsx)$/.exec(file) ?? [];
  const view = at.services.reader.views.find((one) => one.name === name);
  if (view === undefined) return refused("export.no-such-file", { file });
  const usual: CsvStyle = at.say.notation.decimal === "," ? "es" : "en";
  const style = at.words.get("style") ?? usual;
  if (!isStyle(style)) return refused("view.asked-wrongly", { field: "style", problem: "unknown" }, "style");
  const words = new URLSearchParams(at.words);
  for (const word of notOfTheView) words.delete(word);
  const page = largestPage(view);
  const asked = { ...askedIn(words, view), ...(page === null ? {} : { limit: page }) };
  return done({
    view,
    format: ending === "xlsx" ? "xlsx" : "csv",
    style,
    bom: at.words.get("bom") === "1",
    asked,
    page,
  });
}

const isStyle = (style: string): style is CsvStyle => Object.hasOwn(csvMarks, style);

type Declared = {
  readonly properties?: Readonly<Record<string, { readonly maximum?: number }>>;
  readonly required?: string[];
};
const declaredOf = (view: ViewDeclaration): Declared =>
  z.toJSONSchema(view.asks, { io: "input", unrepresentable: "any" }) as Declared;

/** The most rows that a view answers at once; null where it knows no limit. */
export const largestPage = (view: ViewDeclaration): number | null =>
  declaredOf(view).properties?.limit?.maximum ?? null;

/** What must be said for a view to answer at all. */
export const requiredWords = (view: ViewDeclaration): readonly string[] => declaredOf(view).required ?? [];
