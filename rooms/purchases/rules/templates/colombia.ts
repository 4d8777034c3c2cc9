/** Colombia: documento soporte en adquisiciones a no obligados a facturar, with the withholding at source on coffee. */
import type { PurchaseTaxSheet } from "../sheet.ts";
import { plain, unchecked, withheld } from "./parts.ts";

export const colombia: PurchaseTaxSheet = {
  ...plain,
  code: "co-documento-soporte",
  country: "CO",
  currency: "COP",
  document: {
    name: {
      es: "Documento soporte en adquisiciones a no obligados a facturar",
      en: "Support document for purchases from sellers who need not invoice",
      pt: "Documento de suporte de compras de quem não emite fatura",
    },
    official: "05",
  },
  source: unchecked,
  required: ["name", "identity-number", "address", "buyer-tax-number"],
  priceGrain: "0.01",
  taxes: [
    withheld(
      "retefuente",
      { es: "Retención en la fuente, café", en: "Withholding at source, coffee", pt: "Retenção na fonte, café" },
      {
        sellers: "everyone",
        rounding: { mode: "half-up", grain: "1" },
        periods: [
          {
            how: "by-document",
            from: "2026-01-01",
            minimum: "8379840",
            bands: [{ rate: "0.5" }],
            source: `0,5 % desde 160 UVT de COP 52.374: ${unchecked}`,
          },
        ],
      },
    ),
  ],
};
