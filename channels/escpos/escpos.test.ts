import { execFileSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { keyId, toBeSigned } from "../../kernel/cose/index.ts";
import { receiptDocument } from "../../rooms/acopio/pages/receipt-document.ts";
import { receiptPayload } from "../../rooms/acopio/rules/receipt-code.ts";
import { contentOf } from "../../rooms/acopio/rules/testing/receipts.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { speaker } from "../../web/language/say.ts";
import type { PaperDocument } from "../paper/document.ts";
import { paired, wrapped } from "./columns.ts";
import { dotsOf, escposOf } from "./escpos.ts";
import { bytesOf, printable, textOf } from "./letters.ts";
import { type OnPaper, printed } from "./testing/reading.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-escpos-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const catalogues = readCatalogues();
const content = contentOf({
  ...{ number: "T3Q-2-004417", place: "Punto 2, Quebrada Dos", season: "2026-2" },
  ...{ bags: 7, gross: "412500", tare: "4900", net: "407600" },
  weighings: [{ container: "sack", count: 7, gross: "412500", tare: "4900" }],
  measurements: [{ measure: "moisture", value: "12.6", unit: "percent", method: null, instrument: null }],
  shown: {
    ...{ agreed: "agreed", currency: "COP", paid_g: "404820", unitPrice: "16043.64", value: "6494786" },
    ...{ net: "2940786", cash: "2940800", who: "0131" },
    deductions: [
      { code: "solidarity", amount: "32474" },
      { code: "advance", amount: "1500000" },
    ],
  },
});

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const rawKey = Uint8Array.from(Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url"));
const signature = Uint8Array.from(sign(null, toBeSigned(keyId(rawKey), receiptPayload(content)), privateKey));

const paperIn = (language: string, sealed = true): PaperDocument => {
  const say = speaker(catalogues, { language, country: "CO", currency: "COP", currencyPlaces: 0 });
  const seal = sealed ? { publicKey: rawKey, signature, host: "t3q.example" } : null;
  return receiptDocument(content, { name: "Rosa Muñoz", memberNumber: "0131", erasedOn: null }, say, seal);
};
const linesOf = (paper: readonly OnPaper[]): readonly string[] =>
  paper.flatMap((one) => ("line" in one ? [one.line] : []));

/** What zbarimg reads off the dots, as they would lie on the paper. */
function readOff(paper: readonly OnPaper[], name: string): string {
  const [picture] = paper.flatMap((one) => ("picture" in one ? [one.picture] : []));
  if (picture === undefined) throw new Error("no picture on the paper");
  const path = join(folder, `${name}.pbm`);
  writeFileSync(path, Buffer.concat([Buffer.from(`P4\n${picture.width} ${picture.height}\n`), picture.bytes]));
  return execFileSync("zbarimg", ["--raw", "-q", "--nodbus", path], { encoding: "utf8" }).trim();
}

describe.each([58, 80] as const)("a receipt on a roll of %s mm", (roll) => {
  const columns = dotsOf[roll] / 12;

  it.each(["es", "pt", "en"])(
    "in %s: zbarimg reads off its dots what the square holds, and no line is too wide [paper.escpos]",
    (language) => {
      const paper = paperIn(language);
      const { paper: out, cut, page } = printed(escposOf(paper, roll));
      expect([cut, page]).toEqual([true, 2]);
      expect(readOff(out, `${language}-${roll}`)).toBe(paper.square?.text);
      for (const one of out)
        if ("line" in one) expect(one.line.length * ((one.size >> 4) + 1)).toBeLessThanOrEqual(columns);
    },
  );

  it("says the figures whole, with Spanish letters, the number and the cash twice as large [paper.escpos]", () => {
    const { paper: out } = printed(escposOf(paperIn("es"), roll, ["Original"]));
    const lines = linesOf(out);
    const line = (begins: string): string => lines.find((one) => one.startsWith(begins)) ?? "";
    expect(line("Neto")).toMatch(/^Neto +407,6 kg$/);
    expect(line("Tara")).toMatch(/^Tara +-4,9 kg$/);
    expect(line("7 x saco")).toMatch(/412,5 kg$/);
    expect(lines.join("\n")).toContain("Rosa Muñoz");
    expect(lines.join(" ")).toContain("miércoles");
    expect(lines).toContain("Original");
    const large = out.flatMap((one) => ("line" in one && one.size === 0x11 ? [one.line.trim()] : []));
    expect(large).toEqual(["T3Q-2-004417", "2.940.800 COP", paperIn("es").square?.short]);
    expect(lines.filter((one) => one.includes("?"))).toEqual([]);
  });

  it("is the same to the byte whenever it is printed; a copy differs in its mark alone [paper.escpos]", () => {
    const first = escposOf(paperIn("es"), roll, ["Original"]);
    expect(Buffer.from(escposOf(paperIn("es"), roll, ["Original"])).equals(Buffer.from(first))).toBe(true);
    const copy = linesOf(printed(escposOf(paperIn("es"), roll, ["Copia"])).paper);
    expect(copy).toEqual(linesOf(printed(first).paper).map((line) => (line === "Original" ? "Copia" : line)));
  });

  it("without a seal says that it bears no code [receipt.no-code]", () => {
    const { paper: out } = printed(escposOf(paperIn("es", false), roll));
    expect(out.some((one) => "picture" in one)).toBe(false);
    expect(linesOf(out).join(" ").replace(/\s+/g, " ")).toContain(
      "Este papel no lleva código: ningún aparato lo firmó.",
    );
  });
});

describe("letters of a thermal printer", () => {
  it.each([
    ["Añada: ¿1.234,50 kg? ¡Sí!", "Añada: ¿1.234,50 kg? ¡Sí!"],
    ["maçã, pão, avó, você, lã, São João", "maçã, pão, avó, você, lã, São João"],
    ["2 × 3 − 1 → “x” …", '2 x 3 - 1 -> "x" ...'],
    ["Ñañez\u00a0\u2013 ẽ ĩ ŷ", "Ñañez - e i y"],
    ["20 €", "20 EUR"],
    ["日", "?"],
    ["n\u0303", "ñ"],
  ])("%s is printed as %s [paper.escpos]", (text, expected) => {
    expect(printable(text)).toBe(expected);
    expect(textOf(bytesOf(printable(text)))).toBe(expected);
  });

  it("every letter that our Spanish, Portuguese and English papers use has its place on the page", () => {
    const used = ["es", "pt", "en"].flatMap((language) =>
      [...(catalogues.get(language) ?? [])]
        .filter(([key]) => /^(receipt|statement|balance|deduction)\./.test(key))
        .map(([, text]) => text),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(printable(used.join(" "))).not.toBe("");
    for (const text of used) expect(printable(text).split("?").length).toBe(text.split("?").length);
  });
});

describe("columns", () => {
  it("lose no word and no figure, and are never too wide", () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,40}$/), { minLength: 1, maxLength: 8 }),
        fc.stringMatching(/^[0-9.,]{1,20}$/),
        fc.constantFrom(16, 32, 48),
        (words, figure, columns) => {
          const lines = paired(words.join(" "), figure, columns);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
          expect(lines.join("").replaceAll(" ", "")).toBe(`${words.join("")}${figure}`);
          expect(wrapped(words.join(" "), columns).join("").replaceAll(" ", "")).toBe(words.join(""));
        },
      ),
    ));
});
