/**
 * Letters as files: what travels from book to book, by whatever way (the same server, a USB stick, a QR, HTTPS). A letter is one
 * JSON file: envelope, content as the exact text that was sealed, the signature over the envelope, and the key that made it.
 */
import { type KeyObject, sign } from "node:crypto";
import * as z from "zod/mini";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { sha256 } from "../writer/history-rows.ts";
import { rawPublicKey } from "../writer/seal.ts";
import { isSignedBy, publicKeyFrom } from "../writer/signatures.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

const letterFile = z.strictObject({
  form: z.literal("letter/1"),
  letter: uuid,
  from: uuid,
  to: uuid,
  kind: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  content: z.string(),
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
  key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type LetterFile = z.infer<typeof letterFile>;

/** Who writes to whom about what. `kind` is a code: agreement, shipment, payment-notice, offer, certificate. */
export type Addressed = Pick<LetterFile, "letter" | "from" | "to" | "kind">;

/** The text that a letter's signature covers; given from outside, since it belongs to the room that keeps letters. */
export type LetterText = (envelope: Addressed & { readonly digest: string }) => string;

/** Writes a letter around the exact text of its content, signed with the installation's key. */
export function writeLetter(addressed: Addressed, content: string, textOf: LetterText, key: KeyObject): LetterFile {
  const digest = sha256(content);
  const text = textOf({ ...addressed, digest });
  const signature = sign(null, Buffer.from(text, "utf8"), key).toString("base64url");
  return { form: "letter/1", ...addressed, digest, content, signature, key: rawPublicKey(key) };
}

/**
 * Reads a letter. Refused: `letter.unreadable`, `letter.digest-differs` (the content is not what the envelope names),
 * `letter.signature-broken` (the envelope is not what the key signed). Whether the key is the sender's is not proven here.
 */
export async function readLetter(bytes: Uint8Array, textOf: LetterText): Promise<Result<LetterFile>> {
  const read = letterFile.safeParse(parsed(bytes));
  if (!read.success) return refused("letter.unreadable", {}, read.error.issues[0]?.path.join(".") ?? "");
  const file = read.data;
  if (sha256(file.content) !== file.digest) return refused("letter.digest-differs", { letter: file.letter });
  const { letter, from, to, kind, digest } = file;
  const valid = await isSignedBy(publicKeyFrom(file.key), textOf({ letter, from, to, kind, digest }), file.signature);
  return valid ? done(file) : refused("letter.signature-broken", { letter, from });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null; // Not UTF-8 or not JSON: an expected way of being unreadable.
  }
}
