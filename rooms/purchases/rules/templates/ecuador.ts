/** Ecuador: liquidación de compra, code 03, with one percent of income tax withheld. */
import type { PurchaseTaxSheet } from "../sheet.ts";
import { plain, unchecked, withheld } from "./parts.ts";

export const ecuador: PurchaseTaxSheet = {
  ...plain,
  code: "ec-liquidacion-de-compra",
  country: "EC",
  currency: "USD",
  document: {
    name: {
      es: "Liquidación de compra de bienes",
      en: "Self-billed purchase invoice",
      pt: "Nota de compra emitida pelo comprador",
    },
    official: "03",
  },
  source: `Códigos de documentos del SRI, como los usan programas públicos de facturación: 03. Tasa: ${unchecked}`,
  required: ["name", "identity-number", "address", "buyer-tax-number"],
  taxes: [
    withheld(
      "renta",
      { es: "Impuesto a la renta, retención", en: "Income tax withheld", pt: "Imposto de renda retido" },
      {
        sellers: "everyone",
        periods: [{ how: "by-document", from: "2026-01-01", bands: [{ rate: "1" }], source: unchecked }],
      },
    ),
  ],
};
