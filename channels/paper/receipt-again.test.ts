import { afterEach, describe, expect, it, vi } from "vitest";
import { QUIET_ZONE } from "../../kernel/cose/square.ts";
import { receiptDocument } from "../../rooms/acopio/pages/receipt-document.ts";
import { contentOf } from "../../rooms/acopio/rules/testing/receipts.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { speaker } from "../../web/language/say.ts";
import { escposOf } from "../escpos/escpos.ts";
import type { PaperDocument } from "./document.ts";
import { pdfOf } from "./pdf.ts";
import { type SlipRow, slipRows } from "./slip.ts";
import { moduleDots, squareMillimetres } from "./square-size.ts";

afterEach(() => vi.useRealTimers());

const content = contentOf({
  weighings: [{ container: "sack", count: 7, gross: "412500", tare: "4900" }],
  ...{ bags: 7, gross: "412500", tare: "4900", net: "407600" },
  shown: { agreed: "agreed", currency: "COP", value: "6494786", net: "2940786", cash: "2940800", who: "0131" },
});
/** A telephone's key and seal, of any bytes: nobody judges them here. */
const seal = { publicKey: new Uint8Array(32).fill(7), signature: new Uint8Array(64).fill(9), host: "t3q.example" };

const paper = (sealed = true): PaperDocument => {
  const say = speaker(readCatalogues(), { language: "es", country: "CO", currency: "COP", currencyPlaces: 0 });
  return receiptDocument(content, { name: "Rosa", memberNumber: "0131", erasedOn: null }, say, sealed ? seal : null);
};

describe("a receipt printed again", () => {
  it("a year later is the same file to the byte, on every paper, and bears the same code [receipt.again]", async () => {
    const made = async () => ({
      square: paper().square,
      thermal: [58, 80].map((roll) => Buffer.from(escposOf(paper(), roll as 58 | 80)).toString("base64")),
      files: await Promise.all(
        (["58", "80", "a4", "letter"] as const).map(async (size) => (await pdfOf(paper(), size)).toString("base64")),
      ),
    });
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(new Date("2026-09-16T12:42:00Z"));
    const first = await made();
    vi.setSystemTime(new Date("2027-10-02T03:04:05Z"));
    expect(await made()).toEqual(first);
    expect(first.square?.text).toMatch(/^HTTPS:\/\/T3Q\.EXAMPLE\/R#\d{300,}$/);
    expect(first.square?.short).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("names the number that was printed, also when the register has another one today [receipt.again]", () => {
    const say = speaker(readCatalogues(), { language: "es", country: "CO", currency: "COP", currencyPlaces: 0 });
    const now = receiptDocument(content, { name: "Rosa", memberNumber: "0977", erasedOn: null }, say, seal);
    expect(now).toEqual(paper());
    expect(now.about.join()).toContain("0131");
  });

  it("without a seal bears no square and says so, once [receipt.no-code]", () => {
    expect(paper(false).square).toBeNull();
    const said = slipRows(paper(false), []).filter((row) => "text" in row && row.text.includes("no lleva código"));
    expect(said).toHaveLength(1);
    expect(slipRows(paper(), []).some((row) => "text" in row && row.text.includes("no lleva código"))).toBe(false);
  });
});

it("the square has one size: 5 dots a module wherever it fits, whole dots where it does not", () => {
  expect(moduleDots(61, 384)).toBe(5);
  expect(moduleDots(61, 576)).toBe(5);
  expect(squareMillimetres(61, 48)).toBe(((61 + 2 * QUIET_ZONE) * 5) / 8);
  expect(squareMillimetres(61, 178)).toBe(squareMillimetres(61, 48));
  expect(moduleDots(97, 384)).toBe(3);
});

it("the rows of a slip keep the agreed order: whose, number, kilos, money, by hand, square, code, what else there is to know", () => {
  const rows = slipRows(paper(), ["Original"]);
  const place = (found: (row: SlipRow) => boolean): number => rows.findIndex(found);
  const says = (text: string) =>
    place((row) => ("text" in row && row.text.includes(text)) || ("left" in row && row.left === text));
  const order = [
    ...[
      says("Tres Quebradas"),
      says("QD2A-004417"),
      says("Original"),
      says("Neto"),
      says("Valor"),
      says("En efectivo"),
    ],
    ...[says("( ) Conforme"), place((row) => row.is === "hand"), place((row) => row.is === "square")],
    ...[says(paper().square?.short ?? "?"), says("t3q.example/R"), says("se borra con el sol")],
  ];
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(order).not.toContain(-1);
});
