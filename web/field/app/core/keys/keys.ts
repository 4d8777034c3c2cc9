/** Making, opening and checking keys, by the platform where it can and otherwise by our own means. */
import { fromBase64Url } from "../bytes.ts";
import type { DeviceKey, KeptKey } from "./device-key.ts";
import { makePlatformKey, platformKey, platformVerify } from "./platform-key.ts";
import { makeWrappedKey, wrappedKey, wrappedVerify } from "./wrapped-key.ts";

/** A new key of this device, as it is to be kept. */
export const makeKey = async (chance: (bytes: number) => Uint8Array): Promise<KeptKey> =>
  (await makePlatformKey()) ?? makeWrappedKey(chance(32));

/** The key that was kept; null when it is gone (storage taken away, a telephone restored from a copy). */
export function keyOf(kept: unknown): DeviceKey | null {
  const key = kept as KeptKey | undefined | null;
  if (key === undefined || key === null) return null;
  if (key.kind === "wrapped") return wrappedKey(key);
  return key.kind === "platform" && key.privateKey instanceof CryptoKey ? platformKey(key) : null;
}

/** Whether a signature over bytes is by a key. Texts that are no key or signature are a no. */
export async function verify(publicKey: string, bytes: Uint8Array, signature: string): Promise<boolean> {
  try {
    const [key, signed] = [fromBase64Url(publicKey), fromBase64Url(signature)];
    return (await platformVerify(key, bytes, signed)) ?? (await wrappedVerify(key, bytes, signed));
  } catch {
    return false;
  }
}
