/** What became of one row of a start: it goes in, it is in already, or it waits for a person, with the reason. */

import type { PersonalValue } from "../../kernel/personal.ts";
import type { Fact } from "../../kernel/refusal.ts";
import type { FileAct } from "../act.ts";
import type { SheetRow } from "../sheet/open.ts";
import type { KeptDelivery } from "./book.ts";

/** Why a row waits or is known: a lasting code, the heading of the column, what was found there, and the facts. */
export type Reason = {
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly facts: Readonly<Record<string, Fact>>;
};

/** An act that a row gives, with the personal values that travel beside it. */
export type StartAct = FileAct & { readonly beside?: readonly PersonalValue[] };

/** What a row adds to the sums of its columns: exact decimal texts by field; weights in grams. */
export type Sums = Readonly<Record<string, string>>;

/**
 * A row of which something can be said. The ids of its acts come from what the row is about, whatever file and row it stands in,
 * so what was said once is found again. `delivery`, `price` and `openings`: what the book may have of it, to be compared.
 */
export type Ready = {
  readonly outcome: "ready";
  readonly acts: readonly StartAct[];
  readonly notes: readonly string[];
  readonly delivery?: KeptDelivery;
  readonly price?: { readonly series: string; readonly period: string; readonly value: string };
  readonly openings?: readonly { readonly kind: string; readonly about: string; readonly says: object }[];
};

/** What a reader makes of a row before the book is asked. */
export type Drafted =
  | Ready
  | { readonly outcome: "known"; readonly reason: Reason }
  | { readonly outcome: "asked" | "refused"; readonly reason: Reason };

/**
 * What became of a row in the end. `ready`: in a trial, it would go in; `done`: it is in; `questioned`: it is in, and the book
 * asks something about it; `asked`: a person must decide first; `refused`: something in it must be mended.
 */
export type StartOutcome =
  | {
      readonly outcome: "ready" | "done";
      readonly row: SheetRow;
      readonly sums: Sums;
      readonly notes: readonly string[];
    }
  | {
      readonly outcome: "questioned" | "known" | "asked" | "refused";
      readonly row: SheetRow;
      readonly sums: Sums;
      readonly reason: Reason;
      readonly notes: readonly string[];
    };

/** Codes of an import begin alike, so that they cannot be taken for the codes of a book. */
export type ImportCode = `import.${string}`;

/** A row that something must be mended in. */
export const refusedRow = (
  code: ImportCode,
  field: string,
  found: string,
  facts: Reason["facts"] = {},
): Extract<Drafted, { readonly outcome: "asked" | "refused" }> => ({
  outcome: "refused",
  reason: { code, field, found, facts },
});

/** A row that a person must decide about. */
export const askedRow = (
  code: ImportCode,
  field: string,
  found: string,
  facts: Reason["facts"] = {},
): Extract<Drafted, { readonly outcome: "asked" | "refused" }> => ({
  outcome: "asked",
  reason: { code, field, found, facts },
});

/** A row whose content the book has. */
export const knownRow = (code: ImportCode, found: string, facts: Reason["facts"] = {}): Drafted => ({
  outcome: "known",
  reason: { code, field: "", found, facts },
});
