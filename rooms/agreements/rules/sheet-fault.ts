/** Turns what a schema says of a sheet into one coded refusal that names the field. */
import type * as z from "zod/mini";
import type { Refusal } from "../../../kernel/refusal.ts";

/** Refusal codes by the last name of the faulty field: a missing "to" is a deduction without destination. */
export type FaultCodes = { readonly byField: Readonly<Record<string, string>>; readonly otherwise: string };

/** The first fault, as a refusal with its field ("steps.3.rounding"). */
export function sheetFault(
  error: z.core.$ZodError,
  codes: FaultCodes,
): { readonly ok: false; readonly refusal: Refusal } {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map(String);
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (unknown !== undefined) path.push(unknown);
  const named = path.filter((part) => !/^\d+$/.test(part)).reverse();
  const code = named.map((part) => codes.byField[part]).find((found) => found !== undefined);
  const field = path.join(".");
  return {
    ok: false,
    refusal: { code: unknown === undefined && code ? code : codes.otherwise, facts: { field }, field },
  };
}
