/** Judges the seal of a receipt that a telephone printed. */
import { verify } from "node:crypto";
import type { ReceiptContent } from "../../../rooms/acopio/content.ts";
import { sealHolds } from "../../../rooms/acopio/rules/receipt-seal.ts";
import { publicKeyFrom } from "../../../store/writer/signatures.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64url"));

/** Whether a seal (base64url) is the key's (raw, base64url) over what a receipt says. */
export const receiptSealHolds = (content: ReceiptContent, signature: string, publicKey: string): Promise<boolean> =>
  sealHolds(content, bytesOf(signature), bytesOf(publicKey), async (key, message, seal) =>
    verify(null, message, publicKeyFrom(Buffer.from(key).toString("base64url")), seal),
  );
