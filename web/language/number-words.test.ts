import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedText } from "../../kernel/exact/index.ts";
import { readCatalogues } from "./catalogues.ts";
import { kilogramsInWords, numberInWords, wordsOneByOne } from "./number-words.ts";
import { type Say, speaker } from "./say.ts";

const catalogues = readCatalogues();
const speaks = (language: string, country: string): Say =>
  speaker(catalogues, { language, country, currency: "COP", currencyPlaces: 0 });
const spanish = speaks("es", "CO");
const mexican = speaks("es", "MX");
const english = speaks("en", "CO");
const portuguese = speaks("pt", "BR");

describe("a weight said aloud [field.number-words]", () => {
  it.each([
    ["179.9", "ciento setenta y nueve coma nueve kilos"],
    ["407.6", "cuatrocientos siete coma seis kilos"],
    ["404.82", "cuatrocientos cuatro coma ochenta y dos kilos"],
    ["0.05", "cero coma cero cinco kilos"],
    ["1", "un kilo"],
    ["21", "veintiún kilos"],
    ["31", "treinta y un kilos"],
    ["1.5", "uno coma cinco kilos"],
    ["100", "cien kilos"],
    ["101", "ciento un kilos"],
    ["1000", "mil kilos"],
    ["21100", "veintiún mil cien kilos"],
    ["99999.99", "noventa y nueve mil novecientos noventa y nueve coma noventa y nueve kilos"],
  ])("in Spanish %s kg are %s", (exact, words) => expect(kilogramsInWords(exact, spanish)).toBe(words));

  it("where the book's country writes a point, a point is said", () =>
    expect(kilogramsInWords("61.5", mexican)).toBe("sesenta y uno punto cinco kilos"));

  it.each([
    ["179.9", "one hundred and seventy-nine point nine kilos"],
    ["404.82", "four hundred and four point eight two kilos"],
    ["1200", "one thousand two hundred kilos"],
    ["2005", "two thousand and five kilos"],
    ["1", "one kilo"],
  ])("in English %s kg are %s", (exact, words) => expect(kilogramsInWords(exact, english)).toBe(words));

  it.each([
    ["179.9", "cento e setenta e nove vírgula nove quilos"],
    ["404.82", "quatrocentos e quatro vírgula oitenta e dois quilos"],
    ["1200", "mil e duzentos quilos"],
    ["2234", "dois mil duzentos e trinta e quatro quilos"],
    ["1001", "mil e um quilos"],
  ])("in Portuguese %s kg are %s", (exact, words) => expect(kilogramsInWords(exact, portuguese)).toBe(words));

  it("has no words for what no scale shows", () => {
    for (const exact of ["-1", "1.125", "1000000", "12,6", ""]) expect(numberInWords(exact, spanish)).toBeNull();
  });

  it("comes apart into words that can each be recorded", () =>
    expect(wordsOneByOne(kilogramsInWords("31.5", english) ?? "")).toEqual([
      "thirty",
      "one",
      "point",
      "five",
      "kilos",
    ]));
});

/** Reads the words of a whole number below a million, by adding up what each word is worth: written apart from the speller. */
function wholeOf(words: readonly string[], worth: ReadonlyMap<string, number>, thousand: string): number {
  let total = 0;
  let group = 0;
  for (const word of words) {
    if (word === "y" || word === "e" || word === "and") continue;
    if (word === thousand) {
      total += (group === 0 ? 1 : group) * 1000;
      group = 0;
    } else if (word === "hundred") group *= 100;
    else {
      const value = worth.get(word);
      if (value === undefined) throw new Error(`no such word: ${word}`);
      group += value;
    }
  }
  return total + group;
}

/** The hundredths that a sentence of kilograms says. */
function hundredthsOf(sentence: string, say: Say): number {
  const thousand = say.language === "en" ? "thousand" : "mil";
  const worth = new Map<string, number>();
  for (const n of [...Array(30).keys(), 30, 40, 50, 60, 70, 80, 90, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((h) => h * 100)])
    if (!/[\s-]/.test(say(`numbers.${n}`))) worth.set(say(`numbers.${n}`), n);
  worth.set(say("numbers.1-before-noun"), 1);
  if (say.language === "es") worth.set("veintiún", 21);
  worth.set(say("numbers.100-alone"), 100);
  const words = wordsOneByOne(sentence).slice(0, -1);
  const mark = words.findIndex((word) => ["coma", "punto", "comma", "point", "vírgula", "ponto"].includes(word));
  const whole = wholeOf(mark < 0 ? words : words.slice(0, mark), worth, thousand);
  if (mark < 0) return whole * 100;
  const decimals = words.slice(mark + 1);
  const isDigits = decimals[0] === say("numbers.0") || (say.language === "en" && decimals.length === 2);
  const digits = isDigits ? decimals.map((word) => worth.get(word)).join("") : `${wholeOf(decimals, worth, thousand)}`;
  return whole * 100 + Number(digits.padEnd(2, "0"));
}

describe("whatever is weighed", () => {
  it.each([
    ["es", spanish],
    ["es", mexican],
    ["en", english],
    ["pt", portuguese],
  ] as const)("the words (%s) give the number back", (_, say) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_900 }), (hundredths) => {
        const words = kilogramsInWords(fixedText(BigInt(hundredths), 2), say) ?? "";
        expect(hundredthsOf(words, say)).toBe(hundredths);
      }),
      { numRuns: 3_000 },
    );
  });
});
