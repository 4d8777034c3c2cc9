/** What the page asks of the server, when there is one: keys it does not know, and whether a receipt still counts. */
import { base64Url } from "../../../kernel/base64url.ts";
import { hexText } from "../../../kernel/hash.ts";
import type { ReceiptCode } from "../../../rooms/acopio/rules/receipt-seal.ts";
import { isSignedBy, type KeyList, readSignedText } from "../key-list.ts";
import { readStatus, type Status } from "../status.ts";
import { verifyHere } from "./verify.ts";

/** The text at an address; null without a signal, or when there is nothing. */
async function textAt(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, { credentials: "omit" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** The keys of the book of a receipt, as a signed text. */
export const askKeys = ({ signed, read }: ReceiptCode): Promise<string | null> =>
  textAt(`/verify/keys?${new URLSearchParams({ book: read.bookTail, kid: hexText(signed.kid) })}`);

/** How a receipt stands, when its book says so under its seal. */
export async function askStatus({ signed, read }: ReceiptCode, list: KeyList): Promise<Status | null> {
  const { delivery } = read;
  const words = new URLSearchParams({ delivery, kid: hexText(signed.kid), signature: base64Url(signed.signature) });
  const text = await textAt(`/verify/${list.book}/receipts?${words}`);
  const answer = text === null ? null : readSignedText(text);
  if (answer === null || !(await isSignedBy(list.seals, answer, verifyHere))) return null;
  return readStatus(answer.answer, delivery);
}
