/** `/o/BOOK/receipts/NUMBER`: what does the receipt of this number say? As it was issued, on any paper. */

import { codeHost } from "../../kernel/cose/carrier.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { type ReceiptSeal, receiptDocument } from "../../rooms/acopio/pages/receipt-document.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { bookSay } from "../server/page.ts";
import { paperResponse } from "./papers.tsx";

/** What the views `receipt.one` and `receipt.mine` answer. */
type Kept = {
  readonly content: string;
  readonly delivery: string;
  readonly name: string | null;
  readonly erased: string | null;
  readonly member_number: string | null;
  readonly voided_on: string | null;
  readonly seal: string | null;
  readonly seal_key: string | null;
};

/** One receipt. */
export const receiptPage: BookPage = { path: "/o/:book/receipts/:number{.+}", open: receiptAt };

/** Refused with `receipt.unknown` when there is no such receipt for the reader. */
async function receiptAt(at: PageAt): Promise<Result<Page | Response>> {
  const number = at.parameter("number");
  const mayAll = at.may("receipt.one");
  const answer = mayAll
    ? await at.ask("receipt.one", { number })
    : await at.ask("receipt.mine", { number, agent: at.session.agent });
  if (!answer.ok) return answer;
  const row = answer.value.rows[0] as Kept | undefined;
  if (row === undefined) return refused("receipt.unknown", { number });
  const content = JSON.parse(row.content) as ReceiptContent;
  const holder = { name: row.name, memberNumber: row.member_number, erasedOn: row.name === null ? row.erased : null };
  return done(
    await paperResponse(at, {
      compose: (say) => receiptDocument(content, holder, say, sealIn(row, at)),
      sayIn: (language) => bookSay(at.services.catalogues, language, at.settings),
      notes: (say) => (row.voided_on === null ? [] : [say("receipt.voided", { day: row.voided_on })]),
      bandOf: at.book,
      usual: "58",
      back: mayAll
        ? { href: at.address(`deliveries/${row.delivery}`), says: at.say("receipt.to-delivery") }
        : { href: at.address("me/deliveries"), says: at.say("place.my-deliveries") },
    }),
  );
}

/** The seal that the telephone printed, kept beside the paper; null where no device sealed the receipt. */
function sealIn({ seal, seal_key: key }: Kept, at: PageAt): ReceiptSeal | null {
  if (seal === null || key === null) return null;
  const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64url"));
  return { publicKey: bytes(key), signature: bytes(seal), host: codeHost(at.services.doorway.origin) };
}
