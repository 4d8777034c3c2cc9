/** Brazil: NF-e de entrada for a grower without one of their own (nota do produtor), with Funrural and SENAR withheld. */
import type { PurchaseTaxSheet } from "../sheet.ts";
import { plain, withheld } from "./parts.ts";

/** What nobody has looked up for this edition. */
const unchecked = "Conhecimento geral do setor, não lido em lei: pergunte ao seu contador";

const one = (code: string, es: string, pt: string, en: string, rate: string) =>
  withheld(
    code,
    { es, pt, en },
    {
      sellers: "everyone",
      periods: [{ how: "by-document", from: "2026-01-01", bands: [{ rate }], source: unchecked }],
    },
  );

export const brazil: PurchaseTaxSheet = {
  ...plain,
  code: "br-nf-e-de-entrada",
  country: "BR",
  currency: "BRL",
  document: {
    name: { pt: "NF-e de entrada", es: "Nota de entrada", en: "Entry invoice" },
    official: "55",
  },
  source: unchecked,
  // A grower who writes a note of their own has a number for it, and still gets a note of entry.
  withoutTaxNumber: false,
  required: ["name", "identity-number", "address", "buyer-tax-number"],
  taxes: [
    one("funrural", "Funrural, previsión", "Funrural, previdência", "Rural social security", "1.2"),
    one("rat", "Riesgo del trabajo", "RAT, risco do trabalho", "Work accident insurance", "0.1"),
    one("senar", "SENAR", "SENAR", "SENAR, rural training", "0.2"),
  ],
};
