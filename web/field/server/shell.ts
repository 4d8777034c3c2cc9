/** The one document of the app, the same for every reader: its sheet and first script inlined, because round trips decide on a slow line. */
import { createHash } from "node:crypto";
import { dyesCss, themes, themeTokens } from "../../styles/dyes.ts";
import { minified } from "../../styles/styles.ts";
import { type Built, builtElement } from "../app/shell/built.ts";

/** The document and the policy it is sent with. */
export type Shell = { readonly html: string; readonly policy: string };

/** What a shell is put together from. */
export type ShellParts = {
  readonly script: string;
  readonly style: string;
  /** Addresses of chunks that the first script cannot begin without: fetched beside it. */
  readonly needed: readonly string[];
  readonly built: Built;
  /** "This needs JavaScript", in each language by its tag. */
  readonly withoutScript: Readonly<Record<string, string>>;
};

/** A theme may be chosen on the telephone, by `data-theme` on the document; until then the device decides. */
const themesCss = (): string =>
  themes.map((theme) => `:root[data-theme=${theme}]{${themeTokens(theme)}}`).join("") +
  ":root[data-theme=sunlight] body{font-weight:500}";

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Registers the worker before anything else is run, so that it fetches what is kept while the first screen is being put together. It
 * is not needed for that screen: what fails here is tried again by the app (`shell/staying.ts`).
 */
const early =
  'navigator.serviceWorker&&navigator.serviceWorker.register("/field/worker.js",{scope:"/field",updateViaCache:"none"}).catch(function(){})';

/** Stands until the first screen does: on a slow line the script comes seconds after the first bytes, and a blank page looks broken. */
const opening = '<p class="opening">Ayni</p>';

/** Puts the shell together. Nothing in it comes from a person, a book or a request. */
export function shellOf({ script, style, needed, built, withoutScript }: ShellParts): Shell {
  if (/<!--|<\/?script/i.test(script)) throw new Error("the first script cannot stand inside a document");
  const sheet = minified(`${dyesCss(null)}${themesCss()}`) + style.trim();
  const told = Object.entries(withoutScript).map(([tag, text]) => `<p lang="${tag}">${escaped(text)}</p>`);
  const html = [
    '<!doctype html><html lang="es"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    '<title>Ayni</title><meta name="theme-color" content="#174068"><link rel="manifest" href="/field/manifest.json" crossorigin="use-credentials">',
    '<link rel="icon" href="/field/icon.svg"><link rel="apple-touch-icon" href="/field/icon-192.png">',
    ...needed.map((address) => `<link rel="modulepreload" href="${address}">`),
    `<style>${sheet}</style><script>${early}</script></head><body><div id="app">${opening}</div><noscript>${told.join("")}</noscript>`,
    `<script type="application/json" id="${builtElement}">${JSON.stringify(built).replaceAll("<", "\\u003c")}</script>`,
    `<script type="module">${script}</script></body></html>`,
  ].join("");
  return { html, policy: shellPolicy(hashOf(sheet), `${hashOf(early)} ${hashOf(script)}`) };
}

/** What the app may do: run and fetch what is ours, show and play what it made itself. */
const shellPolicy = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${script}`,
    `style-src ${style}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
