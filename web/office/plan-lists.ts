/** Lists inside a step as they are typed: percents one after the other, and which places have which list of prices. */
import type { Notation } from "../language/notation.ts";
import { readFigure } from "../language/reading.ts";

/** Most lists of places a step may have on a form. */
const mostLists = 12;

/** "60 / 30 / 10". */
export const percentsTyped = (value: unknown, figure: (text: unknown) => string): string =>
  ((value ?? []) as readonly string[]).map(figure).join(" / ");

/** Percents with a stroke between them; what is no figure stays as it was typed, so that the plan's own check names it. */
export const percentsSaid = (text: string, notation: Notation): readonly string[] =>
  text
    .split("/")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => readFigure(one, notation) ?? one);

/** The fields of lists by place: the places with commas between them, and the series. */
export const placesTyped = (value: unknown, name: string): [name: string, value: string][] =>
  ((value ?? []) as readonly { readonly places: readonly string[]; readonly series: string }[]).flatMap(
    ({ places, series }, row): [string, string][] => [
      [`${name}.${row}.places`, places.join(", ")],
      [`${name}.${row}.series`, series],
    ],
  );

/** Lists by place as the form says them; a row without a series is none. */
export function placesSaid(text: (name: string) => string, name: string) {
  const lists: { places: string[]; series: string }[] = [];
  for (let row = 0; row < mostLists; row += 1) {
    const series = text(`${name}.${row}.series`);
    const places = text(`${name}.${row}.places`)
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    if (series !== "") lists.push({ places, series });
  }
  return lists;
}
