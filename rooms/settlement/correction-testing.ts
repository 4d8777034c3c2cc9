/** Corrections for tests: a settlement of cherry that was closed, and what is found of it afterwards. */
import { idOf, type TestBook } from "../book/testing.ts";
import type { StatementContent } from "./content.ts";
import { closed, draftOf, handOver, rosa, told } from "./testing.ts";

/** Decides a correction under a name; `by` is the name of the hand-over that stands in its place. */
export const correct = (book: TestBook, name: string, delivery: string, reason: string, by?: string) =>
  book.speak("statement.correct", correctSaid(name, delivery, reason, by));

export const correctSaid = (name: string, delivery: string, reason: string, by?: string) => ({
  ...{ correction: idOf(name), delivery: idOf(delivery), reason, words: "acta 12" },
  ...(by === undefined ? {} : { replacedBy: idOf(by) }),
});

/** A draft that names hand-overs and corrections of one person. */
export function draftWith(
  name: string,
  deliveries: readonly string[],
  corrections: readonly string[],
  agent: string = rosa.agent,
) {
  const draft = draftOf(name, [agent, ...deliveries]);
  const [statement] = draft.statements;
  const named = corrections.length === 0 ? {} : { corrections: corrections.map(idOf) };
  return { ...draft, statements: [{ ...statement, ...named }] };
}

/** Drafts, reviews and closes it; what followed from the closing. */
export function closeWith(
  book: TestBook,
  name: string,
  deliveries: readonly string[],
  corrections: readonly string[],
  agent: string = rosa.agent,
) {
  told(book, "settlement.draft", draftWith(name, deliveries, corrections, agent));
  told(book, "settlement.review", { settlement: idOf(name) });
  return told(book, "settlement.close", { settlement: idOf(name) });
}

/** The papers of statements, in their order. */
export const papersOf = (book: TestBook): readonly StatementContent[] =>
  book.history
    .flatMap((one) => one.follows.papers)
    .filter(({ kind }) => kind === "statement")
    .map(({ content }) => JSON.parse(content) as StatementContent);

/** Two hand-overs of Rosa's, settled together as L-2026-000001. */
export function settledBook(book: TestBook, first = 100_000n, second = 50_000n): TestBook {
  handOver(book, "A", first);
  handOver(book, "B", second);
  closed(book, "first", [rosa.agent, "A", "B"]);
  return book;
}
