/** One process at a time, over all servers of a database: an advisory lock, which PostgreSQL gives back when a process dies. */
import pg from "pg";
import { type Server, settingsFor } from "../connection/server.ts";

/** What is done alone, each with its own lock. */
export type Alone = "backup" | "rehearsal";

/** Ours among the advisory locks of a database: "ayni" in ASCII, then which. */
const FAMILY = 0x61796e69;
const NUMBERS: Readonly<Record<Alone, number>> = { backup: 1, rehearsal: 2 };

/** Does the work while nobody else does the same; null when somebody does. */
export async function alone<T>(server: Server, what: Alone, work: () => Promise<T>): Promise<T | null> {
  const client = new pg.Client(settingsFor(server, "keeper"));
  client.on("error", () => undefined); // A server that goes away is met by the work itself.
  await client.connect();
  try {
    const { rows } = await client.query("select pg_try_advisory_lock($1, $2) as got", [FAMILY, NUMBERS[what]]);
    return rows[0]?.got === true ? await work() : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether somebody is at it now, on whatever server of this database. */
export async function isUnderWay(pool: pg.Pool, what: Alone): Promise<boolean> {
  const { rows } = await pool.query(
    `select exists (select 1 from pg_locks where locktype = 'advisory' and granted and classid = $1::oid and objid = $2::oid
        and database = (select oid from pg_database where datname = current_database())) as under_way`,
    [FAMILY, NUMBERS[what]],
  );
  return rows[0]?.under_way === true;
}
