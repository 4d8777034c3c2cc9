/**
 * Where an account sits: in every book that it said yes to, and whose seat names it. Either alone lets nobody in: a book cannot take
 * a person in unasked, and a person cannot take a seat.
 */
import type pg from "pg";
import type { Seated } from "./sessions.ts";

/** A seat of an account, with the name of its organisation and the time zone of its book. */
export type AccountSeat = Seated & { readonly name: string; readonly zone: string; readonly roles: readonly string[] };

/**
 * The seats of an account that are in force at an instant, each on the day of its own book, read as `keeper`, which sees all
 * books; by name of the organisation.
 */
export async function seatsOfAccount(keeper: pg.Pool, account: string, now: number): Promise<readonly AccountSeat[]> {
  const { rows } = await keeper.query(
    `select t.book_id::text as book, t.seat::text, t.agent::text, t.roles, s.name, s.zone
       from ayni.account_seat a
       join ayni.book_directory d on d.book_id = a.book_id
       -- One at a time ("limit"): joined plainly, the newest version of every seat of every book would be looked for.
       cross join lateral (select * from books.seat t where t.book_id = a.book_id and t.seat = a.seat limit 1) t
       cross join lateral (select * from books.book_settings s where s.book_id = a.book_id limit 1) s
      cross join lateral (select (to_timestamp($2::bigint / 1000.0) at time zone s.zone)::date as today) book
      where a.account_id = $1::uuid and t.account = a.account_id::text
        and t.from_day <= book.today and (t.until is null or t.until >= book.today)
      order by s.name, t.seat`,
    [account, now],
  );
  return rows as AccountSeat[];
}

/** Which seats of a book some account said yes to and sits on, by seat: with what it signs in. */
export async function accountsInBook(keeper: pg.Pool, book: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await keeper.query(
    `select t.seat::text, t.account from books.seat t
       join ayni.account_seat a on a.book_id = t.book_id and a.seat = t.seat and a.account_id::text = t.account
      where t.book_id = $1::uuid`,
    [book],
  );
  return new Map(rows.map(({ seat, account }) => [seat as string, account as string]));
}

/** The account says yes to a seat: when it founds an organisation itself. */
export const consent = (
  pool: pg.Pool | pg.PoolClient,
  account: string,
  { book, seat, agent }: Seated,
  now: number,
): Promise<unknown> =>
  pool.query(
    `insert into ayni.account_seat (account_id, book_id, seat, agent, since)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, to_timestamp($5::bigint / 1000.0)) on conflict do nothing`,
    [account, book, seat, agent, now],
  );
