/** The wall: a book's rows are seen with that book set, with another they are not there, and with none the database complains. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { allRecords } from "../../rooms/all.ts";
import { idOf } from "../../rooms/book/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { postgresTeller } from "../stories/postgres-teller.ts";
import { untilTheScale } from "../stories/seven-sacks.ts";

const teller = await postgresTeller();
const tables = [
  "act",
  "entry",
  "posting",
  "tally",
  "personal_value",
  "seal",
  "book_head",
  ...allRecords.map((one) => one.table),
];

beforeAll(() => untilTheScale(teller));
afterAll(() => teller.end());

const countAs = (book: string, table: string): Promise<number> =>
  inTransaction(teller.database.connect("app"), async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    return Number((await client.query(`select count(*) as rows from ayni."${table}"`)).rows[0].rows);
  });

test("from another book none of its rows can be seen, in any table [store.wall]", async () => {
  const [own, foreign] = [idOf("book"), idOf("another book")];
  const seen = await Promise.all(
    tables.map(async (table) => [table, await countAs(own, table), await countAs(foreign, table)] as const),
  );
  expect(seen.filter(([, , foreignRows]) => foreignRows > 0)).toEqual([]);
  expect(seen.filter(([, rows]) => rows > 0).map(([table]) => table)).toEqual(
    expect.arrayContaining(["act", "posting", "delivery", "advance", "credit", "tie", "price_plan", "personal_value"]),
  );
});

test("a row cannot be written into another book", async () => {
  const attempt = inTransaction(teller.database.connect("app"), async (client) => {
    await client.query(`set local ayni.book = '${idOf("another book")}'`);
    await client.query("insert into ayni.tally (book_id, kind, key, amount) values ($1, 'stock', 'x', 1)", [
      idOf("book"),
    ]);
  });
  await expect(attempt).rejects.toThrow(/row-level security/);
});

test("a question without a book fails loudly instead of answering with nothing", async () => {
  await expect(teller.database.connect("app").query("select count(*) from ayni.act")).rejects.toThrow(
    /ayni\.book|type uuid/,
  );
});

test("history and records cannot be changed by the server's role", async () => {
  const attempt = (text: string) =>
    inTransaction(teller.database.connect("app"), async (client) => {
      await client.query(`set local ayni.book = '${idOf("book")}'`);
      await client.query(text);
    });
  await expect(attempt("update ayni.posting set amount = 0")).rejects.toThrow(/permission denied/);
  await expect(attempt("delete from ayni.act")).rejects.toThrow(/permission denied/);
  await expect(attempt("update ayni.delivery set net_g = 0")).rejects.toThrow(/permission denied/);
});
