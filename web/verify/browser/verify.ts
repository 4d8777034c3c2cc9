/** Ed25519 in whatever browser there is: its own, or else one in plain JavaScript. */
import { hashes, verify as verifyPlainly } from "@noble/ed25519";
import type { Verify } from "../../../kernel/cose/sign1.ts";
import { sha512 } from "./sha512.ts";

hashes.sha512 = (message) => plain(sha512(message));

/** Judges a signature; never throws, since whatever is not valid is simply not valid. */
export const verifyHere: Verify = async (publicKey, bytes, signature) => {
  try {
    const { subtle } = crypto;
    const key = await subtle.importKey("raw", plain(publicKey), "Ed25519", false, ["verify"]);
    return await subtle.verify("Ed25519", key, plain(signature), plain(bytes));
  } catch {
    return plainly(publicKey, bytes, signature); // Over plain HTTP, and on telephones of some years ago.
  }
};

/** By the same strict rules (RFC 8032) as the platforms' own. */
function plainly(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verifyPlainly(signature, bytes, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** A copy in memory of its own, as the types of both want it. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
