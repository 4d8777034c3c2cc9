/** The table of contrasts, recomputed from the style that ships. Source of the ratio: WCAG 2.2, relative luminance. */
import { describe, expect, it } from "vitest";
import { type Theme, themes } from "./dyes.ts";
import { styleOf } from "./styles.ts";

type Tokens = ReadonlyMap<string, string>;

const tokensIn = (css: string): Tokens =>
  new Map([...css.matchAll(/--([a-z0-9-]+):(#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [name, hex]));

const page = (theme: Theme | null) => styleOf({ parts: [], theme, band: null });
const tokens = new Map(themes.map((theme) => [theme, tokensIn(page(theme))]));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of a text on a ground in a theme, rounded down to a tenth. */
function contrast(text: string, ground: string, theme: Theme): number {
  const of = tokens.get(theme);
  const [one, other] = [luminance(of?.get(text) ?? ""), luminance(of?.get(ground) ?? "")];
  return Math.floor((10 * (Math.max(one, other) + 0.05)) / (Math.min(one, other) + 0.05)) / 10;
}

const grounds = ["paper", "wool", "fleece", "indigo-wash", "chilca-wash", "qolle-wash", "cochineal-wash"];
/** Text, then per ground: light, dark, sunlight. */
const table: Record<string, readonly (readonly [number, number, number])[]> = {
  ink: [
    [16.2, 14.2, 21],
    [13.9, 15.3, 21],
    [11.9, 11.6, 17],
    [13.5, 11.1, 21],
    [14.1, 10.9, 21],
    [14.3, 10.7, 15.2],
    [13.8, 11.3, 21],
  ],
  "ink-2": [
    [7.8, 8.4, 15.5],
    [6.7, 9.1, 15.5],
    [5.7, 6.9, 12.5],
    [6.5, 6.6, 15.5],
    [6.8, 6.4, 15.5],
    [6.9, 6.3, 11.2],
    [6.6, 6.7, 15.5],
  ],
  indigo: [
    [10.2, 8.7, 14.7],
    [8.8, 9.4, 14.7],
    [7.5, 7.1, 11.9],
    [8.5, 6.8, 14.7],
    [8.9, 6.7, 14.7],
    [9, 6.6, 10.7],
    [8.7, 6.9, 14.7],
  ],
  chilca: [
    [7.8, 9.7, 11.8],
    [6.7, 10.4, 11.8],
    [5.7, 7.9, 9.6],
    [6.5, 7.5, 11.8],
    [6.8, 7.4, 11.8],
    [6.9, 7.3, 8.6],
    [6.6, 7.7, 11.8],
  ],
  "qolle-ink": [
    [7.8, 11, 12.3],
    [6.7, 11.9, 12.3],
    [5.7, 9, 10],
    [6.5, 8.6, 12.3],
    [6.8, 8.5, 12.3],
    [6.9, 8.3, 8.9],
    [6.7, 8.8, 12.3],
  ],
  cochineal: [
    [8.8, 7.4, 11.6],
    [7.6, 8, 11.6],
    [6.5, 6, 9.4],
    [7.4, 5.8, 11.6],
    [7.7, 5.7, 11.6],
    [7.8, 5.6, 8.4],
    [7.5, 5.9, 11.6],
  ],
};

describe("text can be read", () => {
  for (const [text, rows] of Object.entries(table))
    it(`${text} on every ground, in three lights`, () => {
      const measured = grounds.map((ground) => themes.map((theme) => contrast(text, ground, theme)));
      expect(measured).toEqual(rows);
      for (const [light = 0, dark = 0, sunlight = 0] of measured) {
        expect(Math.min(light, dark)).toBeGreaterThanOrEqual(4.5);
        expect(sunlight).toBeGreaterThanOrEqual(7);
      }
    });

  it("on-indigo on indigo, and the edge of a field on its page", () => {
    expect(themes.map((theme) => contrast("on-indigo", "indigo", theme))).toEqual([10.2, 9.2, 14.7]);
    for (const ground of ["paper", "wool", "fleece"])
      for (const theme of themes) expect(contrast("seam", ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

describe("a page without a chosen theme", () => {
  const css = page(null);
  it("is light, and carries what dark and high contrast change", () => {
    const [light = "", dark = "", sunlight = ""] = css.split("@media (prefers");
    expect(tokensIn(light)).toEqual(tokens.get("light"));
    expect(new Map([...tokensIn(light), ...tokensIn(dark)])).toEqual(tokens.get("dark"));
    expect(tokensIn(sunlight)).toEqual(tokens.get("sunlight"));
  });
});
