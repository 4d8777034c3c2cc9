/** A given receipt as this telephone keeps it: the content that was sealed, its paper in words, and its square. */
import type { PaperDocument } from "../../../../../channels/paper/document.ts";
import { fitsCode } from "../../../../../kernel/cose/index.ts";
import type { ReceiptContent } from "../../../../../rooms/acopio/content.ts";
import { receiptDocument } from "../../../../../rooms/acopio/pages/receipt-document.ts";
import type { Say } from "../../../../language/say.ts";
import { fromBase64Url } from "../../core/bytes.ts";
import type { FieldCore, OutboxItem } from "../../ports.ts";

/** A receipt that this telephone gave. */
export type Given = {
  readonly item: OutboxItem;
  readonly delivery: string;
  /** Null when the rules broke while it was given: the act is kept and sent, and there is no paper to show. */
  readonly content: ReceiptContent | null;
};

/** The receipt of a hand-over among this telephone's own acts; null when it did not give it, or not any more. */
export function givenBy(item: OutboxItem | null): Given | null {
  if (item === null || item.kind !== "delivery.receive") return null;
  return { item, delivery: item.act, content: item.paper === null ? null : (JSON.parse(item.paper) as ReceiptContent) };
}

/** The host under which a receipt can be checked, as its square carries it; null where there is none yet. */
function hostOf(): string | null {
  return location.protocol === "https:" && fitsCode(location.host) ? location.host : null;
}

/** The paper, square and all: composed from the kept content and seal as the office composes it, so that printing it again gives the same. */
export function paperOf(
  core: FieldCore,
  { item, content }: Given & { content: ReceiptContent },
  say: Say,
): PaperDocument {
  const person = core.person(content.agent);
  const memberNumber = person?.number ?? null;
  const seal =
    item.seal === null
      ? null
      : {
          publicKey: fromBase64Url(core.publicKey()),
          signature: fromBase64Url(item.seal.signature),
          host: hostOf(),
        };
  return receiptDocument(content, { name: person?.name ?? null, memberNumber, erasedOn: null }, say, seal);
}
