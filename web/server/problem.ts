/** A request that cannot be answered as a whole: problem+json (RFC 9457), its code lasting, its sentence in the reader's language. */
import type { Refusal } from "../../kernel/refusal.ts";
import type { Say } from "../language/say.ts";
import { sentenceOf } from "../language/sentence.ts";

/** The statuses that a whole request may fail with. */
export type ProblemCode = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503 | 507;

/** What more a problem may say: where its bytes are kept, what to tell whoever helps, when to come back (seconds). */
export type ProblemMore = { readonly intake?: string; readonly reference?: string; readonly retryAfter?: number };

/** The problem as a response. */
export function problemResponse(status: ProblemCode, refusal: Refusal, say: Say, more: ProblemMore = {}): Response {
  const { retryAfter, ...said } = more;
  const problem = {
    type: "about:blank",
    title: refusal.code,
    status,
    code: refusal.code,
    detail: sentenceOf(refusal, say),
    facts: refusal.facts,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...said,
  };
  const headers = new Headers({
    "Content-Type": "application/problem+json; charset=utf-8",
    "Content-Language": say.language,
  });
  if (retryAfter !== undefined) headers.set("Retry-After", `${retryAfter}`);
  if (status === 401) headers.set("WWW-Authenticate", "Bearer");
  return new Response(JSON.stringify(problem), { status, headers });
}

/** A refusal that ends a request, thrown inside the doors and answered by the server's one place for it. */
export class RequestRefused extends Error {
  readonly status: ProblemCode;
  readonly refusal: Refusal;
  readonly more: ProblemMore;
  constructor(status: ProblemCode, refusal: Refusal, more: ProblemMore = {}) {
    super(refusal.code);
    this.status = status;
    this.refusal = refusal;
    this.more = more;
  }
}
