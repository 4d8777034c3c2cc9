/** The signature of a receipt: made on the telephone, kept beside the paper, and judged by anybody who has the content and the key. */
import {
  encodeSigned,
  keyId,
  readSigned,
  type Sign,
  type Signed,
  toBeSigned,
  type Verify,
} from "../../../kernel/cose/sign1.ts";
import type { ReceiptContent } from "../content.ts";
import { receiptPayload } from "./receipt-code.ts";
import { type ReceiptRead, readReceipt } from "./receipt-read.ts";

/** The seal of a receipt by the key whose public part is `publicKey` (32 bytes): 64 bytes. */
export async function sealReceipt(content: ReceiptContent, publicKey: Uint8Array, sign: Sign): Promise<Uint8Array> {
  return sign(toBeSigned(keyId(publicKey), receiptPayload(content)));
}

/** The signed bytes of a receipt whose seal is known: what its square holds. */
export const sealedReceipt = (content: ReceiptContent, publicKey: Uint8Array, signature: Uint8Array): Uint8Array =>
  encodeSigned({ kid: keyId(publicKey), payload: receiptPayload(content), signature });

/** Whether a seal is of this very content by this key. */
export async function sealHolds(
  content: ReceiptContent,
  signature: Uint8Array,
  publicKey: Uint8Array,
  verify: Verify,
): Promise<boolean> {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return verify(publicKey, toBeSigned(keyId(publicKey), receiptPayload(content)), signature);
}

/** A receipt's code as read: what it says, and by which key it says to be signed. Its signature is not judged yet. */
export type ReceiptCode = { readonly signed: Signed; readonly read: ReceiptRead };

/** Reads the signed bytes of a receipt; null when they are none. */
export function readReceiptCode(bytes: Uint8Array): ReceiptCode | null {
  const signed = readSigned(bytes);
  const read = signed === null ? null : readReceipt(signed.payload);
  return signed === null || read === null ? null : { signed, read };
}
