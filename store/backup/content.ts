/** What the readable frames of a backup say. The form is described in docs/backup-format.md. */
import * as z from "zod/mini";

/** First bytes of every backup: the name of the form and its version. */
export const magic = Buffer.from("AYNI BACKUP 1\n", "utf8");

/**
 * Kinds of frame. `H` header, `T` a table begins, `C` rows of it, `E` it ends, `K` the installation's private key, `M` manifest,
 * `Z` the end, signed.
 */
export type FrameKind = "H" | "T" | "C" | "E" | "K" | "M" | "Z";

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const whole = z.string().check(z.regex(/^(0|[1-9]\d{0,18})$/));
const name = z.string().check(z.regex(/^[a-z_][a-z0-9_]*$/));
const tableName = z.string().check(z.regex(/^(ayni|public)\.[a-z_][a-z0-9_]*$/));
const rawKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** The header, always readable: what this is, and how it is closed. */
export const headerShape = z.strictObject({
  content: z.enum(["installation", "book"]),
  made: z.string().check(z.maxLength(40)),
  ayni: z.string().check(z.maxLength(40)),
  closed: z.nullable(
    z.strictObject({
      cipher: z.literal("scrypt-65536-8-1/aes-256-gcm"),
      salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
    }),
  ),
});
export type Header = z.infer<typeof headerShape>;

/** A table begins: whose it is (null: the installation's) and its columns in the order of the rows. */
export const tableShape = z.strictObject({
  table: tableName,
  book: z.nullable(uuid),
  columns: z.array(name).check(z.maxLength(400)),
});
export type TableBegins = z.infer<typeof tableShape>;

/** A table ended: how many rows, and SHA-256 over their text. */
export const tableEndShape = z.strictObject({ rows: whole, digest });
export type TableEnds = z.infer<typeof tableEndShape>;

/** The installation's private key as PEM; only in a backup under a passphrase. */
export const keyShape = z.strictObject({ pem: z.string().check(z.maxLength(4_000)) });

/** What all of it is, once it is known. */
export const manifestShape = z.strictObject({
  migrations: z.array(z.strictObject({ number: z.int(), name: z.string(), checksum: digest })),
  books: z.array(z.strictObject({ book: uuid, name: z.string(), position: whole, head: digest })),
  tables: z.array(z.strictObject({ ...tableShape.shape, ...tableEndShape.shape })),
  keys: z.array(rawKey),
});
export type Manifest = z.infer<typeof manifestShape>;
export type ManifestTable = Manifest["tables"][number];

/** The end: the installation's signature over the digest of all frames before. */
export const endShape = z.strictObject({ key: rawKey, signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)) });
export type End = z.infer<typeof endShape>;

/** What the signature covers. */
export const endText = (digestSoFar: string): string => `ayni backup|${digestSoFar}`;
