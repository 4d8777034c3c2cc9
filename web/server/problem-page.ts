/** The page for when there is no page. */
import type { Refusal } from "../../kernel/refusal.ts";
import { type ProblemStatus, problemPage } from "../components/problem.tsx";
import type { Say } from "../language/say.ts";
import { sentenceOf } from "../language/sentence.ts";
import { doorPage } from "./door-page.tsx";
import { pageResponse } from "./page.ts";
import type { ProblemCode, ProblemMore } from "./problem.ts";

/** Which page tells a status. */
const pageOf = (status: ProblemCode): ProblemStatus => {
  if (status === 403) return "403";
  if (status === 413) return "413";
  return status >= 500 ? "500" : "404";
};

/** Who has not come in is shown the door, whatever else they wanted. */
const atTheDoor = (status: ProblemCode, code: string): boolean => status === 401 || code === "session.entry-used";

/** Refusals of which a page tells more than that there is nothing to see here: what was asked was understood, and cannot be done. */
const ownWords = new Set([
  ...["example.nobody-joins", "example.only-look", "example.not-here", "recovery.not-oneself", "organisation.not-here"],
  ...[
    "export.busy",
    "export.too-long",
    "view.too-slow",
    "session.seat-ended",
    "session.without-account",
    "sign-in.busy",
  ],
]);

/** The problem as a page of its status, in the reader's language. */
export function problemPageResponse(
  status: ProblemCode,
  refusal: Refusal,
  more: ProblemMore,
  say: Say,
  request: Request,
): Response {
  const page = atTheDoor(status, refusal.code)
    ? doorPage(sentenceOf(refusal, say), say)
    : problemPage(
        {
          ...{ status: pageOf(status), reference: more.reference ?? null, back: "/" },
          ...(ownWords.has(refusal.code) ? { told: sentenceOf(refusal, say) } : {}),
        },
        say,
      );
  const response = pageResponse(page, say, request, status);
  if (more.retryAfter !== undefined) response.headers.set("Retry-After", `${more.retryAfter}`);
  return response;
}
