import { describe, expect, it } from "vitest";
import { readCatalogues } from "./catalogues.ts";
import { alignment, written } from "./notation.ts";
import { type Say, speaker } from "./say.ts";

const catalogues = readCatalogues();
const colombia = { country: "CO", currency: "COP", currencyPlaces: 0 };
const peru = { country: "PE", currency: "PEN", currencyPlaces: 2 };
const brazil = { country: "BR", currency: "BRL", currencyPlaces: 2 };
const english = { ...colombia, language: "en" };
const say = (speaking: Parameters<typeof speaker>[1]): Say => speaker(catalogues, speaking);
const pesos = (value: string) => ({ value, currency: "COP" });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("letters and numbers, by country [languages.notation]", () => {
  const table = [
    ["es", colombia, "value.money", "2940800", "2.940.800 pesos"],
    ["es", peru, "value.money", "1110", "1,110.00 soles"],
    ["pt", brazil, "value.money", "1110.00", "1.110,00 reais"],
    ["en", colombia, "value.money", "2940800", "2,940,800 Colombian pesos"],
    ["es", colombia, "value.money-code", "2940800", "2.940.800 COP"],
    ["es", peru, "value.money-code", "1110.00", "1,110.00 PEN"],
    ["pt", brazil, "value.money-code", "1110.00", "1.110,00 BRL"],
    ["en", colombia, "value.money-code", "2940800", "2,940,800 COP"],
    ["es", colombia, "value.kilograms", "412.5", "412,5 kg"],
    ["es", colombia, "value.kilograms", "404.82", "404,82 kg"],
    ["es", peru, "value.kilograms", "412.5", "412.5 kg"],
    ["pt", brazil, "value.kilograms", "412.5", "412,5 kg"],
    ["en", colombia, "value.kilograms", "412.5", "412.5 kg"],
    ["es", colombia, "value.percent", "12.6", "12,6 %"],
    ["es", peru, "value.percent", "12.6", "12.6 %"],
    ["pt", brazil, "value.percent", "12.6", "12,6%"],
    ["en", colombia, "value.percent", "12.6", "12.6%"],
    ["es", colombia, "value.price", "16040", "16.040,00 pesos por kg"],
    ["es", peru, "value.price", "14.6", "14.60 soles por kg"],
    ["pt", brazil, "value.price", "14.6", "14,60 reais por kg"],
    ["en", colombia, "value.price", "16040", "16,040.00 Colombian pesos per kg"],
    ["es", colombia, "value.day", "2026-09-16", "16 sep 2026"],
    ["pt", brazil, "value.day", "2026-09-16", "16 set 2026"],
    ["en", colombia, "value.day", "2026-09-16", "16 Sep 2026"],
    ["es", colombia, "value.day-long", "2026-09-16", "16 de septiembre de 2026"],
    ["es", colombia, "value.day-weekday", "2026-09-16", "miércoles 16 de septiembre de 2026"],
    ["en", colombia, "value.day-weekday", "2024-02-29", "Thursday 29 February 2024"],
    ["es", colombia, "value.day", "2026-09", "septiembre de 2026"],
  ] as const;
  for (const [language, book, key, exact, expected] of table)
    it(`${language}-${book.country}: ${exact} is ${expected}`, () => {
      expect(plain(say({ language, ...book })(key, { value: exact, currency: book.currency }))).toBe(expected);
    });

  it("keeps number and unit on one line with a non-breaking space", () => {
    expect(say({ language: "es", ...colombia })("value.kilograms", { value: "412.5" })).toBe("412,5\u00a0kg");
  });

  it("says 'one peso', 'two million de pesos', 'minus 48.578 pesos'", () => {
    const spanish = say({ language: "es", ...colombia });
    expect(plain(spanish("value.money", pesos("1")))).toBe("1 peso");
    expect(plain(spanish("value.money", pesos("2000000")))).toBe("2.000.000 de pesos");
    expect(plain(spanish("value.money", pesos("-48578")))).toBe("−48.578 pesos");
  });

  it("writes a number too long for floating point digit by digit", () => {
    expect(plain(say(english)("value.money", pesos("12345678901234567890")))).toBe(
      "12,345,678,901,234,567,890 Colombian pesos",
    );
  });
});

describe("figures", () => {
  const notation = { decimal: ",", group: "." };
  it("group from 1.000 on", () => {
    expect(["999", "1000", "16040.00", "-1500000"].map((one) => written(one, notation))).toEqual([
      "999",
      "1.000",
      "16.040,00",
      "−1.500.000",
    ]);
  });
  it("show a plus only where it is asked for, and never before zero", () => {
    expect([written("14", notation, "always"), written("0.00", notation, "always")]).toEqual(["+14", "0,00"]);
  });
  it("align at the decimal mark with blanks as wide as digits, never with invented zeros", () => {
    expect([alignment("412.5", 2), alignment("404.82", 2), alignment("407", 2)]).toEqual([
      "\u2007",
      "",
      "\u2008\u2007\u2007",
    ]);
  });
});

describe("a catalogue", () => {
  it("splits a sentence where the message marks it, and a figure into number and unit", () => {
    const marked = new Map([
      ["es", new Map([...(catalogues.get("es") ?? []), ["marked", "Recibe {#amount}{$value :money}{/amount}."]])],
    ]);
    const runs = speaker(marked, { language: "es", ...colombia }).runs("marked", { value: "2940800" });
    expect(runs).toEqual([
      { type: "text", value: "Recibe " },
      { type: "open", name: "amount" },
      {
        type: "figure",
        exact: "2940800",
        parts: [
          { type: "figure", value: "2.940.800" },
          { type: "gap", value: "\u00a0" },
          { type: "unit", value: "pesos" },
        ],
      },
      { type: "close", name: "amount" },
      { type: "text", value: "." },
    ]);
  });

  it("of a community's own language falls back to Spanish for what it has not said yet", () => {
    const own = new Map([...catalogues, ["qu", new Map([["value.day", "{$value :day} p'unchaw"]])]]);
    const quechua = speaker(own, { language: "qu", ...peru });
    expect(quechua("value.day", { value: "2026-09-16" })).toBe("16 sep 2026 p'unchaw");
    expect(plain(quechua("value.price", { value: "14.6" }))).toBe("14.60 soles por kg");
    expect(plain(quechua("value.money", { value: "1", currency: "COP" }))).toBe("1 peso colombiano");
  });

  it("with a missing message or value is a mistake that shows at once", () => {
    expect(() => say(english)("no.such.message")).toThrow("no such message");
    expect(() => say(english)("value.money")).toThrow();
  });
});
