/** Works in one transaction behind the wall of one book. */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../../store/connection/pools.ts";

/** Runs statements as the pool's role, seeing only this book. */
export function inBook<T>(pool: pg.Pool, book: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    return work(client);
  });
}
