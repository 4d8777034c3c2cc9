/** What a book says of a receipt to whoever shows it: whether it has it, and whether it still counts. Nothing that is not on the paper. */
import { jsonIn } from "./key-list.ts";

/** The answer of `GET /verify/BOOK/receipts`. */
export type Status = {
  readonly form: "ayni-receipt/1";
  readonly book: string;
  readonly delivery: string;
  readonly at: string;
  /** Whether the book has a receipt that says exactly this. */
  readonly here: boolean;
  readonly voided: { readonly on: string; readonly replacedBy: string | null } | null;
  /** Whether somebody objected, or the book waits for an answer about it. */
  readonly questioned: boolean;
};

/** Reads the answer about a hand-over; null when it is about another, or none. */
export function readStatus(text: string, delivery: string): Status | null {
  const value = jsonIn(text) as Partial<Status> | null | undefined;
  if (value?.form !== "ayni-receipt/1" || value.delivery !== delivery) return null;
  return typeof value.at === "string" && typeof value.here === "boolean" ? (value as Status) : null;
}
