/** Takes a backup: one moment of the database, table by table, into frames. Writers go on meanwhile. */
import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert, refused } from "../../kernel/refusal.ts";
import type { Store } from "../connection/pools.ts";
import { rawPublicKey } from "../writer/seal.ts";
import { breakOff } from "./broken.ts";
import { cipherOf } from "./cipher.ts";
import { endText, type Header, type Manifest, type ManifestTable } from "./content.ts";
import { copyOut } from "./copy.ts";
import { FrameWriter, type Sink } from "./frames.ts";
import { type CarriedTable, carriedTables, copyOutText } from "./tables.ts";

/** What a backup is made from and for. */
export type Taking = {
  readonly store: Store;
  /** One book, or (null) the whole installation. */
  readonly book: string | null;
  readonly privateKey: KeyObject;
  /** Public keys (raw Ed25519, base64url) of every key that sealed here. */
  readonly keys: readonly string[];
  readonly ayni: string;
  readonly now: () => number;
  /** Closes the backup, and then the private key is inside too. Never for one book. */
  readonly passphrase: string | null;
  readonly progress?: (rows: bigint) => void;
  /** Breaks off: the server is asked to end. */
  readonly signal?: AbortSignal | undefined;
};

/** What was taken. */
export type Taken = { readonly header: Header; readonly manifest: Manifest; readonly bytes: bigint };

/** Writes a backup into a sink. Refuses (thrown) `book.unknown`; what the sink throws goes on. */
export async function takeBackup(taking: Taking, sink: Sink): Promise<Taken> {
  const { store, book, passphrase } = taking;
  assert(book === null || isUuid(book), "a book is named by a uuid"); // COPY takes no parameters.
  const salt = randomBytes(16);
  const header: Header = {
    content: book === null ? "installation" : "book",
    made: new Date(taking.now()).toISOString(),
    ayni: taking.ayni,
    closed: passphrase === null ? null : { cipher: "scrypt-65536-8-1/aes-256-gcm", salt: salt.toString("base64url") },
  };
  const writer = new FrameWriter(sink, passphrase === null ? null : await cipherOf(passphrase, salt));
  const client = await store.connect("keeper").connect();
  let broken: unknown = true;
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const manifest = await writeMoment(client, writer, header, taking);
    await client.query("commit");
    broken = undefined;
    return { header, manifest, bytes: writer.bytes };
  } finally {
    client.release(broken === undefined ? undefined : true); // It may stand in the middle of a copy.
  }
}

async function writeMoment(
  client: pg.PoolClient,
  writer: FrameWriter,
  header: Header,
  taking: Taking,
): Promise<Manifest> {
  const books = await booksOf(client, taking.book);
  await writer.begin();
  await writer.say("H", header);
  const tables = await writeTables(client, writer, books, taking);
  const isWhole = header.content === "installation" && header.closed !== null;
  if (isWhole) await writer.say("K", { pem: taking.privateKey.export({ type: "pkcs8", format: "pem" }) });
  const manifest: Manifest = { migrations: await migrationsOf(client), books, tables, keys: [...taking.keys].sort() };
  await writer.say("M", manifest);
  const signature = sign(null, Buffer.from(endText(writer.digest), "utf8"), taking.privateKey).toString("base64url");
  await writer.say("Z", { key: rawPublicKey(createPublicKey(taking.privateKey)), signature });
  return manifest;
}

/** The installation's tables first, then each book whole. */
async function writeTables(
  client: pg.PoolClient,
  writer: FrameWriter,
  books: Manifest["books"],
  { book, progress, signal }: Taking,
): Promise<ManifestTable[]> {
  const carried = await carriedTables(client);
  const written: ManifestTable[] = [];
  let rows = 0n;
  const write = async (table: CarriedTable, of: string | null): Promise<void> => {
    const part = await writeTable(client, writer, table, of, signal);
    written.push(part);
    rows += BigInt(part.rows);
    progress?.(rows);
  };
  if (book === null) for (const table of carried.filter(({ ofBook }) => !ofBook)) await write(table, null);
  for (const { book: of } of books) for (const table of carried.filter(({ ofBook }) => ofBook)) await write(table, of);
  return written;
}

async function writeTable(
  client: pg.PoolClient,
  writer: FrameWriter,
  table: CarriedTable,
  book: string | null,
  signal: AbortSignal | undefined,
): Promise<ManifestTable> {
  const begins = { table: table.name, book, columns: [...table.columns] };
  const digest = createHash("sha256");
  let rows = 0n;
  await writer.say("T", begins);
  await copyOut(client, copyOutText(table, book), async (piece, count) => {
    signal?.throwIfAborted();
    digest.update(piece);
    rows += BigInt(count);
    await writer.rows(piece);
  });
  const ends = { rows: rows.toString(), digest: digest.digest("hex") };
  await writer.say("E", ends);
  return { ...begins, ...ends };
}

async function booksOf(client: pg.PoolClient, book: string | null): Promise<Manifest["books"]> {
  const { rows } = await client.query(
    `select h.book_id as book, h.position::text as position, encode(h.head, 'hex') as head, coalesce(s.name, '') as name
       from ayni.book_head h left join books.book_settings s on s.book_id = h.book_id
      where $1::uuid is null or h.book_id = $1::uuid order by h.book_id`,
    [book],
  );
  if (book !== null && rows.length === 0) breakOff(refused("book.unknown", { book }).refusal);
  return rows as Manifest["books"];
}

async function migrationsOf(client: pg.PoolClient): Promise<Manifest["migrations"]> {
  const { rows } = await client.query("select number, name, checksum from public.migration order by number");
  return rows as Manifest["migrations"];
}
