/** What the templates of countries have in common. None is verified: each names what it was read from, and on which day. */
import type { PurchaseTax, PurchaseTaxSheet } from "../sheet.ts";

/** The day on which the sources of all templates were read. */
export const readOn = "2026-11-21";

/** What nobody has looked up for this edition, in the language of the countries; Brazil has its own words. */
export const unchecked = "Conocimiento general del campo, no leído en una ley: pregunte a su contador";

/** To the hundredth, half up: how a tax in a currency with hundredths is rounded unless its law says otherwise. */
export const cent = { mode: "half-up", grain: "0.01" } as const;

/** What every sheet has that says nothing else. */
export const plain: Pick<
  PurchaseTaxSheet,
  "sourceDay" | "sellers" | "withoutTaxNumber" | "required" | "priceGrain" | "ceilings" | "otherLevies"
> = {
  sourceDay: readOn,
  sellers: "everyone",
  withoutTaxNumber: true,
  required: ["name", "identity-number"],
  priceGrain: "0.0001",
  ceilings: [],
  otherLevies: [],
};

/** A tax that is withheld at one rate of the whole value. */
export const withheld = (
  code: string,
  name: PurchaseTax["name"],
  how: Pick<PurchaseTax, "sellers" | "periods"> & Partial<PurchaseTax>,
): PurchaseTax => ({
  code,
  name,
  effect: "withheld",
  base: { of: "value" },
  rounding: cent,
  account: "levies-withheld",
  ...how,
});
