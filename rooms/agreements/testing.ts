/** What was agreed, for tests of this and later rooms: parchment coffee of the 2026 main harvest, priced, graded and open. */
import { idOf, type TestBook } from "../book/testing.ts";
import { coffeeSpotDeductions, coffeeSpotPlan } from "./rules/worked-examples/coffee-spot.ts";

export const coffeePlan = { plan: idOf("price plan of parchment coffee"), body: coffeeSpotPlan };

const words = (es: string, en: string, pt: string) => ({ es, en, pt });

/** Moisture and the yield sample of dry parchment coffee. */
export const coffeeScheme = {
  scheme: idOf("grading scheme of parchment coffee"),
  body: {
    code: "cafe-pergamino",
    product: "coffee-parchment",
    measures: [
      {
        measure: "moisture",
        name: words("Humedad", "Moisture", "Umidade"),
        method: "capacitance-meter",
        unit: "percent",
        plausible: { from: "5", to: "55" },
      },
      {
        measure: "sample-grams",
        name: words("Muestra", "Sample", "Amostra"),
        method: "hulled sample",
        unit: "g",
        plausible: { from: "100", to: "1000" },
      },
      {
        measure: "sound-grams",
        name: words("Grano sano", "Sound beans", "Grão sadio"),
        method: "hulled sample, mesh 14",
        unit: "g",
        plausible: { from: "0", to: "1000" },
      },
      {
        measure: "pasilla-grams",
        name: words("Pasilla", "Pasilla", "Pau-de-escolha"),
        method: "hulled sample",
        unit: "g",
        plausible: { from: "0", to: "1000" },
      },
    ],
  },
};

/** The season from September to December; coffee is the organisation's from the scale on. */
export const coffeeSeason = {
  agreement: idOf("season 2026 of parchment coffee"),
  policy: {
    season: "2026-main",
    product: "coffee-parchment",
    from: "2026-09-01",
    until: "2026-12-31",
    title: "on-delivery",
    pricePlan: coffeePlan.plan,
    gradingScheme: coffeeScheme.scheme,
    deductions: coffeeSpotDeductions,
    shrinkBorneBy: "organisation",
    objectionDays: 15,
    paymentDays: 2,
    containers: [{ container: "sack", from_g: "45000", to_g: "75000" }],
  },
};

const decidedInAugust = "assembly of August";

/** Publishes plan and scheme and opens the season, in a book that understands this room. */
export function withCoffeeSeason(book: TestBook): TestBook {
  book.speak("price-plan.publish", { ...coffeePlan, from: "2026-08-15", reason: decidedInAugust });
  book.speak("grading-scheme.publish", { ...coffeeScheme, from: "2026-08-15", reason: decidedInAugust });
  book.speak("season.open", coffeeSeason);
  return book;
}
