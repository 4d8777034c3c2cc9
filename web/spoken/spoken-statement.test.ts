/** A statement to be heard: what it says in three languages, and that every word of it has a recording. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spokenFile } from "../../channels/voice/spoken.ts";
import { phrasesToRecord } from "../../house/voices/statement-phrases.ts";
import { chart } from "../../kernel/ledger/chart.ts";
import { readCatalogues } from "../language/catalogues.ts";
import { moneyInWords } from "../language/money-words.ts";
import { type Say, speaker } from "../language/say.ts";
import { statementVoice } from "./voices.ts";

const catalogues = readCatalogues();
const speaks = (language: string, country = "CO"): Say =>
  speaker(catalogues, { language, country, currency: country === "CO" ? "COP" : "BRL", currencyPlaces: 0 });
const languages = ["es", "en", "pt"] as const;

describe("sums of money in words [spoken.money]", () => {
  it.each([
    ["es", "2940800", "COP", "dos millones novecientos cuarenta mil ochocientos pesos"],
    ["es", "1000000", "COP", "un millón de pesos"],
    ["es", "21000001", "COP", "veintiún millones un pesos"],
    ["es", "1110.50", "PEN", "mil ciento diez soles con cincuenta céntimos"],
    ["es", "-14", "COP", "menos catorce pesos"],
    ["en", "2000005", "PEN", "two million and five soles"],
    ["pt", "2500000", "COP", "dois milhões e quinhentos mil pesos"],
    ["pt", "1110.01", "BRL", "mil cento e dez reais e um centavo"],
  ])("%s: %s %s", (language, exact, currency, words) =>
    expect(moneyInWords(exact, currency, speaks(language))).toBe(words),
  );

  it("has no words for what is finer than cents, or beyond a million millions", () => {
    for (const exact of ["0.001", "1000000000000", "1,5", ""])
      expect(moneyInWords(exact, "COP", speaks("es"))).toBeNull();
  });

  it.each(languages)("every sum of money can be heard in %s, whole or with cents", (language) => {
    const voice = statementVoice(language);
    expect(voice).not.toBeNull();
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 999_999_999_999n }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom("COP", "PEN", "BRL", "GTQ", "USD"),
        (whole, cents, currency) => {
          const said = moneyInWords(`${whole}.${`${cents}`.padStart(2, "0")}`, currency, speaks(language, "PE")) ?? "";
          const spoken = voice === null ? null : spokenFile([said], voice, "");
          expect([said, spoken?.lacks]).toEqual([said, []]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the recordings that come with Ayni [spoken.recorded]", () => {
  it.each(languages)("have every phrase of a statement in %s", (language) => {
    const voice = statementVoice(language);
    const lacking = phrasesToRecord(language).filter((one) => voice?.clips.has(one) !== true);
    expect(lacking).toEqual([]);
  });

  it.each(languages)("say in %s where each deduction goes that a plan may have", (language) => {
    const say = speaks(language);
    const spoken = Object.keys(chart).filter((account) => say.has(`spoken.to.${account}`));
    expect(spoken.length).toBeGreaterThan(10);
  });

  it("a language without recordings has no voice", () => expect(statementVoice("qu")).toBeNull());
});
