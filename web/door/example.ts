/** The example that a new installation begins with: which book it is, who sits there, and whether one may look around. */
import type pg from "pg";
import type { Seated } from "../../store/installation/sessions.ts";
import type { Caller, Doorway } from "./doorway.ts";

/** A role of the example, and the seat that one looks around on. */
export type ExampleSeat = Seated & { readonly role: string };

/** In which order roles are offered; any other the example has comes after. */
const offered = ["manager", "clerk", "treasurer", "member"];

/** Whether a caller may look around: at this machine, or where the operator opened the example to everybody. */
export const mayLook = ({ isHere }: Caller, { exampleOpen }: Doorway): boolean => isHere || exampleOpen;

/** The seats of the example, one for each role; none when there is no example, or it was taken away. */
export async function exampleSeats(keeper: pg.Pool): Promise<readonly ExampleSeat[]> {
  const { rows } = await keeper.query(
    `select distinct on (r.role) t.book_id::text as book, t.seat::text, t.agent::text, r.role
       from books.seat t
       cross join lateral jsonb_array_elements_text(t.roles) as r(role)
      where t.book_id = (select e.book_id from ayni.example_book e
                           join ayni.book_directory d on d.book_id = e.book_id where e.removed is null limit 1)
        and (t.until is null or t.until >= current_date)
      order by r.role, t.from_day, t.seat`,
  );
  const place = (role: string): number => (offered.includes(role) ? offered.indexOf(role) : offered.length);
  return (rows as ExampleSeat[]).sort(
    (one, other) => place(one.role) - place(other.role) || (one.role < other.role ? -1 : 1),
  );
}

/** Notes which book is the example, when a start has made it. */
export const noteExample = (pool: pg.Pool, book: string, now: number): Promise<unknown> =>
  pool.query(
    `insert into ayni.example_book (book_id, made) values ($1::uuid, to_timestamp($2::bigint / 1000.0)) on conflict do nothing`,
    [book, now],
  );

/** Whether the example is here, was taken away (and is not made again), or never was. */
export async function exampleNoted(pool: pg.Pool): Promise<"here" | "removed" | "never"> {
  const { rows } = await pool.query(
    "select removed is null as here from ayni.example_book order by removed nulls first limit 1",
  );
  const [row] = rows as { readonly here: boolean }[];
  if (row === undefined) return "never";
  return row.here ? "here" : "removed";
}

/**
 * Takes the example away: it leaves the directory of books, nobody comes in any more, and no later start makes it again. What it
 * keeps stays in the tables. Gives the book; null when there is none.
 */
export async function removeExample(pool: pg.Pool, keeper: pg.Pool, now: number): Promise<string | null> {
  const { rows } = await pool.query(
    `update ayni.example_book set removed = to_timestamp($1::bigint / 1000.0) where removed is null returning book_id::text as book`,
    [now],
  );
  for (const { book } of rows) await keeper.query("delete from ayni.book_directory where book_id = $1::uuid", [book]);
  return rows[0]?.book ?? null;
}
