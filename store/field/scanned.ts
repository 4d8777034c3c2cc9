/**
 * What a scanned receipt names by a few bytes, found in the book: whose key sealed it, who handed over, who received. A code has no room for
 * whole ids.
 */
import type pg from "pg";
import { keyId } from "../../kernel/cose/index.ts";
import { hexText } from "../../kernel/hash.ts";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";

/** A device of the book by the short name of its key. */
export type SealingDevice = { readonly device: string; readonly publicKey: string; readonly place: string | null };

/** The device whose key has this short name (hexadecimal), enrolled or revoked; null when the book has none. */
export async function sealingDevice(pool: pg.Pool, book: string, kid: string): Promise<SealingDevice | null> {
  const rows = await behindWall(pool, book, (client) =>
    client.query(`select device::text, public_key as "publicKey", place from books.device where book_id = $1::uuid`, [
      book,
    ]),
  );
  const named = ({ publicKey }: SealingDevice) =>
    hexText(keyId(Uint8Array.from(Buffer.from(publicKey, "base64url")))) === kid;
  return (rows as readonly SealingDevice[]).find(named) ?? null;
}

/** Agents of the register whose ids end in these bytes (hexadecimal); more than one is possible and never likely. */
export const agentsEndingIn = async (pool: pg.Pool, book: string, tail: string): Promise<readonly string[]> =>
  (
    await behindWall(pool, book, (client) =>
      client.query(
        `select agent::text from books.agent where book_id = $1::uuid and right(replace(agent::text, '-', ''), $3) = $2
         union select agent::text from books.seat where book_id = $1::uuid and right(replace(agent::text, '-', ''), $3) = $2
         limit 3`,
        [book, tail, tail.length],
      ),
    )
  ).map(({ agent }) => agent as string);

/** The price plan of a code that has this version; null when there is none, or more than one. */
export async function planOfCode(pool: pg.Pool, book: string, code: string, version: number): Promise<string | null> {
  const rows = await behindWall(pool, book, (client) =>
    client.query(
      "select plan::text from ayni.price_plan where book_id = $1::uuid and code = $2 and version = $3 limit 2",
      [book, code, version],
    ),
  );
  return rows.length === 1 ? (rows[0]?.plan as string) : null;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function behindWall(
  pool: pg.Pool,
  book: string,
  ask: (client: pg.PoolClient) => Promise<{ readonly rows: Rows }>,
): Promise<Rows> {
  assert(isUuid(book), "a book is named by a uuid");
  return inTransaction(pool, async (client) => {
    await client.query(`set transaction read only; set local ayni.book = '${book}'`);
    return (await ask(client)).rows;
  });
}
