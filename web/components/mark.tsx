/** Signs that always stand beside a word: marks of a state, icons of an act. Only those a page uses travel with it. */

/** State marks, each with its own outline: no meaning by colour alone. */
export type MarkName = "kept" | "waiting" | "broken" | "none";
/** Icons of acts. */
export type IconName = "print" | "search";

const drawings: Readonly<Record<`m-${MarkName}` | IconName, string>> = {
  "m-kept":
    '<symbol id="m-kept" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM3.3 8.2L7 11.9 12.9 6 11.4 4.5 7 8.9 4.8 6.7z"/></symbol>',
  "m-waiting":
    '<symbol id="m-waiting" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2v12a6 6 0 0 0 0-12z"/></symbol>',
  "m-broken":
    '<symbol id="m-broken" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8-.5L16.5 8 8 16.5-.5 8zM7 3.8v5h2v-5zM7 10.3v2h2v-2z"/></symbol>',
  "m-none":
    '<symbol id="m-none" viewBox="-1 -1 18 18"><circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 2.14"/></symbol>',
  print: '<symbol id="print" viewBox="0 0 24 24"><path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z"/></symbol>',
  search: '<symbol id="search" viewBox="0 0 24 24"><path d="M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM15 15l6 6"/></symbol>',
};

/** The drawings that a rendered page refers to, as one hidden block; empty when it refers to none. */
export function drawingsIn(html: string): string {
  const used = Object.entries(drawings).filter(([name]) => html.includes(`href="#${name}"`));
  if (used.length === 0) return "";
  const symbols = used.map(([, drawing]) => drawing).join("");
  return `<svg width="0" height="0" class="away" aria-hidden="true" focusable="false">${symbols}</svg>`;
}

/** Must: stand beside the word that says the same; it is not read out. */
export const Mark = ({ name }: { name: MarkName }) => (
  <svg class={`mark ${name}`} aria-hidden="true">
    <use href={`#m-${name}`} />
  </svg>
);

/** Must: stand beside the word of its act; it is not read out. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
);
