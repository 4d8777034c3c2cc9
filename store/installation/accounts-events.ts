/** What happened to an account: written by whoever did it, for its holder to read. Nothing of it is ever changed. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { uuidv7 } from "../../kernel/ids.ts";

/** What may happen. */
export type AccountHappening =
  | "account.made"
  | "pin.changed"
  | "seat.joined"
  | "recovery.asked"
  | "recovery.confirmed"
  | "recovery.by-operator"
  | "recovery.used";

/** One happening; `book` and `agent` say who did it, where it was an officer. `at` in milliseconds since 1970. */
export type AccountEvent = {
  readonly what: AccountHappening;
  readonly at: number;
  readonly book: string | null;
  readonly agent: string | null;
};

/** An id of our own making: time first, so that rows lie in their order. */
export const newId = (now: number): string => uuidv7(now, randomBytes(10));

/** By whom: the account and the officer's seat, as far as there are any. */
export type DoneBy = { readonly account?: string | null; readonly book?: string; readonly agent?: string };

/** Writes one happening. */
export const tellAccount = (
  client: pg.Pool | pg.ClientBase,
  now: number,
  account: string,
  what: AccountHappening,
  by: DoneBy = {},
): Promise<unknown> =>
  client.query(
    `insert into ayni.account_event (account_id, event_id, happened, what, by_account, book_id, by_agent)
     values ($1::uuid, $2::uuid, to_timestamp($3::bigint / 1000.0), $4, $5::uuid, $6::uuid, $7::uuid)`,
    [account, newId(now), now, what, by.account ?? null, by.book ?? null, by.agent ?? null],
  );

/** What others did that its holder has not read; or with `all` the newest fifty happenings. Newest first. */
export async function eventsOf(
  pool: pg.Pool,
  account: string,
  which: "unread" | "all",
): Promise<readonly AccountEvent[]> {
  const { rows } = await pool.query(
    `select e.what, (extract(epoch from e.happened) * 1000)::bigint::text as at, e.book_id::text as book, e.by_agent::text as agent
       from ayni.account_event e join ayni.account_now n on n.account_id = e.account_id
      where e.account_id = $1::uuid and ($2 = 'all' or (e.what like 'recovery.%' and e.happened > n.read_until))
      order by e.happened desc, e.event_id desc limit 50`,
    [account, which],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: Number.parseInt(at, 10) })) as AccountEvent[];
}

/** The holder has read up to now. */
export const eventsRead = (pool: pg.Pool, account: string, now: number): Promise<unknown> =>
  pool.query("update ayni.account_now set read_until = to_timestamp($2::bigint / 1000.0) where account_id = $1::uuid", [
    account,
    now,
  ]);
