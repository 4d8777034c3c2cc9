/** A scheme's sheet as it is typed: from a body to fields of a form and back. */
import type { SchemeSheetBody } from "../../../rooms/agreements/rules/scheme-sheet.ts";
import type { FormAt } from "../../desk/page.ts";
import { type Notation, written } from "../../language/notation.ts";
import { readFigure } from "../../language/reading.ts";

/** The units in which schemes publish, by their grams. */
export const schemeUnits = [
  { value: "453.59237", unit: "lb" },
  { value: "1000", unit: "kg" },
  { value: "46000", unit: "quintal" },
  { value: "1000000", unit: "t" },
] as const;

/** Most lines a sheet may have on a form. */
const mostLines = 40;
const words = ["term", "product", "form", "origin", "currency", "grams", "until"] as const;
const figures = ["minimum", "organic", "premium"] as const;

/** The fields of a sheet with an empty line at its end; figures written as the book's country writes them. */
export function typedOfSheet(body: SchemeSheetBody | null, language: string, notation: Notation): URLSearchParams {
  const typed = new URLSearchParams({ code: body?.code ?? "", title: body?.title ?? "", source: body?.source ?? "" });
  for (const [at, term] of (body?.terms ?? []).entries()) {
    typed.set(`t.${at}.name`, term.name?.[language] ?? Object.values(term.name ?? {})[0] ?? "");
    for (const name of words) typed.set(`t.${at}.${name}`, term[name] ?? "");
    for (const name of figures)
      typed.set(`t.${at}.${name}`, term[name] === undefined ? "" : written(term[name], notation));
  }
  const next = body?.terms.length ?? 0;
  typed.set(`t.${next}.grams`, body?.terms[0]?.grams ?? schemeUnits[0].value);
  typed.set(`t.${next}.currency`, body?.terms[0]?.currency ?? "USD");
  return typed;
}

/** How many lines a form has: those with a name, and one more. */
export function linesIn(typed: URLSearchParams): number {
  let lines = 0;
  while (lines < mostLines && (typed.get(`t.${lines}.term`) ?? "") !== "") lines += 1;
  return Math.min(lines + 1, mostLines);
}

/** The sheet that a form says; what is no figure stays as it was typed, and the book's own check names it. */
export function sheetSaid({ form, say }: FormAt) {
  const line = (at: number) => {
    const text = (name: string): string => form.text(`t.${at}.${name}`);
    const kept = Object.fromEntries(words.flatMap((name) => (text(name) === "" ? [] : [[name, text(name)]])));
    const read = figures.flatMap((name) =>
      text(name) === "" ? [] : [[name, readFigure(text(name), say.notation) ?? text(name)]],
    );
    return { ...kept, name: { [say.language]: text("name") || text("term") }, ...Object.fromEntries(read) };
  };
  const [by, on] = [form.maybe("verifiedBy"), form.maybeDay("verifiedOn")];
  const lines = Array.from({ length: mostLines }, (_, at) => at).filter((at) => form.text(`t.${at}.term`) !== "");
  return {
    ...{ code: form.text("code"), title: form.text("title"), source: form.text("source") },
    ...(by === undefined || on == null ? {} : { verified: { by, on } }),
    terms: lines.map(line),
  };
}
