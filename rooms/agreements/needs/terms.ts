/** What may be asked of schemes' sheets and of consents. */
import { each, map, type Need, rows } from "../../../kernel/act/need.ts";
import { inForce } from "../../../kernel/act/record.ts";
import { deductionConsent, schemeSheet } from "../records/terms.ts";
import type { SchemeTerm } from "../rules/beside.ts";
import { termsOf } from "../rules/scheme-sheet.ts";

/** All versions of a scheme's sheet, of what somebody consented to. */
export const schemeSheetVersions = (sheet: string) => rows(schemeSheet, "key", [sheet]);
export const consentVersions = (agent: string, deduction: string) => rows(deductionConsent, "key", [agent, deduction]);

/** Every version of the terms of some schemes, by their codes. */
export const schemeTerms = (codes: readonly string[]): Need<readonly SchemeTerm[]> =>
  map(each(codes.map((code) => rows(schemeSheet, "byCode", [code]))), (found) => found.flatMap(termsOf));

/** Which of some deductions a producer consents to on a day. */
export const consentsOf = (agent: string, codes: readonly string[], on: string): Need<readonly string[]> =>
  map(each(codes.map((code) => consentVersions(agent, code))), (found) =>
    codes.filter((_, at) => {
      const one = inForce(found[at] ?? [], on);
      return one?.given === true && (one.until === null || on <= one.until);
    }),
  );
