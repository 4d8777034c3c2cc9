/**
 * How a country wants a purchase from a grower documented and taxed: dated data of the book, never code. An accountant publishes it; the
 * version in force on the day of a document makes it, for ever.
 */
import * as z from "zod/mini";
import type { Account } from "../../../kernel/ledger/chart.ts";
import {
  codeText,
  currencyText,
  dayText,
  notNegativeDecimal,
  percentText,
  positiveDecimal,
  roundingSheet,
  sentenceText,
  wordsByLanguage,
} from "../../agreements/rules/spelling.ts";

/** Whom a document or a tax is for: everybody, the organisation's own members, or those who are none. */
export const sellersOf = z.enum(["everyone", "members", "others"]);
export type SellersOf = z.infer<typeof sellersOf>;

/** What a document must say of seller and buyer. */
export const requirements = ["name", "identity-number", "address", "buyer-tax-number"] as const;
export type Requirement = (typeof requirements)[number];

/** Accounts that a tax may be posted to: what is owed to the state, what it gives back, or the cost of the goods. */
export const taxAccounts = ["levies-withheld", "tax-credit", "purchases"] as const satisfies readonly Account[];

/** The rate on the part of the base up to `upTo`; the last band has no end. */
const band = z.strictObject({ upTo: z.optional(notNegativeDecimal), rate: percentText });
export type Band = z.infer<typeof band>;

const days = { from: dayText, until: z.optional(dayText), source: sentenceText };

/**
 * What holds of a tax from a day to a day: its bands, counted within one document or over all of a seller's documents of the year; or
 * that it is suspended, and by what.
 */
export const taxPeriod = z.discriminatedUnion("how", [
  z.strictObject({
    how: z.enum(["by-document", "by-year"]),
    ...days,
    bands: z.array(band).check(z.minLength(1), z.maxLength(12)),
    /** Below this base nothing is due on a document. */
    minimum: z.optional(notNegativeDecimal),
  }),
  z.strictObject({ how: z.literal("suspended"), ...days }),
]);
export type TaxPeriod = z.infer<typeof taxPeriod>;

/** What a tax is computed on: the value settled, that value less the taxes within it, or the amount of an earlier tax. */
export const taxBase = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("value") }),
  z.strictObject({ of: z.literal("value-less-included") }),
  z.strictObject({ of: z.literal("tax"), tax: codeText }),
]);

/**
 * One tax. `included` is within the value that was settled, `added` comes on top of it, `withheld` is kept back and owed to the state.
 * `deduction` is the code under which season's deductions may have withheld the same tax already.
 */
export const purchaseTax = z.strictObject({
  code: codeText,
  name: wordsByLanguage,
  effect: z.enum(["included", "added", "withheld"]),
  sellers: sellersOf,
  base: taxBase,
  rounding: roundingSheet,
  account: z.string(),
  deduction: z.optional(codeText),
  periods: z.array(taxPeriod).check(z.minLength(1), z.maxLength(60)),
});
export type PurchaseTax = z.infer<typeof purchaseTax>;

/** The most that may be bought from one seller in a year, from a day to a day. */
export const ceiling = z.strictObject({ ...days, amount: positiveDecimal });

/** The whole sheet. What nobody has checked says so: `checkedBy` is empty until somebody who answers for it is named. */
export const purchaseTaxSheet = z.strictObject({
  code: codeText,
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  currency: currencyText,
  /** What the document is called; `official` is the authority's code of its kind. */
  document: z.strictObject({ name: wordsByLanguage, official: z.optional(z.string().check(z.maxLength(16))) }),
  source: sentenceText,
  /** The day on which the source was read. */
  sourceDay: dayText,
  checkedBy: z.optional(sentenceText),
  sellers: sellersOf,
  /** Only for those who have no tax number of their own. */
  withoutTaxNumber: z.boolean(),
  required: z.array(z.enum(requirements)),
  /** The printed unit price of a kilo is cut to this grain; what that leaves is a line of its own. */
  priceGrain: positiveDecimal,
  taxes: z.array(purchaseTax).check(z.maxLength(12)),
  ceilings: z.array(ceiling).check(z.maxLength(60)),
  /** Deductions of seasons into `levies-withheld` that are no tax of this document: a levy of the trade. */
  otherLevies: z.array(codeText).check(z.maxLength(20)),
});
export type PurchaseTaxSheet = z.infer<typeof purchaseTaxSheet>;

/** What holds on a day; null where nothing is said of it. */
export const holdingOn = <T extends { readonly from: string; readonly until?: string | undefined }>(
  periods: readonly T[],
  day: string,
): T | null => periods.find((one) => one.from <= day && (one.until === undefined || day <= one.until)) ?? null;
