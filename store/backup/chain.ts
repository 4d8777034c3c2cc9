/**
 * Reckons the chain of a book again from the rows of a backup: the digests of each act and outcome from their bytes, and each link
 * from the one before. What was written can so be trusted without a database.
 */
import { actText, beginning, link } from "../../kernel/act/history.ts";
import { sha256 } from "../writer/history-rows.ts";
import type { AnyText } from "./rows.ts";

/** The table whose rows are the chain. */
export const actTable = "ayni.act";

const hexOf = (bytea: string | null): string => (bytea ?? "").slice(2); // PostgreSQL writes \x before the digits.

/** The chain of one book, read act by act in order of position. */
export class Chain {
  head: string = beginning;
  position = 0n;

  /** Reads one act; false when it does not follow from the one before, or is not what its digests say. */
  read(row: AnyText): boolean {
    const position = BigInt(row.position ?? "0");
    const digests = {
      act: hexOf(row.act_digest ?? null),
      outcome: hexOf(row.outcome_digest ?? null),
      entries: hexOf(row.entries_digest ?? null),
      papers: hexOf(row.papers_digest ?? null),
    };
    const rules = Number.parseInt(row.rules ?? "", 10);
    const text = actText(row.body ?? "", row.signature ?? null, row.received ?? "", row.cause ?? null, rules);
    const follows =
      position === this.position + 1n &&
      sha256(text) === digests.act &&
      sha256(row.outcome ?? "") === digests.outcome &&
      link(sha256, this.head, position, digests) === hexOf(row.head ?? null);
    this.position = position;
    this.head = hexOf(row.head ?? null);
    return follows;
  }
}
