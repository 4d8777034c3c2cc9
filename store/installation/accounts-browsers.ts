/**
 * Browsers in which an account was signed in before. A browser keeps a token for a year; here only its SHA-256 is kept. It opens
 * nothing by itself: it only says that guesses made elsewhere do not concern it.
 */
import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** A browser that the account knows: its token, and a name to count its own guesses under. */
export type BrowserKnown = { readonly token: string; readonly key: string };

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** How long a browser is known after the last good sign-in, in milliseconds. */
export const browserLasts = 365 * 24 * 60 * 60_000;

const hashOf = (token: string): Buffer => createHash("sha256").update(`ayni browser|${token}`).digest();

/** The browser of a token, if the account knows it. Asked for unknown accounts too, so that they take as long. */
export async function knownBrowser(
  pool: pg.Pool,
  account: string | null,
  token: string | undefined,
  now: number,
): Promise<BrowserKnown | null> {
  const hash = token !== undefined && TOKEN.test(token) ? hashOf(token) : null;
  const { rows } = await pool.query(
    `select 1 from ayni.known_browser where token_hash = $1 and account_id = $2::uuid
       and ended is null and expires > to_timestamp($3::bigint / 1000.0)`,
    [hash, account, now],
  );
  if (token === undefined || hash === null || rows.length === 0) return null;
  return { token, key: hash.toString("base64url") };
}

/** Knows a browser from now on. One that was unknown gets a new token: nobody can lay a token of theirs into it beforehand. */
export async function knowBrowser(
  pool: pg.Pool,
  account: string,
  known: BrowserKnown | null,
  now: number,
): Promise<string> {
  const token = known?.token ?? randomBytes(32).toString("base64url");
  await pool.query(
    `insert into ayni.known_browser (token_hash, account_id, made, expires)
     values ($1, $2::uuid, to_timestamp($3::bigint / 1000.0), to_timestamp($4::bigint / 1000.0))
     on conflict (token_hash, account_id) do update set expires = excluded.expires`,
    [hashOf(token), account, now, now + browserLasts],
  );
  return token;
}

/** No browser is known any more: after a recovery, since the one who lost the PIN may have lost the telephone too. */
export const forgetBrowsers = (pool: pg.Pool, account: string, now: number): Promise<unknown> =>
  pool.query(
    "update ayni.known_browser set ended = to_timestamp($2::bigint / 1000.0) where account_id = $1::uuid and ended is null",
    [account, now],
  );
