/**
 * A purchase document as neutral XML, for whoever transmits it to an authority: every value under a plain English name, amounts as
 * decimals of the currency, weights in kilograms. It is no country's format and is sent nowhere by itself.
 */
import { decimalText, exactly, multiply, ratio } from "../../kernel/exact/index.ts";
import type { PurchaseDocumentContent } from "../../rooms/purchases/content.ts";
import type { PurchaseTaxSheet } from "../../rooms/purchases/rules/sheet.ts";

/** The values of seller and buyer that stand beside what the document keeps; null where they are not kept or not to be seen. */
export type XmlParties = Readonly<
  Record<
    "sellerName" | "sellerIdentity" | "sellerTaxNumber" | "sellerAddress" | "buyerTaxNumber" | "buyerAddress",
    string | null
  >
>;

type Node = readonly [name: string, of: string | null | readonly Node[], attributes?: Readonly<Record<string, string>>];

// Signs that XML 1.0 cannot hold, escaped or not, are left out.
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string): string =>
  text
    .replace(unwritable, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

function written([name, of, attributes = {}]: Node, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join("")}`;
  if (of === null) return "";
  if (typeof of === "string") return `${open}>${escaped(of)}</${name}>\n`;
  return `${open}>\n${of.map((one) => written(one, `${indent} `)).join("")}${indent}</${name}>\n`;
}

/** The document. What is not known has no element. */
export function purchaseDocumentXml(
  content: PurchaseDocumentContent,
  sheet: PurchaseTaxSheet,
  parties: XmlParties,
  voided: { readonly on: string; readonly number: string | null; readonly reason: string } | null,
): string {
  const money = (grains: string): string => decimalText(multiply(ratio(BigInt(grains)), exactly(content.grain.line)));
  const kilograms = (grams: string): string => decimalText(ratio(BigInt(grams), 1000n));
  const { days, seller, buyer, series, totals } = content;
  const root: Node = [
    "purchaseDocument",
    [
      ["id", content.document],
      ["number", content.number],
      ["kind", content.sheet.code, { official: sheet.document.official ?? "", country: sheet.country }],
      ["rules", content.sheet.id, { version: `${content.sheet.version}` }],
      ["issued", days.issued],
      ["firstDay", days.first],
      ["lastDay", days.last],
      ["currency", content.currency],
      [
        "series",
        [
          ["authorisation", series.authorisation],
          ["validUntil", series.until],
        ],
      ],
      [
        "buyer",
        [
          ["name", buyer.name],
          ["taxNumber", parties.buyerTaxNumber],
          ["address", parties.buyerAddress],
        ],
      ],
      [
        "seller",
        [
          ["name", seller.organisationName ?? parties.sellerName],
          ["identityNumber", parties.sellerIdentity],
          ["taxNumber", parties.sellerTaxNumber],
          ["address", parties.sellerAddress],
          ["member", `${seller.isMember}`, { number: seller.memberNumber ?? "" }],
        ],
      ],
      [
        "lines",
        [
          ...content.lines.map(
            (one): Node => [
              "line",
              [
                ["product", one.product],
                ["quantity", kilograms(one.grams), { unit: "kg" }],
                ["unitPrice", one.price, { exact: one.average }],
                ["amount", money(one.amount)],
              ],
            ],
          ),
          ["roundingAmount", money(content.rounding)],
          ["otherAmount", money(content.other)],
        ],
      ],
      [
        "taxes",
        content.taxes.map(
          (one): Node => [
            "tax",
            [
              ["base", money(one.base)],
              ["baseOfYearBefore", money(one.before)],
              ...(one.period.how === "suspended"
                ? [["suspended", one.period.source] as Node]
                : one.period.bands.map(
                    (band): Node => ["rate", band.rate, { unit: "percent", upTo: band.upTo ?? "" }],
                  )),
              ["amount", money(one.amount)],
              ["withheldByStatements", money(one.byStatements)],
              ["account", one.account],
            ],
            { code: one.code, effect: one.effect },
          ],
        ),
      ],
      [
        "totals",
        [
          ["value", money(totals.value)],
          ["included", money(totals.included)],
          ["added", money(totals.added)],
          ["total", money(totals.total)],
          ["withheld", money(totals.withheld)],
          ["payable", money(totals.payable)],
          ["kilograms", kilograms(totals.grams)],
        ],
      ],
      [
        "receipts",
        content.receipts.map(
          (one): Node => [
            "receipt",
            [
              ["day", one.day],
              ["product", one.product],
              ["kilograms", kilograms(one.grams)],
              ["value", money(one.value)],
            ],
            { number: one.receipt, statement: one.statement },
          ],
        ),
      ],
      [
        "statements",
        content.statements.map(
          (one): Node => [
            "statement",
            [
              ["value", money(one.value)],
              ["withheldHere", money(one.collected)],
            ],
            { id: one.id, number: one.number },
          ],
        ),
      ],
      voided === null
        ? (["annulled", null] as Node)
        : (["annulled", voided.reason, { on: voided.on, number: voided.number ?? "" }] as Node),
    ],
    { form: content.form },
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`;
}
