/** The seal of a receipt: this device's signature over what the paper says, as its square carries it. */
import type { ReceiptContent } from "../../../../../rooms/acopio/content.ts";
import { sealReceipt } from "../../../../../rooms/acopio/rules/receipt-seal.ts";
import type { PaperSeal } from "../../../wire.ts";
import { base64Url, fromBase64Url } from "../bytes.ts";
import type { DeviceKey } from "../keys/device-key.ts";

/** Seals a paper with the device's key. */
export async function sealOf(
  paper: { readonly about: string; readonly content: string },
  key: DeviceKey,
): Promise<PaperSeal> {
  const content = JSON.parse(paper.content) as ReceiptContent;
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> => fromBase64Url(await key.sign(bytes));
  return {
    delivery: paper.about,
    signature: base64Url(await sealReceipt(content, fromBase64Url(key.publicKey), sign)),
  };
}
