/** What the server looks up for whoever shows a receipt: of which book it is, what the book keeps under its id, and whether it counts. */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";

/** Books of this installation whose ids end in these bytes (hexadecimal); few, since ids end in chance. */
export async function booksEndingIn(pool: pg.Pool, tail: string): Promise<readonly string[]> {
  const { rows } = await pool.query(
    "select book_id::text as book from ayni.book_directory where right(replace(book_id::text, '-', ''), $2) = $1 limit 8",
    [tail, tail.length],
  );
  return rows.map(({ book }) => book as string);
}

/** How a hand-over stands that a receipt names. `papers` are the kept contents of its receipts. */
export type ReceiptStanding = {
  readonly papers: readonly string[];
  readonly voidedOn: string | null;
  /** The number of the receipt that took its place. */
  readonly replacedBy: string | null;
  readonly questioned: boolean;
};

/** Reads the standing of a hand-over; without papers when the book does not have it. */
export async function receiptStanding(pool: pg.Pool, book: string, delivery: string): Promise<ReceiptStanding> {
  assert(isUuid(book) && isUuid(delivery), "book and hand-over are named by uuids");
  return inTransaction(pool, async (client) => {
    await client.query(`set transaction read only; set local ayni.book = '${book}'`);
    const { rows: papers } = await client.query(
      `select content from books.paper
        where book_id = $1::uuid and about = $2::uuid and kind in ('receipt', 'receipt-printed')`,
      [book, delivery],
    );
    const { rows } = await client.query(
      `select v.on_day::text as voided_on, r.receipt as replaced_by,
              exists (select from books.objection o where o.book_id = $1::uuid and o.delivery = $2::uuid)
              or exists (select from books.question q left join books.question_answer a
                           on a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal
                          where q.book_id = $1::uuid and q.about = $2::text and a.answer is null) as questioned
         from (select 1) one
         left join books.delivery_void v on v.book_id = $1::uuid and v.delivery = $2::uuid
         left join books.delivery r on r.book_id = $1::uuid and r.delivery = v.replaced_by`,
      [book, delivery],
    );
    const [found] = rows as readonly { voided_on: string | null; replaced_by: string | null; questioned: boolean }[];
    return {
      papers: papers.map(({ content }) => content as string),
      voidedOn: found?.voided_on ?? null,
      replacedBy: found?.replaced_by ?? null,
      questioned: found?.questioned === true,
    };
  });
}
