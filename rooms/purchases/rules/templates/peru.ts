/** Peru: liquidación de compra, by the buyer, of a natural person who sells primary products and has no RUC. */
import type { PurchaseTaxSheet } from "../sheet.ts";
import { plain, unchecked, withheld } from "./parts.ts";

const suspended =
  "normaslegalesonline.pe, Actualidad Jurídica 302; bybconsultores.pe: suspendida para productos agrarios primarios, prorrogada hasta el 31 dic 2024";
const cooperative =
  "Actualidad Empresarial 306, julio de 2014: acto cooperativo, 20 UIT libres, luego 1,5 %; la ley de 2021 lo reemplazó";

export const peru: PurchaseTaxSheet = {
  ...plain,
  code: "pe-liquidacion-de-compra",
  country: "PE",
  currency: "PEN",
  document: {
    name: {
      es: "Liquidación de compra",
      en: "Self-billed purchase invoice",
      pt: "Nota de compra emitida pelo comprador",
    },
    official: "04",
  },
  source: `${suspended}. ${cooperative}`,
  required: ["name", "identity-number", "address", "buyer-tax-number"],
  taxes: [
    withheld(
      "renta",
      { es: "Impuesto a la renta, retención", en: "Income tax withheld", pt: "Imposto de renda retido" },
      {
        sellers: "others",
        periods: [
          { how: "suspended", from: "2022-01-01", until: "2024-12-31", source: suspended },
          { how: "by-document", from: "2025-01-01", bands: [{ rate: "1.5" }], source: unchecked },
        ],
      },
    ),
    withheld(
      "renta-socio",
      {
        es: "Impuesto a la renta del socio, acto cooperativo",
        en: "Member's income tax, cooperative act",
        pt: "Imposto de renda do associado, ato cooperativo",
      },
      {
        sellers: "members",
        periods: [
          {
            how: "by-year",
            from: "2026-01-01",
            bands: [{ upTo: "110000", rate: "0" }, { rate: "1.5" }],
            source: `${cooperative}. UIT de S/ 5.500: ${unchecked}`,
          },
        ],
      },
    ),
  ],
};
