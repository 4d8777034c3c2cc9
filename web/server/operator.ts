/** What the operator of an installation sees of its books: their names and seats, so that somebody can be let in. */
import type pg from "pg";

/** A seat in force, with its roles. */
export type SeatHere = { readonly seat: string; readonly agent: string; readonly roles: readonly string[] };

/** A book of this installation. */
export type BookHere = { readonly book: string; readonly name: string; readonly seats: readonly SeatHere[] };

/** Every open book, oldest first, read as `keeper`: the operator of the machine stands outside the wall. */
export async function booksHere(keeper: pg.Pool): Promise<readonly BookHere[]> {
  const { rows } = await keeper.query(
    `select d.book_id as book, s.name,
            coalesce(jsonb_agg(jsonb_build_object('seat', t.seat, 'agent', t.agent, 'roles', t.roles) order by t.from_day, t.seat)
              filter (where t.seat is not null), '[]') as seats
       from ayni.book_directory d
       join books.book_settings s on s.book_id = d.book_id
       left join books.seat t on t.book_id = d.book_id
              and (t.until is null or t.until >= (now() at time zone s.zone)::date)
      group by d.book_id, d.opened, s.name order by d.opened, d.book_id`,
  );
  return rows as BookHere[];
}

/** The first seat of a book that manages it: through which the operator comes in on the first day. */
export const managingSeat = ({ seats }: BookHere): SeatHere | null =>
  seats.find(({ roles }) => roles.includes("manager")) ?? null;

/** Who of a book may give seats today, by agent: those who can stand for somebody who forgot their PIN. */
export async function officersOf(keeper: pg.Pool, book: string, today: string): Promise<readonly string[]> {
  const { rows } = await keeper.query(
    `select distinct t.agent::text
       from books.seat t
       cross join lateral (select p.matrix from books.powers p where p.book_id = t.book_id and p.from_day <= $2::date
                            order by p.version desc limit 1) p
       cross join lateral jsonb_array_elements_text(t.roles) as r(role)
       cross join lateral jsonb_array_elements(coalesce(p.matrix -> r.role, '[]')) as l(held)
      where t.book_id = $1::uuid and t.from_day <= $2::date and (t.until is null or t.until >= $2::date)
        and l.held ->> 'power' = 'manage-seats'`,
    [book, today],
  );
  return rows.map(({ agent }) => agent as string);
}
