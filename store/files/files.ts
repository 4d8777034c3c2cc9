/**
 * Files by their SHA-256, per book, outside act rows. An act names the hash and never waits for the file; the same bytes are
 * kept once. The type is found in the bytes, never taken from what a sender says.
 */
import type pg from "pg";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { sha256OfBytes } from "../writer/history-rows.ts";

/** Largest file that is kept, and most bytes of files a book may keep. */
export const fileLimits = { fileBytes: 32 * 1024 * 1024, bookBytes: 4 * 1024 * 1024 * 1024 } as const;

/** A kept file. */
export type KeptFile = { readonly digest: string; readonly mediaType: string; readonly bytes: Uint8Array };

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46]],
  ["application/zip", [0x50, 0x4b, 0x03, 0x04]], // Spreadsheets too: what is inside is read by whoever opens it.
];

/** The media type that the bytes show: a known signature, plain text when all of it is UTF-8 without control characters, else unknown. */
export function mediaTypeOf(bytes: Uint8Array): string {
  for (const [type, begins] of signatures) if (begins.every((byte, at) => bytes[at] === byte)) return type;
  if (isWebp(bytes)) return "image/webp";
  return isText(bytes) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

/** A container whose kind stands after its length: "RIFF", four bytes, "WEBP" (RFC 9649). */
const isWebp = (bytes: Uint8Array): boolean => {
  const begins = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return begins.startsWith("RIFF") && begins.endsWith("WEBP");
};

/** Bytes below a space that text has: tab, line feed, vertical tab, form feed, carriage return. */
const inText = (byte: number): boolean => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d);

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return bytes.every(inText);
  } catch {
    return false; // Not UTF-8: an expected answer.
  }
}

/** Keeps a file in a book and returns its digest. Refused: `file.too-large`, `file.book-full`. */
export function keepFile(pool: pg.Pool, book: string, bytes: Uint8Array): Promise<Result<string>> {
  if (bytes.length > fileLimits.fileBytes)
    return Promise.resolve(refused("file.too-large", { bytes: bytes.length, mostBytes: fileLimits.fileBytes }));
  const digest = sha256OfBytes(bytes);
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      "select coalesce(sum(size_bytes), 0)::bigint as used, count(*) filter (where digest = $2) as same from ayni.file where book_id = $1::uuid",
      [book, digest],
    );
    const { used, same } = rows[0] as { used: bigint; same: bigint };
    if (same > 0n) return done(digest);
    if (used + BigInt(bytes.length) > BigInt(fileLimits.bookBytes))
      return refused("file.book-full", { usedBytes: used.toString(), mostBytes: fileLimits.bookBytes });
    await client.query(
      `insert into ayni.file (book_id, digest, media_type, size_bytes, bytes) values ($1::uuid, $2, $3, $4, $5)
       on conflict do nothing`,
      [book, digest, mediaTypeOf(bytes), bytes.length, Buffer.from(bytes)],
    );
    return done(digest);
  });
}

/** Reads a file of a book; null when it has none of that digest. */
export function readFile(pool: pg.Pool, book: string, digest: string): Promise<KeptFile | null> {
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      "select digest, media_type, bytes from ayni.file where book_id = $1::uuid and digest = $2",
      [book, digest],
    );
    const [row] = rows;
    return row === undefined ? null : { digest: row.digest, mediaType: row.media_type, bytes: row.bytes };
  });
}
