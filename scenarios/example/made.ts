/** The example made on a database of the test's own, on the morning of its first day, and ways to ask it. */

import type pg from "pg";
import { makeExample } from "../../cli/example.ts";
import { exampleBook } from "../../examples/three-quebradas/example.ts";
import { exampleId } from "../../examples/three-quebradas/ids.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

export const firstDay = "2026-11-15";
export const book = exampleBook(firstDay);
/** Ten in the morning in Colombia. */
export const now = () => Date.parse(`${firstDay}T15:00:00.000Z`);

/** What making the example needs of an installation. */
export const at = (of: PostgresBooks) => ({
  store: of.database,
  writersBy: (clock: () => string) => of.writersBy(clock),
  now,
});

/** Rows as the database gives them. */
type Rows = pg.QueryResult["rows"];

/** A book's example, and its rows. */
export type Made = {
  readonly books: PostgresBooks;
  query(text: string, ...values: unknown[]): Promise<Rows>;
  one(text: string, ...values: unknown[]): Promise<Rows[number]>;
};

/** Makes the example. The book's id is the first parameter of every query. */
export async function madeExample(): Promise<Made> {
  const books = await PostgresBooks.open();
  await makeExample(at(books), []);
  const query = async (text: string, ...values: unknown[]) =>
    (await books.database.connect("keeper").query(text, [book, ...values])).rows;
  return { books, query, one: async (text, ...values) => (await query(text, ...values))[0] };
}

export const memberId = (number: string): string => exampleId(book, `member ${number}`);
export const deliveryId = (of: string): string => exampleId(book, `delivery ${of}`);
