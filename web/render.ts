/** From a page to complete HTML: one file, its style in it, nothing else fetched, no script. */
import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { drawingsIn } from "./components/mark.tsx";
import type { Say } from "./language/say.ts";
import { bandOf } from "./styles/band.ts";
import type { Theme } from "./styles/dyes.ts";
import { type StylePart, styleOf } from "./styles/styles.ts";

/** A page as a room composes it. `bandOf` is the id of the organisation whose paper it is; null when it is nobody's. */
export type Page = {
  readonly title: string;
  readonly style: readonly StylePart[];
  readonly bandOf: string | null;
  readonly bandLies: "along" | "up";
  /** Rules of this one page, as CSS; from figures only, never from what people wrote. */
  readonly ownStyle: string;
  readonly body: VNode;
  /** How the page speaks, when otherwise than the book: a paper in another currency. */
  readonly say?: Say;
};

/** A rendered page. `styleHash` is for a Content-Security-Policy that allows this style and no other: 'sha256-…'. */
export type Rendered = { readonly html: string; readonly styleHash: string };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** Renders a page in the language of `say`; `theme` only when the reader chose one. */
export function render(page: Page, say: Say, theme: Theme | null = null): Rendered {
  const body = renderToString(page.body);
  const band = page.bandOf === null ? null : { of: bandOf(page.bandOf), lies: page.bandLies };
  const style = styleOf({ parts: page.style, theme, band, own: page.ownStyle });
  const html = [
    `<!doctype html><html lang="${escaped(say.language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(page.title)}</title><style>${style}</style></head>`,
    `<body>${drawingsIn(body)}${body}</body></html>`,
  ].join("");
  return { html, styleHash: `sha256-${createHash("sha256").update(style).digest("base64")}` };
}
