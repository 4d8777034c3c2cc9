/** What follows from an act: everything it changes, as data. Nothing else changes a book. */
import { boxChanges } from "../ledger/balance.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Question, Refusal } from "../refusal.ts";
import type { TallyChange } from "./page.ts";
import type { Written } from "./record.ts";

/**
 * A paper the book issues: receipt, statement, minutes. `content` is canonical JSON without any person's name; a re-print
 * renders this kept content. `number` is its serial within its kind.
 */
export type Paper = {
  readonly kind: string;
  readonly number: string;
  readonly about: string;
  readonly content: string;
};

/** An act done in the same stroke, with this one as its cause: how an act has consequences in an earlier room. */
export type Also = { readonly kind: string; readonly version: number; readonly says: unknown };

/** All that follows from one act. */
export type Follows = {
  readonly records: readonly Written[];
  readonly entries: readonly Entry[];
  readonly tallies: readonly TallyChange[];
  readonly questions: readonly Question[];
  readonly papers: readonly Paper[];
  readonly also: readonly Also[];
};

/** What a declaration returns: only the parts that it has. */
export type PartsOfFollows = Partial<Follows>;

/** A decision that the book does not carry out, with all reasons found at once. */
export type Refused = { readonly refused: readonly Refusal[] };

/** Refuses a decision for one or more reasons. */
export const refuse = (...refusals: readonly Refusal[]): Refused => ({ refused: refusals });

/** Whether a decision was refused. */
export const isRefused = (outcome: PartsOfFollows | Refused): outcome is Refused => "refused" in outcome;

/** Fills in the parts that an act does not have, and counts the boxes whose cash it moves: whatever act moves it, the next one sees it. */
export const filled = (parts: PartsOfFollows): Follows => ({
  records: parts.records ?? [],
  entries: parts.entries ?? [],
  tallies: [...(parts.tallies ?? []), ...boxChanges(parts.entries ?? [])],
  questions: parts.questions ?? [],
  papers: parts.papers ?? [],
  also: parts.also ?? [],
});
