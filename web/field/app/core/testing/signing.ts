/** Ed25519 for tests, by node's own implementation: another than the telephone's. Not shipped. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { sha256 } from "../../../../../kernel/hash.ts";

/** The prefix of an Ed25519 private key in PKCS #8 (RFC 8410, section 7), and of a public one as SPKI. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
const spki = Buffer.from("302a300506032b6570032100", "hex");

/** A key by its name: the same name gives the same key. */
export type NamedKey = {
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => string;
  readonly secret: KeyObject;
};

/** Makes a key of a name. */
export function keyNamed(name: string): NamedKey {
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, sha256(name)]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(secret).export({ format: "jwk" }).x as string;
  return { publicKey, secret, sign: (bytes) => sign(null, bytes, secret).toString("base64url") };
}

/** Whether a signature over bytes is by a raw public key in base64url. */
export function holds(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spki, Buffer.from(publicKey, "base64url")]),
    format: "der",
    type: "spki",
  });
  return verify(null, bytes, key, Buffer.from(signature, "base64url"));
}
