/**
 * How each device was heard: which sequences came, which are missing, which came twice with other bytes, and how the device told of
 * itself. Kept beside the chain: it says what the office should look for, and nothing is decided by it.
 */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { sha256 } from "../writer/history-rows.ts";

/** One act of the device that is here now, booked or kept unread. `text`: the body's exact text. */
export type HeardAct = { readonly sequence: number; readonly act: string; readonly text: string };

/** What a device told of itself: see `DeviceReport` of what travels. `clock` is its own, an ISO instant. */
export type Told = {
  readonly clock: string;
  readonly unsent: number;
  readonly next: number;
  readonly app: string;
  readonly persisted: boolean;
};

/** What was heard of a device at an instant of the server's clock. `report` is null when its acts were carried here as a file. */
export type Heard = {
  readonly book: string;
  readonly device: string;
  readonly at: string;
  readonly report: Told | null;
  readonly acts: readonly HeardAct[];
};

/** Sequences from one to another, both included. */
export type Sequences = { readonly from: number; readonly until: number };

/** How the device's sequences stand: the highest that came, those missing below it, and those that came with two kinds of bytes. */
export type HeardNote = {
  readonly last: number;
  readonly missing: readonly Sequences[];
  readonly reused: readonly number[];
};

/** Notes what was heard. The same told again changes nothing but the time. Call it when the acts have been answered. */
export function noteHeard(pool: pg.Pool, heard: Heard): Promise<HeardNote> {
  const { book, device, acts } = heard;
  assert(isUuid(book) && isUuid(device), "book and device are named by uuids");
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    if (acts.length > 0)
      await client.query(
        `insert into ayni.device_sequence (book_id, device, sequence, digest, act)
         select $1::uuid, $2::uuid, * from unnest($3::bigint[], $4::text[], $5::uuid[]) on conflict do nothing`,
        [
          ...[book, device, acts.map((one) => one.sequence)],
          ...[acts.map((one) => sha256(one.text)), acts.map((one) => one.act)],
        ],
      );
    await noteTold(client, heard);
    return noteOf(client, book, device);
  });
}

async function noteTold(client: pg.PoolClient, { book, device, at, report }: Heard): Promise<void> {
  const error = report === null ? null : Date.parse(report.clock) - Date.parse(at);
  await client.query(
    `insert into ayni.device_heard as h (book_id, device, last_heard, clock_error_ms, unsent, next_sequence, app, persisted)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8)
     on conflict (book_id, device) do update set
       last_heard = greatest(h.last_heard, excluded.last_heard),
       clock_error_ms = coalesce(excluded.clock_error_ms, h.clock_error_ms), unsent = coalesce(excluded.unsent, h.unsent),
       next_sequence = coalesce(excluded.next_sequence, h.next_sequence), app = coalesce(excluded.app, h.app),
       persisted = coalesce(excluded.persisted, h.persisted)`,
    [
      ...[book, device, at, error, report?.unsent ?? null, report?.next ?? null],
      ...[report?.app ?? null, report?.persisted ?? null],
    ],
  );
}

async function noteOf(client: pg.PoolClient, book: string, device: string): Promise<HeardNote> {
  const gaps = await client.query(
    `select (before + 1)::int as from, (sequence - 1)::int as until
       from (select sequence, lag(sequence, 1, 0::bigint) over (order by sequence) as before
               from (select distinct sequence from ayni.device_sequence where book_id = $1::uuid and device = $2::uuid) s) g
      where sequence > before + 1 order by 1`,
    [book, device],
  );
  const others = await client.query(
    `select sequence::int from ayni.device_sequence where book_id = $1::uuid and device = $2::uuid
      group by sequence having count(*) > 1 order by 1`,
    [book, device],
  );
  const last = await client.query(
    "select coalesce(max(sequence), 0)::int as last from ayni.device_sequence where book_id = $1::uuid and device = $2::uuid",
    [book, device],
  );
  return { last: last.rows[0].last, missing: gaps.rows, reused: others.rows.map((row) => row.sequence) };
}

/** How a device stands in the book now; null when it was never enrolled. */
export type DeviceStanding = {
  readonly state: "enrolled" | "revoked";
  readonly place: string | null;
  readonly series: string | null;
  readonly publicKey: string;
};

/** Reads how a device stands. */
export function deviceStanding(pool: pg.Pool, book: string, device: string): Promise<DeviceStanding | null> {
  assert(isUuid(book), "a book is named by a uuid");
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      `select state, place, series, public_key as "publicKey" from ayni.device
        where book_id = $1::uuid and device = $2::uuid order by version desc limit 1`,
      [book, device],
    );
    return (rows[0] as DeviceStanding | undefined) ?? null;
  });
}
