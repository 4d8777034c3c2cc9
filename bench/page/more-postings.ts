/** More of the ledger than one season makes: entries of years before, so that lists and balances have something to pass over. */
import type { Store } from "../../store/connection/pools.ts";

/** Copies the book's postings, a year earlier each time, until there are so many. They stand in no act: for reading only. */
export async function morePostings(store: Store, book: string, wanted: number): Promise<number> {
  const owner = store.connect("keeper");
  const count = async (): Promise<number> => {
    const { rows } = await owner.query("select count(*)::int as postings from ayni.posting where book_id = $1", [book]);
    return (rows[0] as { postings: number }).postings;
  };
  const { rows } = await owner.query("select max(position)::bigint as last from ayni.posting where book_id = $1", [
    book,
  ]);
  const last = (rows[0] as { last: bigint }).last;
  const first = await count();
  for (let year = 1; (await count()) < wanted && year < 20; year += 1) {
    const shift = `${last * BigInt(year)}`;
    await owner.query(
      `insert into ayni.entry (book_id, position, ordinal, because, about, happened, booked, reverses_position, reverses_ordinal)
       select book_id, position + $2::bigint, ordinal, because, about, happened - ${365 * year}, booked - ${365 * year},
              reverses_position, reverses_ordinal from ayni.entry where book_id = $1 and position <= $3::bigint`,
      [book, shift, `${last}`],
    );
    const columns = "ordinal, line, account, commodity, amount, agent, lot, place, owner, agreement";
    await owner.query(
      `insert into ayni.posting (book_id, position, ${columns}, happened, booked)
       select book_id, position + $2::bigint, ${columns}, happened - ${365 * year}, booked - ${365 * year}
         from ayni.posting where book_id = $1 and position <= $3::bigint limit ${wanted - (await count())}`,
      [book, shift, `${last}`],
    );
  }
  await store.connect("owner").query("analyze ayni.posting");
  return (await count()) - first;
}

/** Days over which hand-overs are spread back: two seasons, as a book has that was kept for a while. */
const daysBack = 540;

/** The bench's hand-overs all come in on one day; no collection point lives so. For reading only, like the postings above. */
export async function spreadHandOvers(store: Store, book: string): Promise<void> {
  const client = await store.connect("owner").connect();
  try {
    await client.query(`begin; set local ayni.book = '${book}'`);
    await client.query(
      `update ayni.delivery set happened = happened - (('x' || substr(md5(delivery::text), 1, 7))::bit(28)::int % ${daysBack})
        where book_id = $1`,
      [book],
    );
    await client.query("commit");
    await client.query("vacuum analyze ayni.delivery");
  } finally {
    client.release();
  }
}
