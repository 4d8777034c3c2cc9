/** Answers a need by reading: outside of the writer, for whoever only looks. */
import type pg from "pg";
import type { Need } from "../../kernel/act/need.ts";
import { Page } from "../../kernel/act/page.ts";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { loadReads } from "../writer/load.ts";
import type { Client } from "../writer/rows.ts";

/** Loads what a need misses, as often as it asks, and gives its answer. The client stands in a transaction on the book. */
export async function answerNeed<T>(client: Client, book: string, need: Need<T>): Promise<T> {
  const page = new Page("partial");
  for (;;) {
    const tried = need.tryOn(page);
    if ("known" in tried) return tried.known;
    await loadReads(client, book, page, tried.missing);
  }
}

/** The same in a transaction of its own, for whoever asks a book one thing. */
export function needOf<T>(pool: pg.Pool, book: string, need: Need<T>): Promise<T> {
  assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  return inTransaction(pool, async (client) => {
    await client.query(`set transaction isolation level repeatable read read only; set local ayni.book = '${book}'`);
    return answerNeed(client, book, need);
  });
}
