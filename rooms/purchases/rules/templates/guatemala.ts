/** Guatemala: factura especial, with the VAT that is within the price and the income tax withheld. Members are outside both. */
import type { PurchaseTaxSheet } from "../sheet.ts";
import { cent, plain, unchecked, withheld } from "./parts.ts";

const outside =
  "dca.gob.gt 643977; mayora-mayora.com; prensalibre.com sobre el Decreto 31-2024: régimen primario, socios fuera de IVA e ISR";
const from = "2025-04-01";

export const guatemala: PurchaseTaxSheet = {
  ...plain,
  code: "gt-factura-especial",
  country: "GT",
  currency: "GTQ",
  document: { name: { es: "Factura especial", en: "Special invoice", pt: "Fatura especial" } },
  source: `${outside}. ${unchecked}`,
  required: ["name", "identity-number", "address", "buyer-tax-number"],
  taxes: [
    {
      code: "iva",
      name: { es: "IVA incluido", en: "VAT included", pt: "IVA incluído" },
      effect: "included",
      sellers: "others",
      base: { of: "value" },
      rounding: cent,
      account: "tax-credit",
      periods: [{ how: "by-document", from, bands: [{ rate: "12" }], source: unchecked }],
    },
    withheld(
      "iva-retenido",
      { es: "IVA retenido", en: "VAT withheld", pt: "IVA retido" },
      {
        sellers: "others",
        base: { of: "tax", tax: "iva" },
        periods: [{ how: "by-document", from, bands: [{ rate: "100" }], source: unchecked }],
      },
    ),
    withheld(
      "isr",
      { es: "ISR retenido", en: "Income tax withheld", pt: "Imposto de renda retido" },
      {
        sellers: "others",
        base: { of: "value-less-included" },
        periods: [
          { how: "by-document", from, bands: [{ upTo: "30000", rate: "5" }, { rate: "7" }], source: unchecked },
        ],
      },
    ),
  ],
};
