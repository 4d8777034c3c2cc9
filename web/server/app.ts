/** The one HTTP server: the API, and pages by person. */
import { Hono } from "hono";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import { isAway } from "../../store/connection/away.ts";
import { takeActs } from "../api/acts.ts";
import { openApiDocument } from "../api/openapi.ts";
import { answerView } from "../api/views.ts";
import { fieldApp } from "../field/server/routes.ts";
import { fieldSync } from "../field/server/sync.ts";
import { plazaPages } from "../plaza/organisation.tsx";
import { verifyPages } from "../verify/server/routes.ts";
import { doorPages } from "./door.ts";
import { protect } from "./headers.ts";
import { plainSay } from "./language.ts";
import { languageOf } from "./page.ts";
import { bookPages } from "./pages.ts";
import { type ProblemCode, type ProblemMore, problemResponse, RequestRefused } from "./problem.ts";
import { problemPageResponse } from "./problem-page.ts";
import { secureFirst } from "./secure-first.ts";
import type { Services } from "./services.ts";

/** All doors over the services. `app.request(…)` answers without a socket. */
export function createApp(services: Services): Hono {
  const app = new Hono({ strict: false });
  const refuse = (request: Request, status: ProblemCode, refusal: Refusal, more: ProblemMore = {}): Response => {
    const say = plainSay(services.catalogues, languageOf(request, services.catalogues));
    const isApi = new URL(request.url).pathname.startsWith("/api/");
    return isApi
      ? problemResponse(status, refusal, say, more)
      : problemPageResponse(status, refusal, more, say, request);
  };
  app.use(async (context, next) => {
    await next();
    protect(context.res.headers);
  });
  app.use(secureFirst(services));
  app.post("/api/acts", (context) => takeActs(context.req.raw, services));
  app.get("/api/views/:name", (context) => answerView(context.req.raw, context.req.param("name"), services));
  app.get("/api/openapi.json", () => Response.json(openApiDocument()));
  for (const path of ["/api/acts", "/api/views/:name", "/api/openapi.json"])
    app.all(path, (context) => refuse(context.req.raw, 405, refused("request.method-unknown").refusal));
  fieldSync(app, services);
  fieldApp(app, services);
  doorPages(app, services);
  plazaPages(app, services);
  verifyPages(app, services);
  bookPages(app, services);
  app.notFound((context) => refuse(context.req.raw, 404, refused("request.no-such-place").refusal));
  app.onError((error, context) => {
    if (error instanceof RequestRefused) return refuse(context.req.raw, error.status, error.refusal, error.more);
    if (isAway(error)) return refuse(context.req.raw, 503, refused("database.away").refusal, { retryAfter: 5 });
    const reference = crypto.randomUUID();
    services.report(reference, error);
    return refuse(context.req.raw, 500, refused("request.our-fault", { reference }).refusal, { reference });
  });
  return app;
}
