/** What becomes of each scanned receipt: whether the book has it, and the fact that is recorded from the paper where it has not. */
import { base64Url } from "../../../kernel/base64url.ts";
import { hexText } from "../../../kernel/hash.ts";
import { derivedUuid } from "../../../kernel/ids.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { type ReceiptCode, readReceiptCode } from "../../../rooms/acopio/rules/receipt-seal.ts";
import { keepSeals } from "../../../store/field/seals.ts";
import { receiptStanding } from "../../../store/reader/receipts.ts";
import type { PageAt } from "../../desk/page.ts";
import { receiptSealHolds } from "../../field/server/receipt-seal.ts";
import { type ScannedReceipt, scannedReceipt } from "../../field/server/scanned-receipt.ts";
import { keyListOf } from "../../verify/server/keys.ts";
import { statusOf } from "../../verify/server/standing.ts";

/** A receipt that was scanned, and how it stands. `code` null: it is no receipt's. */
export type Scanned = {
  readonly bytes: Uint8Array;
  readonly code: ReceiptCode | null;
  readonly standing: /** The book has a receipt that says exactly this. */
    | { readonly is: "here"; readonly voided: boolean }
    /** The book has this hand-over, and its receipt says otherwise, or it has none. */
    | { readonly is: "otherwise" }
    /** The book has it not, and can have it from this paper. */
    | { readonly is: "missing"; readonly scanned: ScannedReceipt }
    | { readonly is: "refused"; readonly because: Refusal };
};

/** Looks a receipt up. */
export async function lookUp(at: PageAt, bytes: Uint8Array): Promise<Scanned> {
  const { services, book } = at;
  const pool = services.installation.store.connect("app");
  const found = await scannedReceipt(pool, book, bytes);
  const code = readReceiptCode(bytes);
  const list = code === null ? null : await keyListOf(services, book);
  if (code !== null && list !== null) {
    const { delivery } = code.read;
    const shown = { delivery, kid: hexText(code.signed.kid), signature: base64Url(code.signed.signature) };
    const status = await statusOf(services, list, shown);
    if (status.here) return { bytes, code, standing: { is: "here", voided: status.voided !== null } };
    const kept = await receiptStanding(pool, book, delivery);
    if (kept.papers.length > 0) return { bytes, code, standing: { is: "otherwise" } };
  }
  if (!found.ok) return { bytes, code, standing: { is: "refused", because: found.refusal } };
  return { bytes, code, standing: { is: "missing", scanned: found.value } };
}

/** What became of a receipt that was to be recorded. */
export type Entered = { readonly outcome: "done" | "asked" | "refused"; readonly because: Refusal | null };

/**
 * Records the hand-over as the paper says it, by the way `paper`, and keeps the device's seal beside its receipt. The act's id comes from
 * the paper, so that the same paper entered twice, by two people at once, is one act.
 */
export async function enter(at: PageAt, { says, number, device, seal }: ScannedReceipt): Promise<Entered> {
  const { services, book, session, now } = at;
  const through = { way: "paper", seat: session.seat, paper: number.slice(0, 80), at: new Date(now).toISOString() };
  const id = derivedUuid(`paper|${book}|${seal.delivery}|${seal.signature}`);
  const body = JSON.stringify({ id, book, kind: "delivery.receive", version: 1, by: session.agent, through, says });
  const [answer] = await services.installation.writers.take(book, `seat ${session.seat}`, [{ body, beside: [] }]);
  if (answer === undefined || "full" in answer) return { outcome: "refused", because: answer?.full ?? null };
  if (answer.outcome === "refused") return { outcome: "refused", because: answer.refusals[0] ?? null };
  if (answer.outcome === "kept, not yet understood") return { outcome: "refused", because: answer.because };
  await keepSeals(services.installation.store.connect("app"), book, device, [seal], receiptSealHolds);
  return { outcome: answer.outcome === "done with a question" ? "asked" : "done", because: null };
}
