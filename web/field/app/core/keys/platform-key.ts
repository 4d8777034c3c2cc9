/** A key that the browser keeps and never gives out: Ed25519 of WebCrypto, not extractable. */
import { base64Url } from "../bytes.ts";
import type { DeviceKey, KeptKey } from "./device-key.ts";

const algorithm = "Ed25519";

/** Makes a key of the platform; null where the browser has no Ed25519. */
export async function makePlatformKey(): Promise<KeptKey | null> {
  try {
    const pair = (await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"])) as CryptoKeyPair;
    const publicKey = base64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
    return { kind: "platform", publicKey, privateKey: pair.privateKey };
  } catch {
    return null; // Browsers before 2025 do not know it.
  }
}

/** The key, ready to sign. */
export const platformKey = ({ publicKey, privateKey }: KeptKey & { readonly kind: "platform" }): DeviceKey => ({
  publicKey,
  isOpen: () => true,
  sign: async (bytes) =>
    base64Url(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytes as BufferSource))),
  open: async () => true,
  close: () => {},
  wrap: async () => null,
});

/** Checks a signature with the platform; null where the browser has no Ed25519. */
export async function platformVerify(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | null> {
  try {
    const key = await crypto.subtle.importKey("raw", publicKey as BufferSource, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, signature as BufferSource, bytes as BufferSource);
  } catch {
    return null;
  }
}
