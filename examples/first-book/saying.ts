/** How the example's manager says acts: from her seat, each with an id of its own, so that nothing is said twice. */
import type { Sent } from "../../kernel/act/envelope.ts";
import { exampleId } from "../three-quebradas/ids.ts";

/** An act of the example under its id. */
export type ExampleAct = { readonly id: string; readonly sent: Sent };

/** What is made at the edge: the book's id, the instant (ISO, UTC), its day there, and chance for seals (32 hex digits each). */
export type ExampleBook = {
  readonly book: string;
  readonly at: string;
  readonly today: string;
  readonly salt: () => string;
};

/** The seat of the manager, through which the operator of the machine comes in. */
export const managerOf = (book: string) => ({
  seat: exampleId(book, "manager's seat"),
  agent: exampleId(book, "manager"),
});

/** One act of the manager; `as` tells it from all others of the example. */
export function exampleAct(
  { book, at }: ExampleBook,
  as: string,
  kind: string,
  says: unknown,
  beside: NonNullable<Sent["beside"]> = [],
): ExampleAct {
  const { seat, agent } = managerOf(book);
  const id = exampleId(book, `act ${as}`);
  const body = { id, book, kind, version: 1, by: agent, through: { way: "seat", seat, at }, says };
  return { id, sent: { body: JSON.stringify(body), beside } };
}
