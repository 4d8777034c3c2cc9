/** The sheet of a certification scheme, as the scheme published it: typed by the organisation, with its source, and not verified by us. */
import * as z from "zod/mini";
import { isGrain } from "../../../kernel/exact/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import type { SchemeTerm } from "./beside.ts";
import { codeText, currencyText, dayText, notNegativeDecimal, sentenceText, wordsByLanguage } from "./spelling.ts";

/** What the scheme says for one product in one form and origin. A figure that the scheme does not have is left out. */
const schemeTermSheet = z.strictObject({
  /** How plans name it: "coffee-arabica-washed". */
  term: codeText,
  /** What people call it; unsaid, by its code. */
  name: z.optional(wordsByLanguage),
  product: codeText,
  /** "washed", "natural", "conventional beans". */
  form: z.optional(sentenceText),
  /** Where it comes from; unsaid, anywhere. */
  origin: z.optional(sentenceText),
  currency: currencyText,
  /** The unit the prices are for, in grams: a pound "453.59237", a tonne "1000000". */
  grams: notNegativeDecimal.check(z.refine(isGrain)),
  minimum: z.optional(notNegativeDecimal),
  organic: z.optional(notNegativeDecimal),
  premium: z.optional(notNegativeDecimal),
  /** The last day it holds. */
  until: z.optional(dayText),
});

/** The body of a sheet. `verified` says who compared it with the scheme's own publication; unsaid, nobody did. */
export const schemeSheetBody = z.strictObject({
  code: codeText,
  title: sentenceText,
  source: sentenceText,
  verified: z.optional(z.strictObject({ by: sentenceText, on: dayText })),
  terms: z.array(schemeTermSheet).check(z.minLength(1), z.maxLength(200)),
});
export type SchemeSheetBody = z.infer<typeof schemeSheetBody>;

/** What the schema cannot say alone: each term once, with one figure at least. */
export function checkSchemeSheet(body: SchemeSheetBody): readonly Refusal[] {
  const found: Refusal[] = [];
  const seen = new Set<string>();
  for (const [at, { term, minimum, organic, premium }] of body.terms.entries()) {
    const field = `body.terms.${at}`;
    if (seen.has(term)) found.push(refused("scheme-sheet.term-twice", { term }, `${field}.term`).refusal);
    if (minimum === undefined && organic === undefined && premium === undefined)
      found.push(refused("scheme-sheet.term-empty", { term }, `${field}.minimum`).refusal);
    seen.add(term);
  }
  return found;
}

/** A version of a sheet as kept. */
type SheetRow = { readonly version: number; readonly from_day: string; readonly body: unknown };

/** The terms of all versions of a sheet, as plans read them. */
export const termsOf = (versions: readonly SheetRow[]): readonly SchemeTerm[] =>
  versions.flatMap(({ version, from_day, body }) => {
    const { code, terms } = body as SchemeSheetBody;
    return terms.map(({ term, currency, grams, minimum, organic, premium, until }) => ({
      ...{ currency, from: from_day, grams, minimum: minimum ?? null, organic: organic ?? null },
      ...{ premium: premium ?? null, scheme: code, term, until: until ?? null, version },
    }));
  });
