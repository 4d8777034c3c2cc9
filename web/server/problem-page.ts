/** The page for when there is no page. */
import { type ProblemStatus, problemPage } from "../components/problem.tsx";
import type { Say } from "../language/say.ts";
import { render } from "../render.ts";
import { pagePolicy } from "./headers.ts";
import type { ProblemCode, ProblemMore } from "./problem.ts";

/** Which of the four pages tells a status. Who is not signed in is shown the door's own page, not this one. */
const pageOf = (status: ProblemCode): ProblemStatus => {
  if (status === 401 || status === 403) return "403";
  if (status === 413) return "413";
  return status >= 500 ? "500" : "404";
};

/** The problem as a page of its status, in the reader's language. */
export function problemPageResponse(status: ProblemCode, more: ProblemMore, say: Say): Response {
  const shown = pageOf(status);
  const { html, styleHash } = render(
    problemPage({ status: shown, reference: more.reference ?? null, back: "/" }, say),
    say,
  );
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": pagePolicy(styleHash),
  });
  if (more.retryAfter !== undefined) headers.set("Retry-After", `${more.retryAfter}`);
  return new Response(html, { status, headers });
}
