/** The style sheet of a page: only the parts it uses, with the colours of its theme and the band of its organisation. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Band, bandCss } from "./band.ts";
import { dyesCss, type Theme } from "./dyes.ts";

/** The parts a page may ask for; each is a file here. `ground` and `print` travel with every page, `slip` with papers. */
export type StylePart =
  | "cord"
  | "sheet"
  | "split"
  | "statement"
  | "desk"
  | "table"
  | "list"
  | "form"
  | "notice"
  | "paper"
  | "money"
  | "books"
  | "own"
  | "today"
  | "door"
  | "asked"
  | "powers"
  | "points"
  | "verify"
  | "telephone";

/** Takes comments and needless blanks out; nothing else, so that the files stay the truth. */
export const minified = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/;}/g, "}")
    .trim();

const kept = new Map<string, string>();

function part(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const css = minified(readFileSync(join(import.meta.dirname, `${name}.css`), "utf8"));
  kept.set(name, css);
  return css;
}

/** What a page's style depends on. */
export type Style = {
  readonly parts: readonly StylePart[];
  readonly theme: Theme | null;
  readonly band: { readonly of: Band; readonly lies: "along" | "up" } | null;
  /** Rules of this one page, such as the widths of a split. */
  readonly own?: string;
};

/** The whole style of a page as one text. Print comes last: it overrules every theme. */
export const styleOf = ({ parts, theme, band, own = "" }: Style): string =>
  [
    dyesCss(theme),
    part("ground"),
    band === null ? "" : bandCss(band.of, band.lies),
    ...parts.map((name) => (name === "paper" ? part("slip") + part("paper") : part(name))),
    own,
    part("print"),
  ].join("");
