/** Opens declared pages and takes declared forms for whoever sits in a book. */
import { randomBytes } from "node:crypto";
import type { Context, Hono } from "hono";
import { uuidv7 } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import type { Session } from "../../store/installation/sessions.ts";
import type { Ask, Visit } from "../../store/reader/ask.ts";
import { notationOf } from "../language/notation.ts";
import type { Page } from "../render.ts";
import { bookSay, languageOf, pageResponse } from "../server/page.ts";
import { type ProblemCode, RequestRefused } from "../server/problem.ts";
import type { Services } from "../server/services.ts";
import { signedIn } from "../server/who.ts";
import { readForm } from "./form.ts";
import { frameAt } from "./frame.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "./page.ts";
import type { PlaceName } from "./places.ts";
import { formKeyOf, newFormKey, speakerOf, spelt } from "./speak.ts";

/** Adds pages and forms of books to the server. */
export function serveBook(app: Hono, services: Services, pages: readonly BookPage[], forms: readonly BookForm[]): void {
  const built = new Set(pages.flatMap((page) => page.place ?? []));
  const desk = { services, built };
  for (const page of pages) app.get(page.path, (context) => openPage(context, page, desk));
  for (const form of forms) app.post(form.path, (context) => takeForm(context, form, desk));
}

type Desk = { readonly services: Services; readonly built: ReadonlySet<PlaceName> };

async function openPage(context: Context, page: BookPage, desk: Desk): Promise<Response> {
  const { reader } = desk.services;
  const session = await seatedIn(context, desk.services);
  const drawn = await reader.visit(session, async (visit) => {
    const at = pageAt(context, session, visit, desk);
    const opened = await page.open(at);
    return opened.ok ? done(responseOf(opened.value, at)) : opened;
  });
  return answered(drawn);
}

/** A form is taken outside of any visit: a connection that waits for the book's writer must not be one that the writer waits for. */
async function takeForm(context: Context, form: BookForm, desk: Desk): Promise<Response> {
  const { services } = desk;
  const session = await seatedIn(context, services);
  const stands = await services.reader.visit(session, async ({ settings, powers, roles, may }) =>
    done({ settings, powers, roles, may }),
  );
  if (!stands.ok) return answered(stands);
  const ask: Ask = (name, asked) => services.reader.ask(session, name, asked);
  const at = pageAt(context, session, { ...stands.value, ask }, desk);
  const typed = form.body === "own" ? null : await readForm(at.request, notationOf(at.language, at.settings.country));
  const key = formKeyOf(typed?.text("act") ?? "") ?? newFormKey(uuidv7(at.now, randomBytes(10)));
  const speaker = speakerOf(session, key, services);
  const taken = await form.post({ ...at, form: typed, ...speaker } as FormAt);
  return answered(taken.ok ? done(responseOf(toldWaiting(taken.value, speaker.proposed()), at)) : taken);
}

/** A session opens its own book only; whether there is another is not told. */
async function seatedIn(context: Context, services: Services): Promise<Session> {
  const session = await signedIn(context.req.raw, services.installation.sessions);
  if (session.book !== context.req.param("book")) throw new RequestRefused(404, refused("book.unknown").refusal);
  return session;
}

function pageAt(context: Context, session: Session, visit: Visit, { services, built }: Desk): PageAt {
  const request = context.req.raw;
  const { installation, catalogues } = services;
  const language = languageOf(request, catalogues);
  const now = installation.now();
  const { ask, may, settings, powers, roles } = visit;
  const at: PageAt = {
    request,
    parameter: (name) => context.req.param(name) ?? "",
    words: new URL(request.url).searchParams,
    session,
    book: session.book,
    settings,
    roles,
    powers,
    ask,
    may,
    now,
    today: dayInZone(now, settings.zone),
    language,
    say: bookSay(catalogues, language, settings),
    frame: (here) => frameAt(at, here, built),
    address: (path, words = {}) => {
      const query = new URLSearchParams(words).toString();
      return `/o/${session.book}/${path}${query === "" ? "" : `?${query}`}`;
    },
    newAct: () => spelt(newFormKey(uuidv7(now, randomBytes(10)))),
    services,
  };
  return at;
}

/** What waits for a second signature has not been done yet, and no form may say that it was. */
const toldWaiting = (drawn: Page | Response | GoTo, proposed: boolean): Page | Response | GoTo =>
  proposed && !(drawn instanceof Response) && "goTo" in drawn ? { ...drawn, told: "proposed" } : drawn;

function responseOf(drawn: Page | Response | GoTo, at: PageAt): Response {
  if (drawn instanceof Response) return drawn;
  if (!("goTo" in drawn)) return pageResponse(drawn, drawn.say ?? at.say, at.request);
  const told = drawn.told === undefined ? "" : `${drawn.goTo.includes("?") ? "&" : "?"}told=${drawn.told}`;
  const [before = "", fragment] = drawn.goTo.split("#");
  const location = fragment === undefined ? `${before}${told}` : `${before}${told}#${fragment}`;
  return new Response(null, { status: 303, headers: { Location: location } });
}

const statusOf: Readonly<Record<string, ProblemCode>> = {
  "view.not-yours": 403,
  "session.seat-ended": 403,
  "power.missing": 403,
  "example.only-look": 403,
  "view.too-slow": 503,
};

/** The page, or the problem that there is none for this reader. */
function answered(drawn: Result<Response>): Response {
  if (drawn.ok) return drawn.value;
  throw new RequestRefused(statusOf[drawn.refusal.code] ?? 404, drawn.refusal);
}
