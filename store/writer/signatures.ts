/** Signatures of devices: Ed25519 over the body's exact text, checked before an act takes its turn. */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type pg from "pg";
import type { Heard } from "../../kernel/act/heard.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";

/** Checks signatures. */
export type Signatures = {
  /** Why an act's signature does not hold. A device nobody knows is left to the fold, which keeps its act until it is enrolled. */
  broken(heard: Heard): Promise<Refusal | null>;
  /** Whether a device that the book enrolled signed these very bytes: enough to let a sender without a session in. */
  vouches(book: string, device: string, text: string, signature: string): Promise<boolean>;
};

/** An Ed25519 public key from its 32 raw bytes in base64url. */
export const publicKeyFrom = (raw: string): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: raw }, format: "jwk" });

/** Whether a signature (base64url) is the key's over the text. Runs on Node's thread pool. */
export const isSignedBy = (key: KeyObject, text: string, signature: string): Promise<boolean> =>
  new Promise((answer) => {
    verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64url"), (error, valid) =>
      answer(error === null && valid),
    );
  });

/**
 * The same at once, for the one signature that vouches for a request: to wake the thread pool for a single check takes longer
 * than the check.
 */
const isSignedNow = (key: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64url"));

/** How many signatures are remembered between the door and the book. */
const mostVouched = 1_000;
const nameOf = (book: string, device: string, text: string): string => `${book}|${device}|${text}`;

/** Checks against the keys that books keep of their devices. A key never changes, so it is read once. */
export function deviceKeys(pool: pg.Pool): Signatures {
  const known = new Map<string, KeyObject>();
  const keyOf = async (book: string, device: string): Promise<KeyObject | null> => {
    const name = `${book}|${device}`;
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const raw = await readKey(pool, book, device);
    if (raw === null) return null;
    const key = publicKeyFrom(raw);
    known.set(name, key);
    return key;
  };
  /** Signatures that vouched for their request a moment ago, with the very words: the act need not be checked twice. */
  const vouched = new Map<string, string>();
  return {
    broken: async ({ body, text, signature }) => {
      const { through } = body;
      if (through.way !== "device") return null;
      if (signature === null) return refused("act.signature-missing", { device: through.device }).refusal;
      if (vouched.get(signature) === nameOf(body.book, through.device, text)) {
        vouched.delete(signature);
        return null;
      }
      const key = await keyOf(body.book, through.device);
      if (key === null) return null;
      const valid = await isSignedBy(key, text, signature);
      return valid ? null : refused("act.signature-broken", { device: through.device }).refusal;
    },
    vouches: async (book, device, text, signature) => {
      const key = await keyOf(book, device);
      if (key === null || !isSignedNow(key, text, signature)) return false;
      if (vouched.size >= mostVouched) vouched.clear();
      vouched.set(signature, nameOf(book, device, text));
      return true;
    },
  };
}

async function readKey(pool: pg.Pool, book: string, device: string): Promise<string | null> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      "select public_key from ayni.device where book_id = $1::uuid and device = $2::uuid order by version limit 1",
      [book, device],
    );
    return rows[0]?.public_key ?? null;
  } finally {
    await client.query("rollback");
    client.release();
  }
}
