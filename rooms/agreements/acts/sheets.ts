/** What publishing any sheet has in common. */
import { type Refusal, refused } from "../../../kernel/refusal.ts";

/** The code that a body of unknown shape says it has. */
export const codeOf = (body: unknown): string => {
  const { code } = body as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
};

/** A day that is past needs a reason: it changes what was already agreed, and whoever reads it later must see why. */
export const backdated = (
  sheet: string,
  from: string,
  today: string,
  reason: string | undefined,
): readonly Refusal[] =>
  from < today && reason === undefined ? [refused(`${sheet}.from-the-past`, { from, today }, "from").refusal] : [];

/** People know a sheet by its code, so a code belongs to one sheet. `holders`: the sheets that have it. */
export const codeTaken = (sheet: string, holders: readonly string[], own: string, code: string): readonly Refusal[] =>
  holders.some((holder) => holder !== own) ? [refused(`${sheet}.code-taken`, { code }, "body.code").refusal] : [];
