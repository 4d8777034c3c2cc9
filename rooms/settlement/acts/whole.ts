/** A draft with all that its statements are composed from: what a review, a closing and every preview of them look at. */
import { always, andThen, together } from "../../../kernel/act/need.ts";
import type { Row } from "../../../kernel/act/record.ts";
import type { Day } from "../../../kernel/time/index.ts";
import { draftOf, materialsFor, type Named } from "../needs.ts";
import type { draftedCorrection, leftOut, settlement, statement } from "../records.ts";
import type { PaidHow } from "./composing.ts";

/** A drafted statement as names: for whom, and which hand-overs and corrections. */
export type NamedStatement = Named & { readonly statement: string };

/** What of a draft says whom it names. */
export type Drafted = {
  readonly statements: readonly Row<typeof statement>[];
  readonly corrections: readonly Row<typeof draftedCorrection>[];
  readonly leftOut: readonly Row<typeof leftOut>[];
};

/** The statements of a draft as names: without what was left out, and without whoever nothing is left of. */
export function namedIn({ statements, corrections, leftOut }: Drafted): readonly NamedStatement[] {
  const out = new Set(leftOut.map((one) => one.document));
  const named = statements.map((one) => ({
    statement: one.statement,
    agent: one.agent,
    deliveries: (one.deliveries as readonly string[]).filter((id) => !out.has(id)),
    corrections: corrections
      .filter(({ statement, correction }) => statement === one.statement && !out.has(correction))
      .map(({ correction }) => correction),
  }));
  return out.size === 0 ? named : named.filter((one) => one.deliveries.length + one.corrections.length > 0);
}

/** A draft with all that its statements are composed from; materials are null where nobody drafted it or its season is unknown. */
export const wholeOf = (id: string, today: string) =>
  andThen(draftOf(id), (draft) =>
    together({
      draft: always(draft),
      materials:
        draft.settlement === null ? always(null) : materialsFor(draft.settlement.season, namedIn(draft), today as Day),
    }),
  );

/** How a settlement says its statements are paid. */
export const howOf = (heading: Row<typeof settlement> | null): PaidHow => ({
  paidIn: heading?.paid_in === "transfer" ? "transfer" : "cash",
  place: heading?.place ?? null,
  payDay: heading?.pay_day ?? null,
});
