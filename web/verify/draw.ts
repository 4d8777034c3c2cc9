/** A verdict as markup: a text, because it is drawn by the server, by a page's script and by a file without either. */
import type { Told } from "./told.ts";

/** A text inside markup. Whatever comes from a code or a list passes here. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const paragraphs = (sentences: readonly string[], kind = ""): string =>
  sentences.map((one) => `<p${kind}>${escaped(one)}</p>`).join("");

/** Draws the verdict: whose paper, the answer, what it says, what it does not prove, and by what it was judged. */
export function draw({ mark, who, about, verdict, sentences, compare, doesNotSay, foot }: Told): string {
  const head = who === "" && about === "" ? "" : `<p class="who"><b>${escaped(who)}</b>${escaped(about)}</p>`;
  const answer = `<div class="verdict ${mark}"><svg class="mark ${mark}" aria-hidden="true"><use href="#m-${mark}"/></svg><h1 class="speak" id="verdict" tabindex="-1">${escaped(verdict)}</h1></div>`;
  return [
    head,
    answer,
    paragraphs(sentences),
    compare === null ? "" : compared(compare),
    said(doesNotSay),
    paragraphs(foot, ' class="small soft"'),
  ].join("");
}

function compared({ heading, rows, struck, after }: NonNullable<Told["compare"]>): string {
  const lines = rows.map(({ name, figure }) => {
    const shown = struck ? `<s>${escaped(figure)}</s>` : escaped(figure);
    return `<div><dt>${escaped(name)}</dt><dd>${shown}</dd></div>`;
  });
  return `<section><h2>${escaped(heading)}</h2><dl class="compare">${lines.join("")}</dl>${paragraphs(after, ' class="note"')}</section>`;
}

const said = (part: Told["doesNotSay"]): string =>
  part === null ? "" : `<section><h2>${escaped(part.heading)}</h2>${paragraphs(part.sentences)}</section>`;
