import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { idOf } from "../../rooms/book/testing.ts";
import type { PurchaseDocumentContent } from "../../rooms/purchases/content.ts";
import { peru } from "../../rooms/purchases/rules/templates/peru.ts";
import { documentOf, manySellers, paperIn, sellerOf } from "../../rooms/purchases/testing.ts";
import { told } from "../../rooms/settlement/testing.ts";
import { purchaseDocumentXml } from "./xml.ts";

test("every value of a document under plain names, well formed whatever people are called [purchase.xml]", () => {
  const book = manySellers(1, "9");
  told(book, "purchase-document.issue", documentOf("one", sellerOf(0).agent, "first"));
  const content = paperIn(book).content as unknown as PurchaseDocumentContent;
  const parties = {
    ...{ sellerName: 'Ana "la <Ñusta>" & hijos\u0007', sellerIdentity: "10000000", sellerTaxNumber: null },
    ...{ sellerAddress: null, buyerTaxNumber: "20123456789", buyerAddress: null },
  };
  const xml = purchaseDocumentXml(content, peru, parties, { on: "2026-11-16", number: null, reason: "se repite" });
  const read = spawnSync("xmllint", ["--noout", "-"], { input: xml, encoding: "utf8" });
  expect(read.status, read.stderr).toBe(0);
  expect(xml).toContain("<name>Ana &quot;la &lt;Ñusta&gt;&quot; &amp; hijos</name>");
  expect(xml).toContain('<quantity unit="kg">1000</quantity>');
  expect(xml).toContain('<unitPrice exact="14.6">14.6</unitPrice>');
  expect(xml).toContain('<rate unit="percent" upTo="">1.5</rate>');
  expect(xml).toMatch(/<value>14600<\/value>[\s\S]*<withheld>219<\/withheld>\s*<payable>14381<\/payable>/);
  expect(xml).toContain('<annulled on="2026-11-16" number="">se repite</annulled>');
  expect(xml).toContain(idOf("one"));
});
