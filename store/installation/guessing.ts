/** Slows whoever guesses PINs and codes. The counts are kept in the database: a new start forgives nothing, and two servers count together. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { afterRight, type Guesses, type GuessKind, waitsUntil, withOneMore } from "./guessing-waits.ts";

/** What a guess is counted against: an account's id, a browser of an account, or an address. */
export type Subject = { readonly kind: GuessKind; readonly of: string };

/** Counts guesses. */
export type Guessing = {
  /** Counts one guess against each subject, or refuses with the time left, and then counts nothing. */
  attempt(subjects: readonly Subject[]): Promise<Result<void>>;
  /** The guess was right, or was never looked at. */
  forgive(subjects: readonly Subject[]): Promise<void>;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long to wait, in words: `guess.wait-minutes` (fact: minutes) or, from two hours on, `guess.wait-hours` (hours); never less
 * than what is left.
 */
function toldToWait(until: number, now: number): Refusal {
  const left = until - now;
  if (left < 2 * HOUR) return refused("guess.wait-minutes", { minutes: `${Math.ceil(left / MINUTE)}` }).refusal;
  return refused("guess.wait-hours", { hours: `${Math.ceil(left / HOUR)}` }).refusal;
}

/** Neither a name nor an address is kept: only this. */
const keyOf = ({ kind, of }: Subject): string => createHash("sha256").update(`ayni guess|${kind}|${of}`).digest("hex");

/** Opens the counts over a pool of the role `app`. What is long past goes by the daily sweep. */
export function openGuessing(pool: pg.Pool, now: () => number): Guessing {
  return {
    attempt: async (subjects) => {
      const at = now();
      const told = await waitOf(pool, subjects, at);
      if (told !== null) return { ok: false, refusal: told };
      return inTransaction(pool, async (client) => {
        const before = await locked(client, subjects, at);
        const waits = subjects.map((_, place) => waitsUntil(before[place] ?? null, at) ?? 0);
        const until = Math.max(...waits);
        if (until > 0) return { ok: false, refusal: toldToWait(until, at) };
        const after = subjects.map((one, place) => withOneMore(one.kind, before[place] ?? null, at));
        await write(client, subjects, after);
        return done(undefined);
      });
    },
    forgive: (subjects) =>
      inTransaction(pool, async (client) => {
        const before = await locked(client, subjects, now());
        const after = subjects.map((one, place) => afterRight(one.kind, before[place] as Guesses));
        await write(client, subjects, after);
      }),
  };
}

/** Whether one of them must wait, looked at without a lock: who hammers at the door writes nothing. */
async function waitOf(pool: pg.Pool, subjects: readonly Subject[], at: number): Promise<Refusal | null> {
  const { rows } = await pool.query(
    `select (extract(epoch from max(until)) * 1000)::bigint::text as until from ayni.guessing
      where subject = any($1::text[]) and until > to_timestamp($2::bigint / 1000.0)`,
    [subjects.map(keyOf), at],
  );
  const until = rows[0]?.until as string | null;
  return until === null ? null : toldToWait(Number.parseInt(until, 10), at);
}

/** The counts of each subject, locked in one order for everybody, so that two attempts never wait for each other in a ring. */
async function locked(client: pg.PoolClient, subjects: readonly Subject[], at: number): Promise<readonly Guesses[]> {
  const keys = subjects.map(keyOf);
  await client.query(
    `insert into ayni.guessing (subject, failures, last)
     select one, 0, to_timestamp($2::bigint / 1000.0) from unnest($1::text[]) one order by one on conflict do nothing`,
    [keys, at],
  );
  const { rows } = await client.query(
    `select subject, failures, (extract(epoch from last) * 1000)::bigint::text as last,
            (extract(epoch from until) * 1000)::bigint::text as until
       from ayni.guessing where subject = any($1::text[]) order by subject for update`,
    [keys],
  );
  const found = new Map(rows.map((row) => [row.subject as string, row]));
  return keys.map((key) => {
    const { failures, last, until } = found.get(key);
    return {
      failures: failures as number,
      last: Number.parseInt(last, 10),
      until: until === null ? null : Number.parseInt(until, 10),
    };
  });
}

const write = (client: pg.PoolClient, subjects: readonly Subject[], guesses: readonly Guesses[]) =>
  client.query(
    `update ayni.guessing g set failures = n.failures, last = to_timestamp(n.last / 1000.0), until = to_timestamp(n.until / 1000.0)
       from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[]) as n(subject, failures, last, until)
      where g.subject = n.subject`,
    [
      subjects.map(keyOf),
      guesses.map(({ failures }) => failures),
      guesses.map(({ last }) => last),
      guesses.map(({ until }) => until),
    ],
  );
