/** What every request of a telephone has at hand, and how it is answered. */
import type { Context } from "hono";
import { refused } from "../../../kernel/refusal.ts";
import { isAway } from "../../../store/connection/away.ts";
import { type Challenges, challengesOf } from "../../../store/field/challenges.ts";
import { type Guessing, openGuessing } from "../../../store/installation/guessing.ts";
import { type Caller, callerOf } from "../../door/doorway.ts";
import { plainSay } from "../../server/language.ts";
import { languageOf } from "../../server/page.ts";
import { type ProblemCode, type ProblemMore, problemResponse, RequestRefused } from "../../server/problem.ts";
import type { Services } from "../../server/services.ts";
import { challengeHeader } from "../wire.ts";

/** What the doors of telephones stand on, made once. */
export type FieldDesk = { readonly services: Services; readonly challenges: Challenges; readonly guessing: Guessing };

/** Over the services of the server. */
export function fieldDesk(services: Services): FieldDesk {
  const { privateKey, now, store } = services.installation;
  return { services, challenges: challengesOf(privateKey, now), guessing: openGuessing(store.connect("app"), now) };
}

/** One request of a telephone. `meet` is told the device as soon as it is named: the answer then carries its next challenge. */
export type FieldAt = FieldDesk & {
  readonly request: Request;
  readonly url: URL;
  readonly caller: Caller;
  parameter(name: string): string;
  meet(device: string): void;
};

/** Seconds after which a telephone should come back when the database is away. */
const retryAfter = 5;

/** Answers a request: with what the work gives, or with the problem that it ends in, as JSON. Both may carry the next challenge. */
export async function answerField(
  context: Context,
  desk: FieldDesk,
  work: (at: FieldAt) => Promise<Response>,
): Promise<Response> {
  const request = context.req.raw;
  let device: string | null = null;
  const at: FieldAt = {
    ...desk,
    request,
    url: new URL(request.url),
    caller: callerOf(request, context.env, desk.services.doorway),
    parameter: (name) => context.req.param(name) ?? "",
    meet: (named) => {
      device = named;
    },
  };
  const response = await work(at).catch((error: unknown) => problemOf(error, at));
  if (device !== null) response.headers.set(challengeHeader, desk.challenges.make(device));
  return response;
}

function problemOf(error: unknown, { request, services }: FieldAt): Response {
  const say = plainSay(services.catalogues, languageOf(request, services.catalogues));
  const problem = (status: ProblemCode, refusal: RequestRefused["refusal"], more?: ProblemMore): Response =>
    problemResponse(status, refusal, say, more);
  if (error instanceof RequestRefused) return problem(error.status, error.refusal, error.more);
  if (isAway(error)) return problem(503, refused("database.away").refusal, { retryAfter });
  const reference = crypto.randomUUID();
  services.report(reference, error);
  return problem(500, refused("request.our-fault", { reference }).refusal, { reference });
}
