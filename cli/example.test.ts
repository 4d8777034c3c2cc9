/** The example that a new installation begins with: real coffee, the worked example's figures, nobody real, made once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatementContent } from "../rooms/settlement/content.ts";
import { PostgresBooks } from "../scenarios/book/book-on-postgres.ts";
import type { Writers } from "../store/writer/writers.ts";
import { booksHere } from "../web/server/operator.ts";
import { makeExample } from "./example.ts";

const now = () => Date.parse("2026-11-15T15:00:00.000Z");
let books: PostgresBooks;
let book: string;
let milliseconds: number;

const here = () => booksHere(books.database.connect("keeper"));
const query = async (text: string) => (await books.database.connect("keeper").query(text, [book])).rows;
const papers = async (): Promise<readonly StatementContent[]> =>
  (await query("select content from books.paper where book_id = $1 and kind = 'statement' order by number")).map(
    ({ content }) => JSON.parse(content),
  );

/** Writers whose process is cut off after some calls. */
const cutOffAfter = (calls: number, writers: Writers): Writers => {
  let left = calls;
  return {
    ...writers,
    take: (...what) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error("cut off")) : writers.take(...what);
    },
  };
};

beforeAll(async () => {
  books = await PostgresBooks.open();
  const began = performance.now();
  book = (await makeExample({ store: books.database, writers: books.writers, now }, [])) ?? "";
  milliseconds = performance.now() - began;
}, 60_000);
afterAll(() => books.database.drop());

test("the first start makes it within five seconds, the second finds it [cli.example]", async () => {
  expect((await here()).map(({ name }) => name)).toEqual(["Cooperativa Tres Quebradas (ejemplo)"]);
  expect(milliseconds).toBeLessThan(5_000);
  expect(await makeExample({ store: books.database, writers: books.writers, now }, await here())).toBeNull();
  const report = await books.verify(book);
  expect(report.problems).toEqual([]);
});

test("member 0131 has the worked example's statement, and Colombia 2013 its nine, of 33 real lots", async () => {
  const [first, ...others] = await papers();
  expect(first).toMatchObject({
    number: "L-2026-000001",
    agent: { memberNumber: "0131" },
    subtotals: { value: "6494786", net: "2940786" },
    payment: { paid: "2940800", difference: "14" },
  });
  expect(others).toHaveLength(9);
  expect(others.flatMap(({ deliveries }) => deliveries)).toHaveLength(33);
  expect(others.reduce((sum, one) => sum + BigInt(one.subtotals.net), 0n)).toBe(169_509_773n);
});

test("nobody real is in it: two made-up names, and codes", async () => {
  const names = await query("select value from books.personal_value where book_id = $1 order by value");
  expect(names.map(({ value }) => value)).toEqual(["Amparo Quintero", "Teresa Guzmán"]);
  const [members] = await query(
    "select bool_and(number ~ '^(P-[0-9]{4}|0131)$') as coded, count(*)::int as members from books.tie where book_id = $1 and kind = 'membership'",
  );
  expect(members).toEqual({ coded: true, members: 10 });
});

test.each([1, 2, 3])(
  "cut off after %i rounds, the next start finishes it and doubles nothing",
  async (rounds) => {
    const other = await PostgresBooks.open();
    const at = { store: other.database, now };
    await expect(makeExample({ ...at, writers: cutOffAfter(rounds, other.writers) }, [])).rejects.toThrow("cut off");
    const begun = await booksHere(other.database.connect("keeper"));
    expect(await makeExample({ ...at, writers: other.writers }, begun)).toBe(begun[0]?.book);
    const { rows } = await other.database
      .connect("keeper")
      .query(
        "select count(*)::int as lots from books.delivery union all select count(*)::int from books.paper where kind = 'statement'",
      );
    expect(rows.map(({ lots }) => lots)).toEqual([34, 10]);
    expect((await other.verify(begun[0]?.book ?? "")).problems).toEqual([]);
    await other.database.drop();
  },
  60_000,
);

test("an installation that has books of its own is left alone", async () => {
  const own = [{ book, name: "Cooperativa La Esperanza", seats: [] }];
  expect(await makeExample({ store: books.database, writers: books.writers, now }, own)).toBeNull();
});
