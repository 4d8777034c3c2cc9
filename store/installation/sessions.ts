/**
 * Who is signed in. A token is 32 random bytes that only its holder has: here only its SHA-256 is kept. An *entry* is a link
 * that is exchanged once, within minutes, for a *session*; the two are hashed apart, so an entry can never stand for a session.
 */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { browserWords } from "./sessions-browser.ts";
import {
  endedSessions,
  hashOf,
  isToken,
  keepRow,
  type Lasting,
  readSigned,
  seenNow,
  sessionsOf,
} from "./sessions-rows.ts";

/** A seat of one book. */
export type Seated = { readonly book: string; readonly seat: string; readonly agent: string };

/** How one came in: by the operator's link, by one's account, looking around the example, or as a program with a token. */
export type SessionWay = "operator" | "account" | "example" | "program";

/** A seat of one book, signed in; `account` is null for the operator, programs and who looks around. */
export type Session = Seated & { readonly id: string; readonly account: string | null; readonly way: SessionWay };

/** Signed in, perhaps on no seat yet: who sits in several organisations says first in which. */
export type Signed = {
  readonly id: string;
  readonly account: string | null;
  readonly way: SessionWay;
  readonly seated: Session | null;
};

/** A session as its holder sees it in a list. Times in milliseconds since 1970; `seen` is told by the hour. */
export type SessionListed = {
  readonly id: string;
  readonly browser: string;
  readonly book: string | null;
  readonly made: number;
  readonly seen: number;
  readonly expires: number;
};

/** How a session is made: for whom, and in what (`browser` is a User-Agent, of which a few words are kept). */
export type Making = { readonly account?: string; readonly way?: SessionWay; readonly browser?: string };

/** The sessions of this installation. */
export type Sessions = {
  /** A link's token for a seat, or (null) for making an organisation of one's own. It may be exchanged once. */
  makeEntry(of: Seated | null): Promise<string>;
  /** Exchanges an entry for a session's token; null when it was used, is too old, or was never made. */
  enter(entry: string, browser?: string): Promise<string | null>;
  /** Whether a link for making an organisation holds; with "use" it holds no more. */
  newEntry(entry: string, what: "look" | "use"): Promise<boolean>;
  /** A session's token; of no seat (null) only for an account. */
  make(of: Seated | null, making?: Making): Promise<string>;
  /** The session of a token; null when there is none, it has ended, or it sits nowhere yet. */
  find(token: string): Promise<Session | null>;
  /** Whoever is signed in by a token, seated or not. */
  signed(token: string): Promise<Signed | null>;
  /** The open sessions of an account, last seen first. */
  list(account: string): Promise<readonly SessionListed[]>;
  /** Ends a session at once. */
  end(token: string): Promise<void>;
  /** Ends sessions of an account: one, or all but one (null: all). */
  endOf(account: string, which: { readonly one: string } | { readonly allBut: string | null }): Promise<void>;
  /** Ends whoever sits on a seat by another account, or (no seat) everybody who sits in a book. */
  endAt(book: string, seat: { readonly seat: string; readonly butAccount: string } | null): Promise<void>;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long a link may be used. */
const ENTRY_LASTS = 30 * MINUTE;
/** A session ends a week after it was last used, and a month after it was made at the latest; a program's is not asked to be used. */
export const sessionLasts: Lasting = { most: 30 * DAY, unused: 7 * DAY };
/** Whoever looks around the example is let go the same day. */
const LOOK_LASTS: Lasting = { most: DAY, unused: DAY };
/** How long a session is believed without asking the database again. Another process that ends it is heard after that. */
const BELIEVED = 5_000;
/** Sessions remembered at once. */
const MOST_REMEMBERED = 10_000;

type Believed = { readonly signed: Signed; readonly until: number };

const lastingOf = (way: SessionWay): Lasting => {
  if (way === "program") return { most: sessionLasts.most, unused: sessionLasts.most };
  return way === "example" ? LOOK_LASTS : sessionLasts;
};

/** Opens the sessions over a pool of the role `app`. `now` is in milliseconds since 1970. */
export function openSessions(pool: pg.Pool, now: () => number): Sessions {
  const believed = new Map<string, Believed>();
  const token = (): string => randomBytes(32).toString("base64url");
  const make: Sessions["make"] = async (
    of,
    { account, way = account === undefined ? "program" : "account", browser } = {},
  ) => {
    const made = token();
    const lasting = lastingOf(way);
    const row = { of, account: account ?? null, way, browser: browserWords(browser ?? "") };
    await keepRow(pool, hashOf("session", made), row, now(), Math.min(lasting.most, lasting.unused));
    return made;
  };
  const signed: Sessions["signed"] = async (shown) => {
    if (!isToken(shown)) return null;
    const known = believed.get(shown);
    if (known !== undefined && known.until > now()) return known.signed;
    believed.delete(shown);
    const hash = hashOf("session", shown);
    const read = await readSigned(pool, hash, now());
    if (read === null) return null;
    await seenNow(pool, hash, read, lastingOf(read.way), now());
    if (believed.size >= MOST_REMEMBERED) believed.clear();
    believed.set(shown, { signed: read, until: now() + BELIEVED });
    return read;
  };
  /** What this process ended, it must not believe a moment longer; ending is rare, so all is asked again. */
  const end = async (where: string, values: readonly unknown[]) => {
    const ended = await endedSessions(pool, where, values, now());
    believed.clear();
    return ended;
  };
  return {
    makeEntry: async (of) => {
      const entry = token();
      const purpose = of === null ? "new" : "entry";
      await keepRow(
        pool,
        hashOf(purpose, entry),
        { of, account: null, way: "operator", browser: "" },
        now(),
        ENTRY_LASTS,
      );
      return entry;
    },
    enter: async (entry, browser) => {
      if (!isToken(entry)) return null;
      const [of] = await end("token_hash = $2", [hashOf("entry", entry)]);
      return of?.seated ? make(of.seated, { way: "operator", ...(browser === undefined ? {} : { browser }) }) : null;
    },
    newEntry: async (entry, what) => {
      if (!isToken(entry)) return false;
      const hash = hashOf("new", entry);
      if (what === "look") return (await readSigned(pool, hash, now())) !== null;
      return (await end("token_hash = $2", [hash])).length > 0;
    },
    make,
    signed,
    find: async (shown) => (await signed(shown))?.seated ?? null,
    list: (account) => sessionsOf(pool, account, now()),
    end: async (shown) => {
      if (isToken(shown)) await end("token_hash = $2", [hashOf("session", shown)]);
    },
    endOf: async (account, which) => {
      if ("one" in which) await end("account_id = $2::uuid and session_id::text = $3", [account, which.one]);
      else await end("account_id = $2::uuid and session_id::text is distinct from $3::text", [account, which.allBut]);
    },
    endAt: async (book, at) => {
      if (at === null) await end("book_id = $2::uuid", [book]);
      else
        await end("book_id = $2::uuid and seat = $3::uuid and account_id is not null and account_id <> $4::uuid", [
          book,
          at.seat,
          at.butAccount,
        ]);
    },
  };
}
