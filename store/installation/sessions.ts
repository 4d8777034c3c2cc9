/**
 * Who is signed in. A token is 32 random bytes that only its holder has: here only its SHA-256 is kept. An *entry* is a link
 * that is exchanged once, within minutes, for a *session*; the two are hashed apart, so an entry can never stand for a session.
 */
import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** A seat of one book, signed in. */
export type Session = { readonly book: string; readonly seat: string; readonly agent: string };

/** The sessions of this installation. */
export type Sessions = {
  /** A link's token for a seat. It may be exchanged once. */
  makeEntry(of: Session): Promise<string>;
  /** Exchanges an entry for a session's token; null when it was used, is too old, or was never made. */
  enter(entry: string): Promise<string | null>;
  /** A session's token, for a program that the operator trusts. */
  make(of: Session): Promise<string>;
  /** The session of a token; null when there is none, or it has ended. */
  find(token: string): Promise<Session | null>;
  /** Ends a session at once. */
  end(token: string): Promise<void>;
};

const MINUTE = 60_000;
/** How long a link may be used, and how long a session lasts. */
const ENTRY_LASTS = 30 * MINUTE;
const SESSION_LASTS = 30 * 24 * 60 * MINUTE;
/** How long a session is believed without asking the database again. Another process that ends it is heard after that. */
const BELIEVED = 5_000;
/** Sessions remembered at once. */
const MOST_REMEMBERED = 10_000;

/** The token's shape: 32 bytes in base64url. What has another is no token, and is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

type Purpose = "entry" | "session";
const hashOf = (purpose: Purpose, token: string): Buffer =>
  createHash("sha256").update(`ayni ${purpose}|${token}`).digest();

type Believed = { readonly session: Session; readonly until: number };

/** Opens the sessions over a pool of the role `app`. `now` is in milliseconds since 1970. */
export function openSessions(pool: pg.Pool, now: () => number): Sessions {
  const believed = new Map<string, Believed>();
  const keep = async (purpose: Purpose, of: Session, lasts: number): Promise<string> => {
    const token = randomBytes(32).toString("base64url");
    await pool.query(
      `insert into ayni.session (token_hash, book_id, seat, agent, expires)
       values ($1, $2::uuid, $3::uuid, $4::uuid, to_timestamp($5::bigint / 1000.0))`,
      [hashOf(purpose, token), of.book, of.seat, of.agent, now() + lasts],
    );
    return token;
  };
  const end = async (purpose: Purpose, token: string): Promise<Session | null> => {
    const { rows } = await pool.query(
      `update ayni.session set ended = to_timestamp($2::bigint / 1000.0)
        where token_hash = $1 and ended is null and expires > to_timestamp($2::bigint / 1000.0)
       returning book_id as book, seat, agent`,
      [hashOf(purpose, token), now()],
    );
    return (rows[0] as Session | undefined) ?? null;
  };
  return {
    makeEntry: (of) => keep("entry", of, ENTRY_LASTS),
    make: (of) => keep("session", of, SESSION_LASTS),
    enter: async (entry) => {
      const of = TOKEN.test(entry) ? await end("entry", entry) : null;
      return of === null ? null : keep("session", of, SESSION_LASTS);
    },
    find: async (token) => {
      if (!TOKEN.test(token)) return null;
      const known = believed.get(token);
      if (known !== undefined && known.until > now()) return known.session;
      believed.delete(token);
      const session = await readSession(pool, hashOf("session", token), now());
      if (session === null) return null;
      if (believed.size >= MOST_REMEMBERED) believed.clear();
      believed.set(token, { session, until: now() + BELIEVED });
      return session;
    },
    end: async (token) => {
      believed.delete(token);
      if (TOKEN.test(token)) await end("session", token);
    },
  };
}

async function readSession(pool: pg.Pool, hash: Buffer, now: number): Promise<Session | null> {
  const { rows } = await pool.query({
    name: "find session",
    text: `select book_id as book, seat, agent from ayni.session
            where token_hash = $1 and ended is null and expires > to_timestamp($2::bigint / 1000.0)`,
    values: [hash, now],
  });
  return (rows[0] as Session | undefined) ?? null;
}
