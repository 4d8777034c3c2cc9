/** The rows behind sessions and entry links. */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { Seated, SessionListed, SessionWay, Signed } from "./sessions.ts";

/** How long, in milliseconds, a session lasts at most, and unused. */
export type Lasting = { readonly most: number; readonly unused: number };

/** The token's shape: 32 bytes in base64url. What has another is no token, and is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
export const isToken = (text: string): boolean => TOKEN.test(text);

/** What a token is for: hashed apart, so that one can never stand for another. */
export const hashOf = (purpose: "entry" | "session" | "new", token: string): Buffer =>
  createHash("sha256").update(`ayni ${purpose}|${token}`).digest();

/** A row to be kept. */
export type SessionRow = {
  readonly of: Seated | null;
  readonly account: string | null;
  readonly way: SessionWay;
  readonly browser: string;
};

/** Keeps a row that ends so many milliseconds from now. */
export const keepRow = (
  pool: pg.Pool,
  hash: Buffer,
  { of, account, way, browser }: SessionRow,
  now: number,
  lasts: number,
): Promise<unknown> =>
  pool.query(
    `insert into ayni.session (token_hash, account_id, book_id, seat, agent, way, browser, made, last_seen, expires)
     values ($1, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6, $7, to_timestamp($8::bigint / 1000.0),
             to_timestamp($8::bigint / 1000.0), to_timestamp($9::bigint / 1000.0))`,
    [hash, account, of?.book ?? null, of?.seat ?? null, of?.agent ?? null, way, browser, now, now + lasts],
  );

type Raw = Readonly<Record<"id" | "account" | "book" | "seat" | "agent", string | null>> & { readonly way: SessionWay };

function signedOf({ id, account, book, seat, agent, way }: Raw): Signed {
  const own = { id: id ?? "", account, way };
  return { ...own, seated: book !== null && seat !== null && agent !== null ? { ...own, book, seat, agent } : null };
}

const columns =
  "session_id::text as id, account_id::text as account, book_id::text as book, seat::text, agent::text, way";

/** An open session, with when it was made and last seen (milliseconds). */
export type SignedRow = Signed & { readonly made: number; readonly seen: number };

/** The open session of a hash. */
export async function readSigned(pool: pg.Pool, hash: Buffer, now: number): Promise<SignedRow | null> {
  const { rows } = await pool.query({
    name: "find session",
    text: `select ${columns}, (extract(epoch from made) * 1000)::bigint::text as made,
                  (extract(epoch from coalesce(last_seen, made)) * 1000)::bigint::text as seen
             from ayni.session where token_hash = $1 and ended is null and expires > to_timestamp($2::bigint / 1000.0)`,
    values: [hash, now],
  });
  const [row] = rows;
  if (row === undefined) return null;
  return { ...signedOf(row), made: Number.parseInt(row.made, 10), seen: Number.parseInt(row.seen, 10) };
}

const HOUR = 60 * 60_000;

/** Moves the end of a session that is used; written once an hour at most. */
export async function seenNow(
  pool: pg.Pool,
  hash: Buffer,
  { made, seen }: SignedRow,
  { most, unused }: Lasting,
  now: number,
): Promise<void> {
  if (now - seen < HOUR) return;
  await pool.query(
    `update ayni.session set last_seen = to_timestamp($2::bigint / 1000.0), expires = to_timestamp($3::bigint / 1000.0)
      where token_hash = $1 and ended is null`,
    [hash, now, Math.min(made + most, now + unused)],
  );
}

/** Ends the open rows that fit, and gives them. `where` is a text of ours, its values from $2 on. */
export async function endedSessions(
  pool: pg.Pool,
  where: string,
  values: readonly unknown[],
  now: number,
): Promise<readonly Signed[]> {
  const { rows } = await pool.query(
    `update ayni.session set ended = to_timestamp($1::bigint / 1000.0)
      where ${where} and ended is null and expires > to_timestamp($1::bigint / 1000.0)
     returning ${columns}`,
    [now, ...values],
  );
  return rows.map((row) => signedOf(row as Raw));
}

/** The open sessions of an account. */
export async function sessionsOf(pool: pg.Pool, account: string, now: number): Promise<readonly SessionListed[]> {
  const { rows } = await pool.query(
    `select session_id::text as id, browser, book_id::text as book, (extract(epoch from made) * 1000)::bigint::text as made,
            (extract(epoch from coalesce(last_seen, made)) * 1000)::bigint::text as seen,
            (extract(epoch from expires) * 1000)::bigint::text as expires
       from ayni.session where account_id = $1::uuid and ended is null and expires > to_timestamp($2::bigint / 1000.0)
      order by last_seen desc, session_id limit 100`,
    [account, now],
  );
  const whole = (text: string): number => Number.parseInt(text, 10);
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    book: row.book,
    made: whole(row.made),
    seen: whole(row.seen),
    expires: whole(row.expires),
  }));
}
