/**
 * A backup under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM (NIST SP 800-38D) closes each frame. The nonce is the
 * frame's number: a key is used for one file only, since its salt is random.
 */
import { createCipheriv, createDecipheriv, scrypt } from "node:crypto";

/** Cost of trying one passphrase: 64 MiB and about a quarter of a second. */
export const scryptCost = { N: 65_536, r: 8, p: 1 } as const;

/** Closes and opens frames. `open` gives null when the bytes were not closed with this key. */
export type Cipher = {
  close(number: number, kind: string, plain: Uint8Array): Uint8Array;
  open(number: number, kind: string, closed: Uint8Array): Uint8Array | null;
};

const tagBytes = 16;

/** The cipher of one file. `salt` is the file's own 16 random bytes. */
export async function cipherOf(passphrase: string, salt: Uint8Array): Promise<Cipher> {
  const key = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), salt, 32, { ...scryptCost, maxmem: 128 * 1024 * 1024 }, (error, made) =>
      error === null ? resolve(made) : reject(error),
    );
  });
  const nonceOf = (number: number): Buffer => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 8);
    return nonce;
  };
  return {
    close: (number, kind, plain) => {
      const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number)).setAAD(Buffer.from(kind));
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (number, kind, closed) => {
      if (closed.length < tagBytes) return null;
      const at = closed.length - tagBytes;
      const cipher = createDecipheriv("aes-256-gcm", key, nonceOf(number)).setAAD(Buffer.from(kind));
      cipher.setAuthTag(closed.subarray(at));
      try {
        return Buffer.concat([cipher.update(closed.subarray(0, at)), cipher.final()]);
      } catch {
        return null; // Another key, or altered bytes: the digest beside it tells which.
      }
    },
  };
}
