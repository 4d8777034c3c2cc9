/** Doors of `verify/`: the page, the lists of keys, the standing of one receipt, and the file that stands alone. */

import type { Context, Hono } from "hono";
import { base64Url } from "../../../kernel/base64url.ts";
import { bytesInText, codeHost } from "../../../kernel/cose/carrier.ts";
import { hexText } from "../../../kernel/hash.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { readReceiptCode } from "../../../rooms/acopio/rules/receipt-seal.ts";
import { plainSay } from "../../server/language.ts";
import { languageOf, pageResponse, tonguesOf } from "../../server/page.ts";
import { RequestRefused } from "../../server/problem.ts";
import type { Services } from "../../server/services.ts";
import { check } from "../check.ts";
import { draw } from "../draw.ts";
import { told } from "../told.ts";
import { sentencesOf, wordsOf } from "../words.ts";
import { bookKeysPage } from "./book.tsx";
import { keyCardPage } from "./card.tsx";
import { documentOf, scriptsOf } from "./document.ts";
import { cardOf, keyListFor, keyListOf, kidOf, signedText } from "./keys.ts";
import { shownIn, statusOf, verifyHere } from "./standing.ts";

/** Longest text that somebody pastes. */
const longestPaste = 20_000;
/** Lists may be a little old: a device that was revoked is told by the standing of each receipt too. */
const shortly = "public, max-age=300";

/** Adds the doors to the server. */
export function verifyPages(app: Hono, services: Services): void {
  const scripts = scriptsOf(services.installation.home.root);
  for (const path of ["/R", "/r"]) {
    app.get(path, (context) => page(context, services, scripts.page, null));
    app.post(path, async (context) => page(context, services, scripts.page, await verdictOf(context, services)));
  }
  app.get("/R-worker.js", async () => {
    const headers = { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" };
    const policy = {
      "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
      "Service-Worker-Allowed": "/R",
    };
    return new Response(await scripts.worker(), { headers: { ...headers, ...policy } });
  });
  app.get("/verify", (context) => context.redirect("/R", 301));
  app.get("/verify/ayni-verify.html", (context) => file(context, services, scripts.file));
  app.get("/verify/keys", async (context) => {
    const { book = "", kid = "" } = context.req.query();
    const asks = /^[0-9a-f]{8}$/.test(book) && /^[0-9a-f]{16}$/.test(kid);
    return listResponse(services, asks ? await keyListFor(services, book, kid) : null);
  });
  app.get("/verify/:book/keys", async (context) => listResponse(services, await bookOf(context, services)));
  app.get("/verify/:book", async (context) => {
    const list = await bookOf(context, services);
    if (list === null) throw nothing();
    const { catalogues } = services;
    const say = plainSay(catalogues, languageOf(context.req.raw, catalogues));
    return pageResponse(bookKeysPage(list, tonguesOf(context.req.raw, catalogues), say), say, context.req.raw);
  });
  app.get("/verify/:book/keys/:kid", async (context) => {
    const list = await bookOf(context, services);
    const device = list?.devices.find(({ key }) => kidOf(key) === context.req.param("kid"));
    if (list === null || device === undefined) throw nothing();
    const { catalogues, doorway } = services;
    const say = plainSay(catalogues, languageOf(context.req.raw, catalogues));
    const tongues = tonguesOf(context.req.raw, catalogues);
    const bytes = await cardOf(services, list, device);
    const page = keyCardPage({ list, device, bytes, host: codeHost(doorway.origin), tongues }, say);
    return pageResponse(page, say, context.req.raw);
  });
  app.get("/verify/:book/receipts", async (context) => {
    const list = await bookOf(context, services);
    const shown = shownIn(new URL(context.req.url).searchParams);
    if (list === null || shown === null) throw nothing();
    return Response.json(signedText(services, await statusOf(services, list, shown)));
  });
}

const nothing = () => new RequestRefused(404, refused("request.no-such-place").refusal);

async function bookOf(context: Context, services: Services) {
  const book = context.req.param("book") ?? "";
  return isUuid(book) ? keyListOf(services, book) : null;
}

function listResponse(services: Services, list: Awaited<ReturnType<typeof keyListOf>>): Response {
  if (list === null) throw nothing();
  return Response.json(signedText(services, list), { headers: { "Cache-Control": shortly } });
}

/** The page; with a verdict when a form without a script was sent. */
async function page(
  context: Context,
  { catalogues }: Services,
  script: () => Promise<string>,
  verdict: string | null,
): Promise<Response> {
  const request = context.req.raw;
  const language = languageOf(request, catalogues);
  const checking = {
    verdict,
    action: "/R",
    // After a form was sent there is no address to come back to in another language.
    tongues: verdict === null ? tonguesOf(request, catalogues) : [],
    download: `/verify/ayni-verify.html?lang=${language}`,
  };
  const living = { alone: false, lists: [] };
  const { html, policy } = documentOf(checking, living, await script(), catalogues, plainSay(catalogues, language));
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      "Content-Security-Policy": policy,
      "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    },
  });
}

/** Judged here, for whoever has no script: the number comes in the form's body and is kept nowhere. */
async function verdictOf(context: Context, services: Services): Promise<string> {
  const { catalogues, installation } = services;
  const body = await context.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const text = typeof body.code === "string" ? body.code.slice(0, longestPaste) : "";
  const bytes = bytesInText(text);
  const code = bytes === null ? null : readReceiptCode(bytes);
  const list = code === null ? null : await keyListFor(services, code.read.bookTail, hexText(code.signed.kid));
  const checked = await check(text, list === null ? [] : [list], verifyHere);
  const status =
    checked.what === "holds"
      ? await statusOf(services, checked.list, {
          delivery: checked.code.read.delivery,
          kid: hexText(checked.code.signed.kid),
          signature: base64Url(checked.code.signed.signature),
        })
      : null;
  const language = languageOf(context.req.raw, catalogues);
  const words = wordsOf(language, sentencesOf(catalogues.get(language) ?? []));
  return draw(told({ checked, status, now: new Date(installation.now()).toISOString() }, words));
}

/** The file: without a book it knows no keys; with one, those of today. */
async function file(context: Context, services: Services, script: () => Promise<string>): Promise<Response> {
  const { catalogues } = services;
  const book = context.req.query("book") ?? "";
  const list = isUuid(book) ? await keyListOf(services, book) : null;
  if (book !== "" && list === null) throw nothing();
  const language = languageOf(context.req.raw, catalogues);
  const living = { alone: true, lists: list === null ? [] : [signedText(services, list)] };
  const checking = { verdict: null, action: null, tongues: [], download: null };
  const { html } = documentOf(checking, living, await script(), catalogues, plainSay(catalogues, language));
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="ayni-verify-${language}.html"`,
    },
  });
}
