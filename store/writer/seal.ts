/** The installation's seal: one Ed25519 signature over a book's head for each transaction attests all acts up to there. */
import { createPublicKey, type KeyObject, sign } from "node:crypto";
import { sha256 } from "./history-rows.ts";
import type { Seal } from "./transaction.ts";

/** The id of a public key (raw Ed25519 in base64url): SHA-256 of that text. */
export const keyIdOf = (rawPublicKey: string): string => sha256(rawPublicKey);

/** The raw public key of a key, in base64url. */
export const rawPublicKey = (key: KeyObject): string =>
  (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" }).x as string;

/** Seals with a private key. */
export function sealWith(privateKey: KeyObject): Seal {
  const keyId = keyIdOf(rawPublicKey(privateKey));
  return (text) => ({ signature: sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64url"), keyId });
}
