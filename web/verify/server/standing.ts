/** Whether a receipt is in its book and still counts: told only to whoever shows that they hold it. */

import { verify } from "node:crypto";
import { base64Url } from "../../../kernel/base64url.ts";
import { toBeSigned, type Verify } from "../../../kernel/cose/sign1.ts";
import { isUuid } from "../../../kernel/ids.ts";
import type { ReceiptContent } from "../../../rooms/acopio/content.ts";
import { receiptPayload } from "../../../rooms/acopio/rules/receipt-code.ts";
import { receiptStanding } from "../../../store/reader/receipts.ts";
import { publicKeyFrom } from "../../../store/writer/signatures.ts";
import type { Services } from "../../server/services.ts";
import { bytesOf, type KeyList } from "../key-list.ts";
import type { Status } from "../status.ts";
import { kidOf } from "./keys.ts";

/** What shows that one holds a receipt: the id in it, the name of the key, and the signature, which nobody else knows. */
export type Shown = { readonly delivery: string; readonly kid: string; readonly signature: string };

/** Judges with Node's own Ed25519. */
export const verifyHere: Verify = (publicKey, bytes, signature) =>
  verify(null, bytes, publicKeyFrom(base64Url(publicKey)), signature);

/** Reads what is shown from an address; null when it cannot be a receipt's. */
export function shownIn(words: URLSearchParams): Shown | null {
  const [delivery, kid, signature] = ["delivery", "kid", "signature"].map((name) => words.get(name) ?? "");
  if (!isUuid(delivery ?? "") || !/^[0-9a-f]{16}$/.test(kid ?? "")) return null;
  return /^[A-Za-z0-9_-]{86}$/.test(signature ?? "") ? ({ delivery, kid, signature } as Shown) : null;
}

/**
 * How the receipt stands. The signature is held against what the book itself keeps: a signature of anything else finds nothing, and
 * whoever only knows an id learns nothing.
 */
export async function statusOf(services: Services, list: KeyList, shown: Shown): Promise<Status> {
  const { delivery } = shown;
  const key = list.devices.find((one) => kidOf(one.key) === shown.kid)?.key;
  const found = await receiptStanding(services.installation.store.connect("app"), list.book, delivery);
  const here = key !== undefined && found.papers.some((content) => isOf(content, key, shown));
  return {
    form: "ayni-receipt/1",
    book: list.book,
    delivery,
    at: new Date(services.installation.now()).toISOString(),
    here,
    voided: here && found.voidedOn !== null ? { on: found.voidedOn, replacedBy: found.replacedBy } : null,
    questioned: here && found.questioned,
  };
}

/** Whether the device signed this very content. */
function isOf(content: string, key: string, { kid, signature }: Shown): boolean {
  const payload = receiptPayload(JSON.parse(content) as ReceiptContent);
  return verifyHere(
    bytesOf(key),
    toBeSigned(Uint8Array.from(Buffer.from(kid, "hex")), payload),
    bytesOf(signature),
  ) as boolean;
}
