/** Turns what a schema says of a sheet into one coded refusal that names the field. */
import type * as z from "zod/mini";
import type { Refusal } from "../../../kernel/refusal.ts";

export type Refused = { readonly ok: false; readonly refusal: Refusal };

/** Makes the refusal for a faulty field, given as "steps.3.rounding". */
type AtField = (field: string) => Refused;

/** Refusals by the name of the faulty field: a missing "to" is a deduction without destination. The innermost name counts. */
export type FaultRefusals = { readonly byField: Readonly<Record<string, AtField>>; readonly otherwise: AtField };

/** The first fault of a sheet, as a refusal. A field that no schema knows is always `otherwise`. */
export function sheetFault(error: z.core.$ZodError, refusals: FaultRefusals): Refused {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") return refusals.otherwise([...path, issue.keys[0] ?? ""].join("."));
  const name = [...path].reverse().find((part) => Object.hasOwn(refusals.byField, part));
  const make = (name !== undefined && refusals.byField[name]) || refusals.otherwise;
  return make(path.join("."));
}
