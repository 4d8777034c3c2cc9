/** Marks of a state: they always stand beside a word. Only those a page uses travel with it. */

/** State marks, each with its own outline: no meaning by colour alone. */
export type MarkName = "kept" | "waiting" | "broken" | "void" | "none";
const drawings: Readonly<Record<`m-${MarkName}`, string>> = {
  "m-kept":
    '<symbol id="m-kept" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM3.3 8.2L7 11.9 12.9 6 11.4 4.5 7 8.9 4.8 6.7z"/></symbol>',
  "m-waiting":
    '<symbol id="m-waiting" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2v12a6 6 0 0 0 0-12z"/></symbol>',
  "m-broken":
    '<symbol id="m-broken" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8-.5L16.5 8 8 16.5-.5 8zM7 3.8v5h2v-5zM7 10.3v2h2v-2z"/></symbol>',
  "m-void":
    '<symbol id="m-void" viewBox="-1 -1 18 18"><path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm3.3 3.2a5.8 5.8 0 0 0-8.1 8.1zM4.7 12.8a5.8 5.8 0 0 0 8.1-8.1z"/></symbol>',
  "m-none":
    '<symbol id="m-none" viewBox="-1 -1 18 18"><circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 2.14"/></symbol>',
};

/** The drawings that a rendered page refers to, as one hidden block; empty when it refers to none. */
export function drawingsIn(html: string): string {
  const named = new Set(html.match(/href="#m-[a-z]+"/g));
  const used = Object.entries(drawings).filter(([name]) => named.has(`href="#${name}"`));
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
