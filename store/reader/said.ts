/** What was said under an id before: for whoever sends the same form again. */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";

/** The body of the act of this book that has the id, how it ended, and until when it waits if it does; null when there is none. */
export async function saidBefore(
  pool: pg.Pool,
  book: string,
  act: string,
): Promise<{ readonly body: unknown; readonly outcome: string; readonly until: string | null } | null> {
  assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  return inTransaction(pool, async (client) => {
    await client.query(`set transaction read only; set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      "select body, outcome::json ->> 'outcome' as outcome, outcome::json ->> 'until' as until from ayni.act where book_id = $1 and act_id = $2",
      [book, act],
    );
    const [found] = rows as readonly {
      readonly body: string;
      readonly outcome: string;
      readonly until: string | null;
    }[];
    return found === undefined
      ? null
      : { body: JSON.parse(found.body) as unknown, outcome: found.outcome, until: found.until };
  });
}

/** How acts of this book ended, by their ids: the outcome as it was answered then. Acts that the book does not have are not in it. */
export async function outcomesOf(
  pool: pg.Pool,
  book: string,
  acts: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  if (acts.length === 0) return new Map();
  return inTransaction(pool, async (client) => {
    await client.query(`set transaction read only; set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      "select act_id::text as act, outcome from ayni.act where book_id = $1::uuid and act_id = any($2::uuid[])",
      [book, acts],
    );
    return new Map(rows.map(({ act, outcome }) => [act as string, JSON.parse(outcome as string)]));
  });
}
