/** From a page to a response, and what every page of a book has in common. */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { decimalPlaces, exactly } from "../../kernel/exact/index.ts";
import type { Tongue } from "../components/language-switch.tsx";
import type { Catalogues } from "../language/catalogues.ts";
import { type Say, speaker } from "../language/say.ts";
import { type Page, render } from "../render.ts";
import { pagePolicy } from "./headers.ts";
import { chosenLanguage, languageCookie, plainSay } from "./language.ts";
import { cookieOf } from "./who.ts";

const A_YEAR = 365 * 24 * 60 * 60;

/** The language a request is answered in. */
export const languageOf = (request: Request, catalogues: Catalogues): string =>
  chosenLanguage(catalogues, {
    asked: new URL(request.url).searchParams.get("lang") ?? undefined,
    kept: cookieOf(request, languageCookie),
    accepted: request.headers.get("Accept-Language") ?? undefined,
  });

/** A page as a response. A language asked for in the address is remembered. */
export function pageResponse(page: Page, say: Say, request: Request, status = 200): Response {
  const { html, styleHash } = render(page, say);
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": say.language,
    "Content-Security-Policy": pagePolicy(styleHash),
  });
  if (new URL(request.url).searchParams.has("lang"))
    headers.set("Set-Cookie", `${languageCookie}=${say.language}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`);
  return new Response(html, { status, headers });
}

/** This same address with some of its words changed; null takes a word away. */
export function addressWith(request: Request, changes: Readonly<Record<string, string | null>>): string {
  const { pathname, searchParams } = new URL(request.url);
  for (const [name, value] of Object.entries(changes))
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  const query = searchParams.toString();
  return query === "" ? pathname : `${pathname}?${query}`;
}

/** Every language of the server, named in itself, leading to this same page. */
export const tonguesOf = (request: Request, catalogues: Catalogues): readonly Tongue[] =>
  [...catalogues.keys()]
    .filter((tag) => catalogues.get(tag)?.has("language"))
    .sort()
    .map((tag) => ({ tag, name: plainSay(catalogues, tag)("language"), href: addressWith(request, { lang: tag }) }));

const speakers = new WeakMap<Catalogues, Map<string, Say>>();
/** Speakers kept: a few languages for each country and money. */
const mostKept = 200;

/** Speaks of a book's figures, written the way of its country. */
export function bookSay(
  catalogues: Catalogues,
  language: string,
  settings: Pick<BookSettings, "country" | "currencies">,
): Say {
  const [first] = settings.currencies;
  const currency = first?.currency ?? "";
  const currencyPlaces = first === undefined ? 0 : (decimalPlaces(exactly(first.line)) ?? 0);
  const kept = speakers.get(catalogues) ?? new Map<string, Say>();
  speakers.set(catalogues, kept);
  const key = `${language}|${settings.country}|${currency}|${currencyPlaces}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const say = speaker(catalogues, { language, country: settings.country, currency, currencyPlaces });
  kept.set(key, say);
  return say;
}
