/** The key of this device, however it is kept. It signs; it is never given out. */

/** Thrown when a key signs that no PIN has opened yet. */
export class KeyLocked extends Error {
  constructor() {
    super("the key of this telephone waits for a PIN");
  }
}

/** A key that signs for this device. */
export type DeviceKey = {
  /** Raw Ed25519 in base64url. */
  readonly publicKey: string;
  /** Whether it can sign now. A key of the platform always can; a wrapped one after a clerk's PIN. */
  readonly isOpen: () => boolean;
  /** The signature in base64url. */
  readonly sign: (bytes: Uint8Array) => Promise<string>;
  /** Opens a wrapped key with what a clerk's PIN gives; false when that is not it. A key of the platform is open anyway. */
  readonly open: (box: SeedBox | null, secret: Uint8Array) => Promise<boolean>;
  readonly close: () => void;
  /** Wraps the seed for another clerk; null for a key of the platform, which needs no wrapping. */
  readonly wrap: (secret: Uint8Array, nonce: Uint8Array) => Promise<SeedBox | null>;
};

/** The seed of a key, sealed by AES-GCM under what a PIN gives: base64url. */
export type SeedBox = { readonly nonce: string; readonly sealed: string };

/** How a key lies in the storage. `seed` stands open only until the first clerk sets a PIN. */
export type KeptKey =
  | { readonly kind: "platform"; readonly publicKey: string; readonly privateKey: CryptoKey }
  | { readonly kind: "wrapped"; readonly publicKey: string; readonly seed: string | null };
