/** Signatures of devices: Ed25519 over the body's exact text, checked before an act takes its turn. */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type pg from "pg";
import type { Heard } from "../../kernel/act/heard.ts";
import { readSigned, signedBy, type Verify } from "../../kernel/cose/index.ts";
import { isUuid } from "../../kernel/ids.ts";
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

/** A sealed paper that an act is entered from: signed bytes (COSE_Sign1, base64url) and the device that is said to have signed them. */
export type PaperEvidence = { readonly code: string; readonly device: string };

/** The sealed paper that an act names; null when it names none. */
export function paperEvidence(heard: Heard): PaperEvidence | null {
  const paper = (heard.said as { readonly paper?: Partial<PaperEvidence> } | null)?.paper;
  const { code, device } = paper ?? {};
  return typeof code === "string" && typeof device === "string" && isUuid(device) ? { code, device } : null;
}

const isEd25519By: Verify = (publicKey, bytes, signature) =>
  verify(null, bytes, publicKeyFrom(Buffer.from(publicKey).toString("base64url")), signature);

/** Whether a device's key (raw, base64url) sealed the paper. */
export async function isSealedBy(raw: string, { code }: PaperEvidence): Promise<boolean> {
  const signed = readSigned(Uint8Array.from(Buffer.from(code, "base64url")));
  return signed !== null && (await signedBy(Uint8Array.from(Buffer.from(raw, "base64url")), signed, isEd25519By));
}

/** How many signatures are remembered between the door and the book. */
const mostVouched = 1_000;
const nameOf = (book: string, device: string, text: string): string => `${book}|${device}|${text}`;

/** A device's public key: as it was enrolled (base64url), and ready to check with. */
type DeviceKey = { readonly raw: string; readonly key: KeyObject };

/** Checks against the keys that books keep of their devices. A key never changes, so it is read once. */
export function deviceKeys(pool: pg.Pool): Signatures {
  const known = new Map<string, DeviceKey>();
  const keyOf = async (book: string, device: string): Promise<DeviceKey | null> => {
    const name = `${book}|${device}`;
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const raw = await readKey(pool, book, device);
    if (raw === null) return null;
    const key = { raw, key: publicKeyFrom(raw) };
    known.set(name, key);
    return key;
  };
  /** A paper is the device's own word: whoever enters it cannot enter another. */
  const brokenPaper = async (book: string, evidence: PaperEvidence): Promise<Refusal | null> => {
    const key = await keyOf(book, evidence.device);
    if (key === null) return refused("act.paper-device-unknown", { device: evidence.device }).refusal;
    const isSealed = await isSealedBy(key.raw, evidence);
    return isSealed ? null : refused("act.paper-seal-broken", { device: evidence.device }).refusal;
  };
  /** Signatures that vouched for their request a moment ago, with the very words: the act need not be checked twice. */
  const vouched = new Map<string, string>();
  return {
    broken: async (heard) => {
      const { body, text, signature } = heard;
      const { through } = body;
      if (through.way !== "device") {
        const evidence = paperEvidence(heard);
        return evidence === null ? null : brokenPaper(body.book, evidence);
      }
      if (signature === null) return refused("act.signature-missing", { device: through.device }).refusal;
      if (vouched.get(signature) === nameOf(body.book, through.device, text)) {
        vouched.delete(signature);
        return null;
      }
      const key = await keyOf(body.book, through.device);
      if (key === null) return null;
      const valid = await isSignedBy(key.key, text, signature);
      return valid ? null : refused("act.signature-broken", { device: through.device }).refusal;
    },
    vouches: async (book, device, text, signature) => {
      const key = await keyOf(book, device);
      if (key === null || !isSignedNow(key.key, text, signature)) return false;
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
