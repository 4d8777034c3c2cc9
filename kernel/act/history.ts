/**
 * What is chained. Each act's link binds, by SHA-256, the link before it, its position, the bytes of the act as received,
 * its outcome, its entries and the content of its papers. The texts are plain JSON, so any other program can check them.
 */
import type { Entry } from "../ledger/entry.ts";
import { firstOpenDay } from "../time/index.ts";
import type { Folded, Outcome } from "./fold.ts";
import type { Paper } from "./follows.ts";

/** SHA-256 of a text's UTF-8, as 64 hex digits: given from outside, since the server's is far faster than a pure one. */
export type Sha256 = (text: string) => string;

/** The link before the first. */
export const beginning = "0".repeat(64);

/** The four digests that a link binds; kept beside it so that `verify` can name what was altered. */
export type Digests = {
  readonly act: string;
  readonly outcome: string;
  readonly entries: string;
  readonly papers: string;
};

/** An entry as it is chained: with the accounting day it was booked on. */
export type BookedEntry = Entry & { readonly booked: string };

/** The text of what was received: the bytes, how they were signed, when they came, what caused them, under which rules. */
export const actText = (
  body: string,
  signature: string | null,
  received: string,
  cause: string | null,
  rules: number,
): string => JSON.stringify([body, signature, received, cause, rules]);

/** The text of an outcome. Facts keep the order in which the rule named them. */
export const outcomeText = (outcome: Outcome): string => JSON.stringify(outcome);

/** The text of an act's entries: postings in order, amounts as whole numbers. */
export const entriesText = (entries: readonly BookedEntry[]): string =>
  entries.length === 0
    ? "[]"
    : JSON.stringify(
        entries.map((entry) => [
          entry.because,
          entry.about,
          entry.happened,
          entry.booked,
          entry.reverses === null ? null : [entry.reverses.position.toString(), entry.reverses.ordinal],
          entry.postings.map((line) => [
            line.account,
            line.commodity,
            line.amount.toString(),
            line.agent,
            line.lot,
            line.place,
            line.owner,
            line.agreement,
          ]),
        ]),
      );

/** The text of an act's papers. */
export const papersText = (papers: readonly Paper[]): string =>
  papers.length === 0
    ? "[]"
    : JSON.stringify(papers.map((paper) => [paper.kind, paper.number, paper.about, paper.content]));

/** One link of the chain. */
export const link = (sha256: Sha256, previous: string, position: bigint, digests: Digests): string =>
  sha256(`${previous}|${position}|${digests.act}|${digests.outcome}|${digests.entries}|${digests.papers}`);

/** The entries of a folded act with the day each is booked: the event's day, or the first open day after a closing. */
export const bookedEntries = (folded: Folded): readonly BookedEntry[] =>
  folded.follows.entries.map((entry) => ({
    ...entry,
    booked: firstOpenDay(entry.happened as never, folded.context.closedUntil as never),
  }));

/** The four digests of a folded act. */
export const digestsOf = (sha256: Sha256, folded: Folded, entries: readonly BookedEntry[]): Digests => ({
  act: sha256(
    actText(
      folded.heard.text,
      folded.heard.signature,
      folded.heard.received,
      folded.cause,
      folded.heard.declaration.rules,
    ),
  ),
  outcome: sha256(outcomeText(folded.outcome)),
  entries: sha256(entriesText(entries)),
  papers: sha256(papersText(folded.follows.papers)),
});
