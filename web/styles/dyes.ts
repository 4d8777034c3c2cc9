/**
 * The colours, as data: each dye with its hex in three lights. Hex ships, because old telephones read nothing else; every dye
 * has one meaning (indigo: what you can do; chilca: kept; qolle: waiting; cochineal: broken). Yarns are for bands and woven
 * fills, never for text.
 */

/** The three lights a page is read in. */
export const themes = ["light", "dark", "sunlight"] as const;
export type Theme = (typeof themes)[number];

/** Token, then its value in light, dark and sunlight. */
export const dyes = {
  paper: ["#fcfaf6", "#1e1814", "#ffffff"],
  wool: ["#ede9e1", "#14100c", "#ffffff"],
  fleece: ["#dfd8cc", "#302923", "#eae7e2"],
  thread: ["#c6bcae", "#494139", "#5a5450"],
  seam: ["#807262", "#908476", "#000000"],
  ink: ["#241b15", "#ede7db", "#000000"],
  "ink-2": ["#5a4d42", "#bcb3a5", "#282320"],
  indigo: ["#174068", "#93baed", "#0a2559"],
  "on-indigo": ["#fcfaf6", "#0b1421", "#ffffff"],
  "indigo-wash": ["#dbe8f4", "#1f2e44", "#ffffff"],
  chilca: ["#3b5720", "#a7cd77", "#1d3f0f"],
  "chilca-wash": ["#e3efd2", "#27321c", "#ffffff"],
  qolle: ["#f0bc31", "#f5c84e", "#fadb2c"],
  "qolle-ink": ["#69490a", "#f1c961", "#4a2f00"],
  "qolle-wash": ["#fbecc0", "#3b2e14", "#fadb2c"],
  cochineal: ["#8e132b", "#f48a95", "#75061c"],
  "cochineal-wash": ["#fbe3e2", "#472025", "#ffffff"],
  "y-red": ["#a3193a", "#a3193a", "#000000"],
  "y-blue": ["#1f4a6d", "#1f4a6d", "#000000"],
  "y-yellow": ["#e9b42c", "#e9b42c", "#ffffff"],
  "y-green": ["#5f7a2e", "#5f7a2e", "#000000"],
  "y-white": ["#f3eee2", "#d9d1c0", "#ffffff"],
  "y-brown": ["#4a382c", "#4a382c", "#000000"],
} as const satisfies Record<string, readonly [string, string, string]>;

/** The lines of a theme: a hairline, and the line that closes a sum. Bright sun needs both thicker. */
const lines: Record<Theme, string> = {
  light: "--hair:1px;--line:2px",
  dark: "--hair:1px;--line:2px",
  sunlight: "--hair:2px;--line:3px",
};

/** The declarations of one theme. */
export function themeTokens(theme: Theme): string {
  const column = themes.indexOf(theme);
  const colours = Object.entries(dyes).map(([token, values]) => `--${token}:${values[column]}`);
  return `color-scheme:${theme === "dark" ? "dark" : "light"};${colours.join(";")};${lines[theme]}`;
}

/** What a dark theme changes in a light one, so that a page does not carry the rest twice. */
function changedIn(theme: Theme): string {
  const light = new Set(themeTokens("light").split(";"));
  return themeTokens(theme)
    .split(";")
    .filter((declaration) => !light.has(declaration))
    .join(";");
}

/** The colours of a page: one theme if it was chosen, else light, with dark and high contrast as the device asks. */
export function dyesCss(theme: Theme | null): string {
  if (theme !== null) return `:root{${themeTokens(theme)}}${theme === "sunlight" ? "body{font-weight:500}" : ""}`;
  return [
    `:root{${themeTokens("light")}}`,
    `@media (prefers-color-scheme:dark){:root{${changedIn("dark")}}}`,
    `@media (prefers-contrast:more){:root{color-scheme:light;${themeTokens("light")};${changedIn("sunlight")}}body{font-weight:500}}`,
  ].join("");
}
