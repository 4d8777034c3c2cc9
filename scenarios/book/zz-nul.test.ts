import { expect, test } from "vitest";
import { idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { sevenSacks } from "../../rooms/acopio/testing.ts";
import { PostgresBooks } from "./book-on-postgres.ts";
test("nul", async () => {
  const books = await PostgresBooks.open();
  const say = async (n: string, kind: string, says: unknown) => {
    const [answer] = await books.writers.take(testBook, "t", [{ body: JSON.stringify({ id: idOf(n), book: testBook, kind, version: 1, by: marta.agent, through: { way: "seat", seat: marta.seat, at: books.now }, says }) }]);
    return answer;
  };
  await say("o", "book.open", { settings: testSettings, founder: marta });
  const a = await say("x", "delivery.receive", { ...sevenSacks, scale: "B\u0000-03" });
  console.log(JSON.stringify(a));
  await books.database.drop();
  expect(a).toBeDefined();
});
