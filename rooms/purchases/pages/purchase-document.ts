/** The purchase document as a paper: composed once from what it keeps, drawn on a sheet, in the browser or as PDF. */
import type { PaperDocument, PaperLine, PaperSection } from "../../../channels/paper/document.ts";
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { exactOf } from "../../../web/desk/listed.ts";
import { productName } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { WordsByLanguage } from "../../agreements/rules/spelling.ts";
import type { PurchaseDocumentContent } from "../content.ts";
import type { PurchaseTaxSheet } from "../rules/sheet.ts";

/** Values of a person: null where they are not kept any more, or not the reader's to see. */
export type Person = {
  readonly name: string | null;
  readonly identity: string | null;
  readonly taxNumber: string | null;
  readonly address: string | null;
};

/** A document with what its paper shows beside what it keeps. `seen`: whether the reader may see the seller's number and address. */
export type Held = {
  readonly content: PurchaseDocumentContent;
  readonly sheet: PurchaseTaxSheet;
  readonly seller: Person;
  readonly seen: boolean;
  readonly buyer: { readonly taxNumber: string | null; readonly address: string | null };
};

/** The sheet's words in the reader's language, or in the first that it has. */
export const wordsOf = (words: WordsByLanguage, say: Say): string =>
  words[say.language] ?? words.es ?? Object.values(words)[0] ?? "";

const line = (
  name: string,
  figure: string,
  rank: PaperLine["rank"] = "line",
  reasons: readonly string[] = [],
): PaperLine => ({ name, figure, rank, reasons });

/** Composes the paper. */
export function purchaseDocumentPaper(held: Held, say: Say): PaperDocument {
  const { content, sheet } = held;
  const money = (grains: string): string =>
    say("value.money-code", { value: exactOf(grains, content.grain.line), currency: content.currency });
  const kind = wordsOf(sheet.document.name, say);
  return {
    language: say.language,
    issued: content.days.issued,
    title: `${kind} ${content.number} · ${content.buyer.name}`,
    organisation: content.buyer.name,
    kind,
    number: content.number,
    about: aboutOf(held, say),
    answer: {
      sentence: say("purchase.payable"),
      amount: money(content.totals.payable),
      when: say("purchase.paid-with", { statements: content.statements.map((one) => one.number).join(", ") }),
    },
    sections: [
      { heading: say("purchase.seller"), lines: [], words: sellerWords(held, say) },
      goodsSection(content, money, say),
      taxesSection(held, money, say),
      receiptsSection(content, money, say),
    ],
    choices: [],
    hands: [say("purchase.sign-seller"), say("purchase.sign-buyer")],
    foot: footOf(held, say),
  };
}

function aboutOf({ content, buyer }: Held, say: Say): readonly string[] {
  const { series, days } = content;
  return [
    ...(buyer.taxNumber === null ? [] : [say("purchase.tax-number", { number: buyer.taxNumber })]),
    ...(buyer.address === null ? [] : [buyer.address]),
    say("purchase.issued-on", { day: days.issued }),
    say("purchase.period", { from: days.first, until: days.last }),
    ...(series.authorisation === null ? [] : [say("purchase.authorisation", { text: series.authorisation })]),
    ...(series.until === null ? [] : [say("purchase.series-until", { day: series.until })]),
  ];
}

/** Who sells. What may not be seen here is said to stand on the document, and left out. */
function sellerWords({ content, seller, seen }: Held, say: Say): readonly string[] {
  const { memberNumber, isMember, organisationName } = content.seller;
  const value = (kept: string | null, shown: string | null, key: string): readonly string[] => {
    if (kept === null) return [];
    return [say(key, { value: shown ?? say(seen ? "purchase.erased" : "purchase.not-shown") })];
  };
  return [
    organisationName ?? seller.name ?? say("purchase.erased"),
    ...value(content.seller.taxNumber, seller.taxNumber, "purchase.seller-tax-number"),
    ...value(content.seller.identity, seller.identity, "purchase.seller-identity"),
    ...value(content.seller.address, seller.address, "purchase.seller-address"),
    isMember
      ? say("purchase.is-member", { number: memberNumber ?? "", known: memberNumber === null ? "" : "number" })
      : say("purchase.is-no-member"),
  ];
}

