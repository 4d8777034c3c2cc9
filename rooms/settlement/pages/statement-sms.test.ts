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
