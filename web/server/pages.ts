/** Pages of a book, composed from views. */
import type { Hono } from "hono";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Session } from "../../store/installation/sessions.ts";
import type { May } from "../../store/reader/ask.ts";
import type { Reach } from "./listed.ts";
import { membersAt } from "./members-page.ts";
import { bookSay, languageOf, pageResponse, tonguesOf } from "./page.ts";
import { type ProblemCode, RequestRefused } from "./problem.ts";
import type { Services } from "./services.ts";
import { statementAt } from "./statement-page.ts";
import { statementsAt } from "./statements-page.ts";
import { signedIn } from "./who.ts";

/** Adds the pages to the server. */
export function bookPages(app: Hono, services: Services): void {
  const { sessions, now } = services.installation;
  const { catalogues, reader } = services;

  app.get("/", async (context) => {
    const session = await signedIn(context.req.raw, sessions);
    const seen = await reader.visit(session, async (_ask, _settings, may) => done(reachOf(may)));
    if (!seen.ok) return answered(seen);
    return context.redirect(`/o/${session.book}/${seen.value.members ? "members" : "statements"}`, 303);
  });

  app.get("/o/:book/members", async (context) => {
    const request = context.req.raw;
    const session = seatedIn(context.req.param("book"), await signedIn(request, sessions));
    const language = languageOf(request, catalogues);
    const drawn = await reader.visit(session, async (ask, settings, may) => {
      const say = bookSay(catalogues, language, settings);
      const tongues = tonguesOf(request, catalogues);
      const page = await membersAt(ask, {
        request,
        book: session.book,
        settings,
        now: now(),
        reach: reachOf(may),
        tongues,
        say,
      });
      return page.ok ? done(pageResponse(page.value, say, request)) : page;
    });
    return answered(drawn);
  });

  app.get("/o/:book/statements", async (context) => {
    const request = context.req.raw;
    const session = seatedIn(context.req.param("book"), await signedIn(request, sessions));
    const language = languageOf(request, catalogues);
    const drawn = await reader.visit(session, async (ask, settings, may) => {
      const say = bookSay(catalogues, language, settings);
      const tongues = tonguesOf(request, catalogues);
      const { book, agent } = session;
      const page = await statementsAt(ask, { request, book, agent, settings, reach: reachOf(may), tongues, say });
      return page.ok ? done(pageResponse(page.value, say, request)) : page;
    });
    return answered(drawn);
  });

  app.get("/o/:book/statements/:number", async (context) => {
    const request = context.req.raw;
    const session = seatedIn(context.req.param("book"), await signedIn(request, sessions));
    const language = languageOf(request, catalogues);
    const drawn = await reader.visit(session, async (ask, { country }, may) => {
      const composed = await statementAt(ask, {
        request,
        number: context.req.param("number"),
        agent: session.agent,
        list: { href: `/o/${session.book}/statements`, everybody: reachOf(may).statements },
        tongues: tonguesOf(request, catalogues),
        sayIn: ({ currency, grain }) =>
          bookSay(catalogues, language, { country, currencies: [{ currency, ...grain }] }),
      });
      if (!composed.ok) return composed;
      return done(pageResponse(composed.value.page, composed.value.say, request));
    });
    return answered(drawn);
  });
}

const reachOf = (may: May): Reach => ({ members: may("members.standing"), statements: may("statements.list") });

/** A session opens its own book only; whether there is another is not told. */
function seatedIn(book: string, session: Session): Session {
  if (session.book !== book) throw new RequestRefused(404, refused("book.unknown").refusal);
  return session;
}

const statusOf: Readonly<Record<string, ProblemCode>> = {
  "view.not-yours": 403,
  "session.seat-ended": 403,
  "view.too-slow": 503,
};

/** The page, or the problem that there is none for this reader. */
function answered(drawn: Result<Response>): Response {
  if (drawn.ok) return drawn.value;
  throw new RequestRefused(statusOf[drawn.refusal.code] ?? 404, drawn.refusal);
}
