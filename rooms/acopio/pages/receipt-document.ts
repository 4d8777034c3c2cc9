/** The receipt of a hand-over as a paper: whose, which, who and what, kilos, quality, money as it was shown, by hand. */
import type { PaperDocument, PaperLine, PaperSection, PaperSquare } from "../../../channels/paper/document.ts";
import { codeText, shortCode } from "../../../kernel/cose/index.ts";
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { ReceiptContent } from "../content.ts";
import { sealedReceipt } from "../rules/receipt-seal.ts";

/** Who it is for, as the register says now: the paper keeps no name. A number that was printed stays the one on the paper. */
export type ReceiptHolder = {
  readonly name: string | null;
  readonly memberNumber: string | null;
  readonly erasedOn: string | null;
};

/** How a device sealed the paper, and the host that its code leads to: null where people know the book by no name with TLS. */
export type ReceiptSeal = {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly host: string | null;
};

const kilograms = (grams: string, say: Say): string => `${say("value.figure", { value: kilogramsOf(grams) })}\u00a0kg`;

const line = (
  name: string,
  figure: string,
  rank: PaperLine["rank"] = "line",
  reasons: readonly string[] = [],
): PaperLine => ({
  name,
  figure,
  rank,
  reasons,
});

/**
 * Composes the paper from what was kept, on the telephone and at the office alike. Figures are those of the content, written the way of
 * the book's country. Without a seal the paper says that it bears no code.
 */
export function receiptDocument(
  content: ReceiptContent,
  holder: ReceiptHolder,
  say: Say,
  seal: ReceiptSeal | null,
): PaperDocument {
  const { shown } = content;
  return {
    language: say.language,
    issued: content.happened,
    title: `${say("receipt.title")} ${content.number} · ${content.organisation ?? ""}`,
    organisation: content.organisation ?? say("receipt.organisation-unknown"),
    kind: say("receipt.title"),
    number: content.number,
    about: [
      say("receipt.when", {
        day: content.happened,
        clock: content.clock ?? "",
        known: content.clock === null ? "day" : "clock",
      }),
      holderWords({ ...holder, memberNumber: shown?.who ?? holder.memberNumber }, say),
    ],
    answer: null,
    sections: [
      { heading: say("receipt.what"), lines: whatLines(content, say), words: [] },
      { heading: say("receipt.kilos"), lines: kiloLines(content, say), words: [] },
      ...(content.measurements.length === 0
        ? []
        : [{ heading: say("receipt.quality"), lines: qualityLines(content, say), words: [] }]),
      ...moneySections(content, say),
    ],
    choices: [say("receipt.agreed"), say("receipt.with-objection")],
    hands: [say("receipt.signature"), say("receipt.received-by")],
    square: seal === null ? null : squareWith(seal, content, say),
    foot: [
      ...(seal === null ? [say("receipt.no-code")] : []),
      ...(content.provisional ? [say("receipt.provisional")] : []),
      say(content.attested === "device" ? "receipt.attested-device" : "receipt.attested-book"),
      ...(shown === null ? [] : [say("receipt.as-shown")]),
      say("receipt.fades"),
      say("receipt.marks", { mark: say.notation.decimal === "," ? "comma" : "point" }),
    ],
  };
}

/** The square with the signed receipt: the same content and seal give the same square, whoever draws it and whenever. */
function squareWith({ publicKey, signature, host }: ReceiptSeal, content: ReceiptContent, say: Say): PaperSquare {
  const signed = sealedReceipt(content, publicKey, signature);
  return {
    text: codeText(signed, host),
    says: say("receipt.square"),
    short: shortCode(signed),
    check:
      host === null ? say("receipt.check-with-code") : say("receipt.check-at", { address: `${host.toLowerCase()}/R` }),
  };
}

function holderWords({ name, memberNumber, erasedOn }: ReceiptHolder, say: Say): string {
  const number = memberNumber ?? "";
  if (erasedOn !== null) return say("statement.erased", { number, day: erasedOn });
  const known = `${name === null ? "" : "name"}${number === "" ? "" : "number"}`;
  return say("statement.holder", { number, name: name ?? "", known });
}

const whatLines = (content: ReceiptContent, say: Say): readonly PaperLine[] => [
  line(say("receipt.product"), wordOr("product", content.product, say)),
  ...(content.shown?.goods === undefined ? [] : [line(say("receipt.goods"), say("receipt.not-taken"), "total")]),
  line(say("receipt.place"), content.place),
  ...(content.season === null ? [] : [line(say("receipt.season"), content.season)]),
  ...(content.claim === null ? [] : [line(say("receipt.claim"), content.claim)]),
  ...(content.scale === null ? [] : [line(say("receipt.scale"), content.scale)]),
];

/** Each weighing, the tare, and what is left; what was paid when the slip said so. */
function kiloLines(content: ReceiptContent, say: Say): readonly PaperLine[] {
  const paid = content.shown?.paid_g;
  return [
    ...content.weighings.map((one) =>
      line(
        say("receipt.weighing", { count: `${one.count}`, container: wordOr("container", one.container, say) }),
        kilograms(one.gross, say),
      ),
    ),
    line(say("receipt.gross"), kilograms(content.gross, say)),
    line(say("receipt.tare"), kilograms(content.tare === "0" ? "0" : `-${content.tare}`, say)),
    line(say("receipt.net"), kilograms(content.net, say), "total"),
    ...(paid === undefined ? [] : [line(say("receipt.paid-weight"), kilograms(paid, say), "total")]),
  ];
}

const qualityLines = (content: ReceiptContent, say: Say): readonly PaperLine[] =>
  content.measurements.map((one) =>
    line(
      wordOr("measure", one.measure, say),
      say("value.figure", { value: one.value }),
      "line",
      [one.method === null ? "" : wordOr("method", one.method, say), one.instrument ?? ""].filter(
        (text) => text !== "",
      ),
    ),
  );

/** The money that the person was shown in print; nothing of it is computed here. */
function moneySections({ shown }: ReceiptContent, say: Say): readonly PaperSection[] {
  if (shown === null || shown.value === undefined) return [];
  const currency = shown.currency ?? say.currency;
  const money = (value: string): string => say("value.money-code", { value, currency });
  const lines = [
    ...(shown.plan === undefined ? [] : [line(say("receipt.price-list"), shown.plan.code)]),
    ...(shown.unitPrice === undefined ? [] : [line(say("receipt.unit-price"), money(shown.unitPrice))]),
    line(say("receipt.value"), money(shown.value), "subtotal"),
    ...(shown.deductions ?? []).map(({ code, amount }) =>
      line(wordOr("deduction", code, say), money(/[1-9]/.test(amount) ? `-${amount}` : amount)),
    ),
    ...(shown.net === undefined ? [] : [line(say("receipt.left"), money(shown.net), "subtotal")]),
    ...(shown.cash === undefined ? [] : [{ ...line(say("receipt.cash"), money(shown.cash), "total"), alone: true }]),
  ];
  const balances = (shown.balances ?? []).map((one) =>
    line(say("receipt.balance", { of: wordOr("balance", one.of, say), day: one.knownOn }), money(one.amount)),
  );
  return [
    { heading: say("receipt.money"), lines, words: [] },
    ...(balances.length === 0 ? [] : [{ heading: say("receipt.balances"), lines: balances, words: [] }]),
  ];
}
