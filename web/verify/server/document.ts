/** The document with its one script inside, and the policy that lets nothing else run. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { bundle } from "../../field/server/bundle.ts";
import type { Catalogues } from "../../language/catalogues.ts";
import type { Say } from "../../language/say.ts";
import { render } from "../../render.ts";
import { type Given, givenElement } from "../browser/given.ts";
import type { SignedText } from "../key-list.ts";
import { sentencesOf } from "../words.ts";
import { type Checking, checkingPage } from "./page.tsx";

/** The scripts, made once and kept in a folder between starts: of the page, of the file that stands alone, of the worker. */
export type Scripts = Readonly<Record<"page" | "file" | "worker", () => Promise<string>>>;

export function scriptsOf(folder: string): Scripts {
  const made = new Map<string, Promise<string>>();
  const script = (name: string) => (): Promise<string> => {
    const entry = `web/verify/browser/${name}.ts`;
    const known = made.get(name) ?? bundle(entry, { keptIn: join(folder, "verify") }).then(({ first }) => first.trim());
    made.set(name, known);
    known.catch(() => made.delete(name)); // A failure is not kept.
    return known;
  };
  return { page: script("page"), file: script("file"), worker: script("worker") };
}

/** Where the document lives: on the server, or by itself with the lists put into it. */
export type Living = { readonly alone: boolean; readonly lists: readonly SignedText[] };

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Puts the document together. */
export function documentOf(
  checking: Checking,
  { alone, lists }: Living,
  script: string,
  catalogues: Catalogues,
  say: Say,
): { readonly html: string; readonly policy: string } {
  if (/<!--|<\/?script/i.test(script)) throw new Error("the script cannot stand inside a document");
  const { html, styleHash } = worn(render(checkingPage(checking, say), say).html, script);
  const given: Given = { language: say.language, sentences: sentencesIn(catalogues, say.language), lists };
  const data = JSON.stringify(given).replaceAll("<", "\\u003c");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${styleHash}`,
    ...(alone ? [] : ["connect-src 'self'", "worker-src 'self'"]),
    "img-src data: blob:",
    "media-src blob: mediastream:",
    `form-action ${alone ? "'none'" : "'self'"}`,
    "base-uri 'none'",
  ].join("; ");
  const end = `<script type="application/json" id="${givenElement}">${data}</script><script>${script}</script></body>`;
  const head = alone ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : "";
  const whole = html
    .replace('<meta name="viewport"', () => `${head}<meta name="viewport"`)
    .replace("</body>", () => end);
  return { html: whole, policy: `${policy}; frame-ancestors 'none'` };
}

/** The document with only those rules and dyes of its sheet that some element of it, or of what the script draws, can wear. */
function worn(html: string, script: string): { readonly html: string; readonly styleHash: string } {
  const [whole = "", sheet = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const named = `${html.replace(whole, "")} ${script}`.matchAll(/(?:class|id)="([^"]*)"/g);
  const names = new Set([...named].flatMap(([, text = ""]) => text.split(/[^a-z0-9-]+/i)));
  const wearable = (selector: string): boolean =>
    [...selector.matchAll(/[.#]([a-z][a-z0-9-]*)/gi)].every(([, name]) => names.has(name ?? ""));
  const shaken = sheet.replace(/([^{}@]+)(\{[^{}]*\})/g, (_, selectors: string, rules: string) => {
    const kept = selectors.split(",").filter(wearable);
    return kept.length === 0 ? "" : `${kept.join(",")}${rules}`;
  });
  const dyed = shaken.replace(/(--[a-z0-9-]+):[^;}]*;?/g, (rule, name: string) =>
    shaken.includes(`var(${name})`) ? rule : "",
  );
  const style = dyed
    .replace(/;}/g, "}")
    .replace(/([:>]) /g, "$1")
    .replace(/ >/g, ">");
  return { html: html.replace(whole, () => `<style>${style}</style>`), styleHash: hashOf(style) };
}

/** The sentences of a language; one that is missing is Spanish, which most readers here share. */
function sentencesIn(catalogues: Catalogues, language: string): Given["sentences"] {
  return { ...sentencesOf(catalogues.get("es") ?? []), ...sentencesOf(catalogues.get(language) ?? []) };
}
