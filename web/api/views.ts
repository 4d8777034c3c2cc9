/** `GET /api/views/NAME?…`: asks one declared view of the reader's book. */
import * as z from "zod/mini";
import { refused } from "../../kernel/refusal.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import type { Asked } from "../../store/reader/ask.ts";
import { type ProblemCode, RequestRefused } from "../server/problem.ts";
import type { Services } from "../server/services.ts";
import { signedIn } from "../server/who.ts";

/** Reserved in the address of any page or view: the reader's language. */
const notAsked = new Set(["lang"]);

/** Answers a view: `{ rows, next? }`, where `next` is what to add to the question for the rows that follow. */
export async function answerView(request: Request, name: string, services: Services): Promise<Response> {
  const session = await signedIn(request, services.installation.sessions);
  const view = services.reader.views.find((one) => one.name === name);
  if (view === undefined) throw new RequestRefused(404, refused("view.unknown", { view: name }).refusal);
  const answer = await services.reader.ask(session, name, askedIn(new URL(request.url).searchParams, view));
  if (answer.ok) return Response.json(answer.value);
  throw new RequestRefused(statusOf[answer.refusal.code] ?? 400, answer.refusal);
}

const statusOf: Readonly<Record<string, ProblemCode>> = {
  "view.unknown": 404,
  "view.not-yours": 403,
  "session.seat-ended": 403,
  "view.too-slow": 503,
};

type FieldType = { readonly type?: string; readonly items?: FieldType };

/** The type of each field of a question, from its declaration. */
export const fieldTypes = (view: ViewDeclaration): Readonly<Record<string, FieldType>> =>
  (z.toJSONSchema(view.asks, { io: "input", unrepresentable: "any" }) as { properties?: Record<string, FieldType> })
    .properties ?? {};

/** Reads the words of an address as the view declares them: whole numbers, yes and no, lists of the same word said again. */
export function askedIn(parameters: URLSearchParams, view: ViewDeclaration): Asked {
  const types = fieldTypes(view);
  const asked: Record<string, unknown> = Object.create(null);
  for (const name of new Set(parameters.keys())) {
    if (notAsked.has(name)) continue;
    const said = parameters.getAll(name);
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    asked[name] = type?.type === "array" ? said.map((one) => readAs(type.items, one)) : readAs(type, said.at(-1) ?? "");
  }
  return { ...asked };
}

/** A word that does not fit is left as text, and the view's schema names the field. */
function readAs(type: FieldType | undefined, word: string): unknown {
  if (type?.type === "integer" && /^-?\d{1,15}$/.test(word)) return Number.parseInt(word, 10);
  if (type?.type === "boolean" && (word === "true" || word === "false")) return word === "true";
  return word;
}
