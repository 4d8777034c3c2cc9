/** A key for browsers without Ed25519: its seed is wrapped under each clerk's PIN, and stands open only in memory, while one is in. */
import { base64Url, fromBase64Url } from "../bytes.ts";
import { type DeviceKey, type KeptKey, KeyLocked, type SeedBox } from "./device-key.ts";

/** Loaded only where it is needed: most telephones never fetch it. */
const curve = () => import("@noble/ed25519");

/** Makes a wrapped key from 32 bytes of chance. The seed stands open until the first clerk sets a PIN. */
export async function makeWrappedKey(seed: Uint8Array): Promise<KeptKey> {
  const { getPublicKeyAsync } = await curve();
  return { kind: "wrapped", publicKey: base64Url(await getPublicKeyAsync(seed)), seed: base64Url(seed) };
}

/** The key; it signs once a clerk's PIN has opened it. */
export function wrappedKey({ publicKey, seed: kept }: KeptKey & { readonly kind: "wrapped" }): DeviceKey {
  let seed: Uint8Array | null = kept === null ? null : fromBase64Url(kept);
  return {
    publicKey,
    isOpen: () => seed !== null,
    sign: async (bytes) => {
      if (seed === null) throw new KeyLocked();
      const { signAsync } = await curve();
      return base64Url(await signAsync(bytes, seed));
    },
    open: async (box, secret) => {
      if (box === null) return seed !== null;
      const opened = await unsealed(box, secret);
      if (opened !== null) seed = opened;
      return opened !== null;
    },
    close: () => {
      if (kept === null) seed = null;
    },
    wrap: async (secret, nonce) => (seed === null ? Promise.reject(new KeyLocked()) : sealed(seed, secret, nonce)),
  };
}

const aesKey = (secret: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", secret as BufferSource, "AES-GCM", false, [use]);

async function sealed(seed: Uint8Array, secret: Uint8Array, nonce: Uint8Array): Promise<SeedBox> {
  const how = { name: "AES-GCM", iv: nonce as BufferSource };
  const box = await crypto.subtle.encrypt(how, await aesKey(secret, "encrypt"), seed as BufferSource);
  return { nonce: base64Url(nonce), sealed: base64Url(new Uint8Array(box)) };
}

async function unsealed({ nonce, sealed }: SeedBox, secret: Uint8Array): Promise<Uint8Array | null> {
  try {
    const how = { name: "AES-GCM", iv: fromBase64Url(nonce) };
    return new Uint8Array(await crypto.subtle.decrypt(how, await aesKey(secret, "decrypt"), fromBase64Url(sealed)));
  } catch {
    return null; // Another PIN.
  }
}

/** Checks a signature without the platform. */
export async function wrappedVerify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const { verifyAsync } = await curve();
  return verifyAsync(signature, bytes, publicKey).catch(() => false);
}
