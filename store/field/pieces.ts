/**
 * Files that a telephone sends in pieces, over a line that breaks: each piece goes on from what is here, and the whole is kept only
 * when its bytes have the digest that was named. What a device may send is limited, so that a broken one cannot fill the disk.
 */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert, done, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { keepFile, mediaTypeOf } from "../files/files.ts";
import { sha256OfBytes } from "../writer/history-rows.ts";

/** Largest file of a telephone; most bytes that one telephone may send in so many days; how long a half file waits to be gone on with. */
export type PieceLimits = { readonly fileBytes: number; readonly deviceBytes: number; readonly days: number };

/** Photographs are shrunk on the telephone: a hundred thousand bytes show a receipt or a sack well. */
export const usualPieceLimits: PieceLimits = { fileBytes: 100_000, deviceBytes: 64 * 1024 * 1024, days: 30 };

/** What may come in this way: photographs. */
const taken: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

/** A file of a device, by the digest of the whole. */
export type PieceOf = { readonly book: string; readonly device: string; readonly digest: string };

/** How far a file has come. */
export type PieceState = { readonly have: number; readonly size: number; readonly complete: boolean };

/** A piece: from which byte of how many. */
export type Piece = { readonly at: number; readonly size: number; readonly bytes: Uint8Array };

const none: PieceState = { have: 0, size: 0, complete: false };
const DAY = 24 * 60 * 60_000;

/** Does its work behind the wall of the file's book. */
const within = <T>(pool: pg.Pool, { book }: PieceOf, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    return work(client);
  });
};

async function stateIn(
  client: pg.PoolClient,
  { book, device, digest }: PieceOf,
  lock = "",
): Promise<PieceState | null> {
  const { rows } = await client.query(
    `select octet_length(bytes) as have, size_bytes, whole from ayni.field_file
      where book_id = $1::uuid and device = $2::uuid and digest = $3 ${lock}`,
    [book, device, digest],
  );
  const row = rows[0] as { have: number; size_bytes: bigint; whole: boolean } | undefined;
  if (row === undefined) return null;
  const size = Number(row.size_bytes);
  return { have: row.whole ? size : row.have, size, complete: row.whole };
}

/** How far a file has come; nothing of it, when it was never begun or was swept away. */
export const pieceState = (pool: pg.Pool, of: PieceOf): Promise<PieceState> =>
  within(pool, of, async (client) => (await stateIn(client, of)) ?? none);

/**
 * Takes the next piece. One that does not go on from what is here changes nothing, and the answer says from where to go on. Refuses
 * `file.too-large`, `file.device-full`, `file.type-not-taken`, `file.digest-differs` (then all of it is to be sent again), and those of
 * keeping a file.
 */
export async function takePiece(
  pool: pg.Pool,
  of: PieceOf,
  piece: Piece,
  now: number,
  limits: PieceLimits = usualPieceLimits,
): Promise<Result<PieceState>> {
  if (piece.size > limits.fileBytes || piece.at + piece.bytes.length > piece.size)
    return refused("file.too-large", {
      bytes: Math.max(piece.size, piece.at + piece.bytes.length),
      mostBytes: limits.fileBytes,
    });
  const added = await within(pool, of, (client) => addPiece(client, of, piece, now, limits));
  if (!added.ok || added.value.whole === null) return added.ok ? done(added.value.state) : added;
  const { state, whole } = added.value;
  const kept = await keepWhole(pool, of, whole, now);
  return kept.ok ? done({ ...state, complete: true }) : kept;
}

type Added = { readonly state: PieceState; readonly whole: Uint8Array | null };

async function addPiece(
  client: pg.PoolClient,
  of: PieceOf,
  { at, size, bytes }: Piece,
  now: number,
  limits: PieceLimits,
): Promise<Result<Added>> {
  const key = [of.book, of.device, of.digest];
  const before = await stateIn(client, of, "for update");
  if (before?.complete) return done({ state: before, whole: null });
  if (before === null) {
    const full = await isFull(client, of, size, now, limits);
    if (full) return refused("file.device-full", { mostBytes: limits.deviceBytes, days: limits.days });
    await client.query(
      `insert into ayni.field_file (book_id, device, digest, size_bytes, bytes, whole, touched)
       values ($1::uuid, $2::uuid, $3, $4, '', false, to_timestamp($5::bigint / 1000.0)) on conflict do nothing`,
      [...key, size, now],
    );
  }
  const have = before?.have ?? 0;
  const goesOn = at === have && (before === null || before.size === size);
  if (!goesOn) return done({ state: { have, size: before?.size ?? size, complete: false }, whole: null });
  const { rows } = await client.query(
    `update ayni.field_file set bytes = bytes || $4::bytea, touched = to_timestamp($5::bigint / 1000.0)
      where book_id = $1::uuid and device = $2::uuid and digest = $3 and octet_length(bytes) = $6 returning bytes`,
    [...key, Buffer.from(bytes), now, have],
  );
  const all = rows[0]?.bytes as Uint8Array | undefined;
  if (all === undefined) return done({ state: (await stateIn(client, of)) ?? none, whole: null }); // Another request was first.
  const state = { have: all.length, size, complete: false };
  return done({ state, whole: all.length === size ? all : null });
}

async function isFull(
  client: pg.PoolClient,
  { book, device }: PieceOf,
  size: number,
  now: number,
  { deviceBytes, days }: PieceLimits,
): Promise<boolean> {
  const { rows } = await client.query(
    `select coalesce(sum(size_bytes), 0)::bigint as used from ayni.field_file
      where book_id = $1::uuid and device = $2::uuid and touched > to_timestamp($3::bigint / 1000.0)`,
    [book, device, now - days * DAY],
  );
  return (rows[0]?.used as bigint) + BigInt(size) > BigInt(deviceBytes);
}

/** Keeps a whole file with the others of the book, and empties what was gathered. */
async function keepWhole(pool: pg.Pool, of: PieceOf, bytes: Uint8Array, now: number): Promise<Result<void>> {
  const begin = (): Promise<unknown> => settle(pool, of, false, now);
  if (sha256OfBytes(bytes) !== of.digest) {
    await begin();
    return refused("file.digest-differs", { digest: of.digest });
  }
  const type = mediaTypeOf(bytes);
  if (!taken.includes(type)) {
    await begin();
    return refused("file.type-not-taken", { type });
  }
  const kept = await keepFile(pool, of.book, bytes);
  if (!kept.ok) return kept;
  await settle(pool, of, true, now);
  return done(undefined);
}

const settle = (pool: pg.Pool, of: PieceOf, whole: boolean, now: number): Promise<unknown> =>
  within(pool, of, (client) =>
    client.query(
      `update ayni.field_file set bytes = '', whole = $4, touched = to_timestamp($5::bigint / 1000.0)
        where book_id = $1::uuid and device = $2::uuid and digest = $3`,
      [of.book, of.device, of.digest, whole, now],
    ),
  );

/** Takes away half files that nobody went on with, and what is too old to count, as `keeper`, which alone may; gives how many. */
export async function sweepPieces(
  keeper: pg.Pool,
  now: number,
  { days }: PieceLimits = usualPieceLimits,
): Promise<number> {
  const { rowCount } = await keeper.query(
    "delete from ayni.field_file where touched < to_timestamp($1::bigint / 1000.0)",
    [now - days * DAY],
  );
  return rowCount ?? 0;
}
