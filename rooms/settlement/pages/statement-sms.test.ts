import fc from "fast-check";
import { expect, it } from "vitest";
import { isOneMessage } from "../../../channels/sms/gsm7.ts";
import { readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { statementSms } from "./statement-sms.ts";
import { coffee, snowPea } from "./statements.fixture.ts";

const catalogues = readCatalogues();
const inLanguage = (language: string, country = "CO", currency = "COP", currencyPlaces = 0) =>
  speaker(catalogues, { language, country, currency, currencyPlaces });

it("member 0131's statement, as a telephone shows it [settlement.sms]", () => {
  expect(statementSms(coffee.content, inLanguage("es"))).toBe(
    "Cooperativa Tres Quebradas: liquidacion L-2026-003182. Vale 6.494.786 COP, descuentos 3.554.000. Le queda: 2.940.800 COP, se paga el 18 sep 2026.",
  );
});

it("is one message in every language, however long the organisation's name; no figure is cut", () => {
  const longest = "Asociación de Productores Agropecuarios y Mujeres Rurales de las Cuencas Altas del Río Grande";
  for (const { content, country, currency, places } of [
    { content: coffee.content, country: "CO", currency: "COP", places: 0 },
    { content: snowPea.content, country: "GT", currency: "GTQ", places: 2 },
  ])
    for (const language of ["es", "en", "pt"])
      for (const organisation of [content.organisation, longest, "Ñ"]) {
        const text = statementSms({ ...content, organisation }, inLanguage(language, country, currency, places));
        expect(isOneMessage(text), text).toBe(true);
        expect(text).toContain(content.number);
        expect(text).toMatch(/2[.,]940[.,]800|1,?880\.94/);
      }
});

const amount = fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map(String);
const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.constantFrom("A", "\n", "…".repeat(90), "𝔸".repeat(50)),
);

it("whatever the name, the sums and the corrections: one message, of its alphabet, with whole figures [sms.edges]", () => {
  fc.assert(
    fc.property(
      fc.record({
        organisation: name,
        value: amount,
        net: amount,
        paid: amount,
        day: fc.constantFrom(null, "2026-09-18"),
      }),
      fc.constantFrom("none", "more", "less"),
      amount,
      fc.constantFrom("es", "en", "pt"),
      ({ organisation, value, net, paid, day }, corrected, sum, language) => {
        const advance = "01994f6e-0000-7000-8000-0000000a0100";
        const less = corrected === "less";
        const corrections = {
          ...{ deducted: "0", of: [], repaid: [], value: "0", paid: less ? "0" : sum },
          net: less ? `-${sum}` : sum,
          owed: less ? { agreement: advance, amount: sum } : null,
        };
        const content = {
          ...coffee.content,
          ...(corrected === "none" ? {} : { corrections }),
          after: { ...coffee.content.after, advances: [{ id: advance, owed: sum }] },
          subtotals: { ...coffee.content.subtotals, value, net },
          payment: { ...coffee.content.payment, paid, day },
          organisation,
        };
        const say = inLanguage(language);
        const text = statementSms(content, say);
        expect(isOneMessage(text), `${text.length} ${text}`).toBe(true);
        expect(text).toContain(content.number);
        const figure = (exact: string): string => say("value.figure", { value: exact });
        expect(text).toContain(figure(paid));
        if (corrected === "none") expect(text).toContain(figure(value));
        if (less && sum !== "0") expect(text).toContain(`-${figure(sum)}`);
      },
    ),
    { numRuns: 400 },
  );
});
