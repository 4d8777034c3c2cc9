/** Tells a story to a book on PostgreSQL, through the one writer. */
import { idOf, marta } from "../../rooms/book/testing.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { inTables } from "./in-tables.ts";
import { type AskedTeller, clockOf } from "./teller.ts";

/** A book on PostgreSQL; when the story ends, the book must prove itself. */
export async function postgresTeller(): Promise<AskedTeller & { readonly database: PostgresBooks["database"] }> {
  const books = await PostgresBooks.open();
  const book = idOf("book");
  let spoken = 0;
  books.now = clockOf("2026-01-02");
  return {
    name: "PostgreSQL",
    database: books.database,
    day: (day) => {
      books.now = clockOf(day);
    },
    say: async (kind, says, beside = []) => {
      spoken += 1;
      const through = { way: "seat", seat: marta.seat, at: books.now };
      const body = { id: idOf(`act ${spoken}`), book, kind, version: 1, by: marta.agent, through, says };
      const [answer] = await books.writers.take(book, "story", [{ body: JSON.stringify(body), beside: [...beside] }]);
      if (answer === undefined || "full" in answer) throw new Error("not answered");
      if (answer.outcome === "kept, not yet understood")
        return { outcome: answer.outcome, codes: [`${answer.because.code} ${answer.because.field ?? ""}`] };
      if (answer.outcome === "refused") return { outcome: "refused", codes: answer.refusals.map((one) => one.code) };
      return { outcome: answer.outcome, codes: "questions" in answer ? answer.questions.map((one) => one.code) : [] };
    },
    ...inTables(books.database),
    end: async () => {
      const { problems } = await books.verify(book);
      await books.database.drop();
      if (problems.length > 0)
        throw new Error(`the book does not prove itself: ${JSON.stringify(problems.slice(0, 5))}`);
    },
  };
}