function goodsSection(content: PurchaseDocumentContent, money: (grains: string) => string, say: Say): PaperSection {
  const { currency, totals } = content;
  return {
    heading: say("purchase.goods"),
    lines: [
      ...content.lines.map((one) =>
        line(productName(one.product, say), money(one.amount), "line", [
          say("purchase.line", { kilos: kilogramsOf(one.grams), price: one.price, currency }),
        ]),
      ),
      ...(content.rounding === "0" ? [] : [line(say("purchase.rounding"), money(content.rounding))]),
      ...(content.other === "0" ? [] : [line(say("purchase.other"), money(content.other))]),
      line(say("purchase.value"), money(totals.value), "subtotal"),
    ],
    words: [],
  };
}

function taxesSection({ content, sheet }: Held, money: (grains: string) => string, say: Say): PaperSection {
  const { totals } = content;
  const nameOf = (code: string) => {
    const tax = sheet.taxes.find((one) => one.code === code);
    return tax === undefined ? code : wordsOf(tax.name, say);
  };
  const taxes = content.taxes.map((one) =>
    line(
      say(`purchase.effect.${one.effect}`, { tax: nameOf(one.code) }),
      one.effect === "withheld" ? money(`-${one.amount}`.replace("-0", "0")) : money(one.amount),
      "line",
      taxReasons(one, money, say),
    ),
  );
  return {
    heading: say("purchase.taxes"),
    lines: [
      ...taxes,
      ...(totals.added === "0" ? [] : [line(say("purchase.total"), money(totals.total), "subtotal")]),
      line(say("purchase.payable"), money(totals.payable), "total"),
    ],
    words: content.taxes.length === 0 ? [say("purchase.no-taxes")] : [],
  };
}

type Tax = PurchaseDocumentContent["taxes"][number];

/** What a tax was computed from, in words: suspended by what, or which bands of which base; and what had been withheld before. */
export function taxReasons(tax: Tax, money: (grains: string) => string, say: Say): readonly string[] {
  const { period } = tax;
  if (period.how === "suspended") return [say("purchase.suspended", { source: period.source })];
  const below = period.bands.flatMap(({ upTo, rate }) =>
    upTo === undefined ? [] : [say("purchase.band", { rate, upTo })],
  );
  const last = period.bands.at(-1)?.rate ?? "0";
  const rates =
    below.length === 0
      ? say("purchase.rate", { rate: last })
      : `${below.join(", ")}, ${say("purchase.band-above", { rate: last })}`;
  return [
    say(`purchase.reason.${period.how}`, { rates, base: money(tax.base), before: money(tax.before) }),
    ...(period.minimum === undefined ? [] : [say("purchase.minimum", { amount: period.minimum })]),
    ...(tax.byStatements === "0" ? [] : [say("purchase.by-statements", { amount: money(tax.byStatements) })]),
    ...(tax.difference === "0" ? [] : [say("purchase.difference", { amount: money(tax.difference) })]),
  ];
}

function receiptsSection(content: PurchaseDocumentContent, money: (grains: string) => string, say: Say): PaperSection {
  const numbers = new Map(content.statements.map((one) => [one.id, one.number]));
  return {
    heading: say("purchase.receipts"),
    lines: content.receipts.map((one) =>
      line(
        say("purchase.receipt", { receipt: one.receipt, day: one.day, known: one.receipt === "" ? "" : "number" }),
        money(one.value),
        "line",
        [
          say("purchase.receipt-of", {
            kilos: kilogramsOf(one.grams),
            product: productName(one.product, say),
            statement: numbers.get(one.statement) ?? "",
          }),
        ],
      ),
    ),
    words: content.receipts.length === 0 ? [say("purchase.no-receipts")] : [],
  };
}

function footOf({ content, sheet }: Held, say: Say): readonly string[] {
  const checked = sheet.checkedBy === undefined ? "purchase.not-checked" : "purchase.checked";
  return [
    say("purchase.made-by", { sheet: content.sheet.code, version: `${content.sheet.version}` }),
    say(checked, { by: sheet.checkedBy ?? "" }),
    say("purchase.not-sent"),
  ];
}
