/** What a book's settings must be for rules to stand on them. */
import * as z from "zod/mini";
import { compare, decimal, divide, ratio } from "../../../kernel/exact/index.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { currencySchema, decimalSchema, textSchema } from "../../../kernel/schema.ts";
import { isZone } from "../../../kernel/time/index.ts";
import { organisationForms } from "../records.ts";

/** A currency with the grain of its lines and of its cash, as decimal text: COP "1" and "50", PEN "0.01" and "0.10". */
export const currencyGrain = z.strictObject({ currency: currencySchema, line: decimalSchema, cash: decimalSchema });

/** The settings as they are said. `country` is ISO 3166-1 alpha-2, `zone` an IANA time zone such as "America/Bogota". */
export const settingsSaid = z.strictObject({
  name: textSchema(200),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  zone: z.string().check(z.maxLength(64)),
  currencies: z.array(currencyGrain).check(z.minLength(1), z.maxLength(10)),
  organisation: AgentId,
  form: z.enum(organisationForms),
  taxHoldDays: z.optional(z.int().check(z.nonnegative(), z.maximum(36_525))),
});
export type SettingsSaid = z.infer<typeof settingsSaid>;

/**
 * What is wrong with settings; empty when nothing is.
 * Codes: `settings.zone-unknown`, `settings.currency-twice`, `settings.grain-not-positive`, `settings.cash-not-whole-lines`.
 */
export function checkSettings(said: SettingsSaid): readonly Refusal[] {
  const found: Refusal[] = [];
  if (!isZone(said.zone)) found.push(refused("settings.zone-unknown", { zone: said.zone }, "settings.zone").refusal);
  const seen = new Set<string>();
  for (const [at, one] of said.currencies.entries()) {
    const field = `settings.currencies.${at}`;
    if (seen.has(one.currency))
      found.push(refused("settings.currency-twice", { currency: one.currency }, field).refusal);
    seen.add(one.currency);
    found.push(...grainProblems(one, field));
  }
  return found;
}

/** Cash must be a whole number of lines: else a sum could be owed that no coins and no line can close. */
function grainProblems({ currency, line, cash }: z.infer<typeof currencyGrain>, field: string): readonly Refusal[] {
  const [fine, coarse] = [decimal(line), decimal(cash)];
  const zero = ratio(0n);
  if (fine === null || coarse === null || compare(fine, zero) <= 0 || compare(coarse, zero) <= 0)
    return [refused("settings.grain-not-positive", { currency, line, cash }, field).refusal];
  if (divide(coarse, fine).denominator === 1n) return [];
  return [refused("settings.cash-not-whole-lines", { currency, line, cash }, field).refusal];
}

/**
 * Currencies whose lines were written in another grain before, be it only spelled otherwise ("1.0" for "1"): postings carry it, and
 * every amount would mean something else. Code: `settings.line-changed`.
 */
export function changedLines(said: SettingsSaid, before: SettingsSaid["currencies"]): readonly Refusal[] {
  return said.currencies.flatMap(({ currency, line }, at) => {
    const other = before.find((one) => one.currency === currency && one.line !== line);
    if (other === undefined) return [];
    const facts = { currency, line: other.line, said: line };
    return [refused("settings.line-changed", facts, `settings.currencies.${at}.line`).refusal];
  });
}
