/** A member entered twice, by two offices or from a list: both are kept, and the manager is asked once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { sealed } from "../../rooms/people/testing.ts";
import { PostgresBooks } from "../../scenarios/book/book-on-postgres.ts";
import type { Writers } from "../../store/writer/writers.ts";
import { askingWriters } from "./asking.ts";

let books: PostgresBooks;
let writers: Writers;
const troubles: unknown[] = [];
beforeAll(async () => {
  books = await PostgresBooks.open();
  writers = askingWriters(books.writers, books.database, (_, error) => troubles.push(error));
});
afterAll(() => books.database.drop());

const body = (book: string, kind: string, says: unknown, id: string) => ({
  id: derivedUuid(`asking ${book} ${id}`),
  book,
  kind,
  version: 1,
  by: marta.agent,
  through: { way: "seat", seat: marta.seat, at: books.now },
  says,
});

async function opened(name: string): Promise<string> {
  const book = idOf(`asking ${name}`);
  await books.say(book, [body(book, "book.open", { settings: testSettings, founder: marta }, "open")]);
  return book;
}

type Person = { readonly name: string; readonly community?: string; readonly identity?: string };

/** Enters people in one request, each as whoever types at a desk would. */
const enter = (book: string, people: Readonly<Record<string, Person>>) =>
  writers.take(
    book,
    "test",
    Object.entries(people).map(([who, { name, community, identity }]) => {
      const [named, number] = [
        sealed("name", name),
        identity === undefined ? null : sealed("identity-number", identity),
      ];
      const says = {
        agent: idOf(who),
        name: named.sealed,
        ...(number === null ? {} : { identity: number.sealed }),
        ...(community === undefined ? {} : { community }),
      };
      const beside = [named.beside, ...(number === null ? [] : [number.beside])];
      return { body: JSON.stringify(body(book, "person.register", says, who)), beside };
    }),
  );

const asked = async (book: string) =>
  (
    await books.database
      .connect("keeper")
      .query("select code, to_role, facts from books.question where book_id = $1 order by asked_position, ordinal", [
        book,
      ])
  ).rows as readonly { code: string; to_role: string; facts: Record<string, string> }[];

test("the same document, written otherwise: asked once, of the manager, without a word of what is personal [people.maybe-same]", async () => {
  const book = await opened("document");
  await enter(book, { "Rosa at the office": { name: "Rosa Quispe", community: "El Mirador", identity: "12.345.678" } });
  const [second] = await enter(book, {
    "Rosa at point 2": { name: "Rosa Q.", community: "Alto", identity: "12345678" },
  });
  expect(second).toMatchObject({ outcome: "done" });
  const facts = { agent: idOf("Rosa at point 2"), other: idOf("Rosa at the office"), because: "identity" };
  expect(await asked(book)).toEqual([{ code: "people.maybe-same", to_role: "manager", facts }]);
  await enter(book, { "Rosa at point 2": { name: "Rosa Q.", community: "Alto", identity: "12345678" } });
  expect(await asked(book)).toHaveLength(1);
  expect([(await books.verify(book)).problems, troubles]).toEqual([[], []]);
});

test("the same name in the same community is asked, however it is written; elsewhere, or with another document, it is not", async () => {
  const book = await opened("name");
  await enter(book, {
    "José one": { name: "José  Núñez", community: "La Peña" },
    "José two": { name: "jose nunez", community: "la peña" },
    "José elsewhere": { name: "José Núñez", community: "El Mirador" },
    "Ana one": { name: "Ana Pérez", community: "La Peña", identity: "1" },
    "Ana two": { name: "Ana Pérez", community: "La Peña", identity: "2" },
    nobody: { name: "Luz" },
    "nobody else": { name: "Luz" },
  });
  const facts = (await asked(book)).map((one) => new Set([one.facts.agent, one.facts.other]));
  expect(facts).toEqual([new Set([idOf("José one"), idOf("José two")])]);
});

test("entered by two seats in the same moment, the pair is asked about once", async () => {
  const book = await opened("moment");
  const one = { name: "Rosa Quispe", community: "El Mirador" };
  await Promise.all([enter(book, { "Rosa left": one }), enter(book, { "Rosa right": one })]);
  expect(await asked(book)).toHaveLength(1);
});
