/** What a code is worth, by the keys at hand: the whole judgement, the same in a browser, in the single file and on the server. */
import { bytesInText } from "../../kernel/cose/carrier.ts";
import { keyId, signedBy, type Verify } from "../../kernel/cose/sign1.ts";
import { hexText } from "../../kernel/hash.ts";
import type { ReceiptRead } from "../../rooms/acopio/rules/receipt-read.ts";
import { type ReceiptCode, readReceiptCode } from "../../rooms/acopio/rules/receipt-seal.ts";
import { bytesOf, type DeviceKey, type KeyList } from "./key-list.ts";

/** A receipt and how it stands to the keys at hand. */
export type Checked =
  /** There is no code in the text, or it is no receipt's. */
  | { readonly what: "no-code" }
  | { readonly what: "not-ours" }
  /** It reads well, and no whole list of keys at hand is of its book: nothing can be said of its signature. */
  | { readonly what: "no-list"; readonly code: ReceiptCode }
  /** No device of the book has this key. */
  | { readonly what: "unknown"; readonly code: ReceiptCode; readonly list: KeyList }
  /** The device's key is known, and did not sign this. */
  | { readonly what: "changed"; readonly code: ReceiptCode; readonly list: KeyList }
  | {
      readonly what: "holds";
      readonly code: ReceiptCode;
      readonly list: KeyList;
      readonly device: DeviceKey;
      /** Whether its day lies in the time of the device: before it was enrolled, or after it was revoked or lost. */
      readonly time: "within" | "before" | "after";
    };

/** Judges the code in a text, by lists of keys that are believed already. */
export async function check(text: string, lists: readonly KeyList[], verify: Verify): Promise<Checked> {
  const bytes = bytesInText(text);
  if (bytes === null) return { what: "no-code" };
  const code = readReceiptCode(bytes);
  if (code === null) return { what: "not-ours" };
  const kid = hexText(code.signed.kid);
  const ofBook = lists.filter(({ book }) => book.replace(/-/g, "").endsWith(code.read.bookTail));
  for (const list of newestFirst(ofBook)) {
    const device = list.devices.find(({ key }) => hexText(keyId(bytesOf(key))) === kid);
    if (device === undefined) continue;
    const holds = await signedBy(bytesOf(device.key), code.signed, verify);
    return holds
      ? { what: "holds", code, list, device, time: timeOf(code.read, device) }
      : { what: "changed", code, list };
  }
  const [list] = newestFirst(ofBook.filter(({ partial }) => partial !== true));
  return list === undefined ? { what: "no-list", code } : { what: "unknown", code, list };
}

const newestFirst = (lists: readonly KeyList[]): readonly KeyList[] =>
  [...lists].sort((one, other) => (one.at < other.at ? 1 : -1));

/** By the days that the paper and the list say; a device's clock may be wrong, and the words say so. */
function timeOf({ happened }: ReceiptRead, { from, until, lost }: DeviceKey): "within" | "before" | "after" {
  if (happened < from) return "before";
  const last = [until, lost?.slice(0, 10) ?? null].filter((one) => one !== null).sort()[0];
  return last !== undefined && happened > last ? "after" : "within";
}
