/** What a sheet of purchase taxes must satisfy before it is published. Each fault has its code and its field. */
import { compare, exactly } from "../../../kernel/exact/index.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import { isWholeMultiple } from "../../agreements/rules/grains.ts";
import { type FaultRefusals, type Refused, sheetFault } from "../../agreements/rules/sheet-fault.ts";
import { type Band, type PurchaseTax, type PurchaseTaxSheet, purchaseTaxSheet, taxAccounts } from "./sheet.ts";

/** What a faulty or missing field is refused as. */
const faults: FaultRefusals = {
  byField: {
    rate: (field) => refused("purchase-tax.rate-out-of-range", { field }, field),
    rounding: (field) => refused("purchase-tax.not-rounded", { field }, field),
    base: (field) => refused("purchase-tax.no-base", { field }, field),
    name: (field) => refused("purchase-tax.no-name", { field }, field),
    source: (field) => refused("purchase-tax.no-source", { field }, field),
  },
  otherwise: (field) => refused("purchase-tax.spelling", { field }, field),
};

/** Reads a sheet as it came and checks it. `grainOf`: how the book keeps a currency; null when it does not. */
export function checkTaxSheet(
  body: unknown,
  grainOf: (currency: string) => CurrencyGrain | null,
): Result<PurchaseTaxSheet> {
  const parsed = purchaseTaxSheet.safeParse(body);
  if (!parsed.success) return sheetFault(parsed.error, faults);
  const sheet = parsed.data;
  const grain = grainOf(sheet.currency);
  if (grain === null) return refused("purchase-tax.currency-unknown", { currency: sheet.currency }, "currency");
  for (const [at, tax] of sheet.taxes.entries()) {
    const fault =
      namesFault(sheet.taxes, at) ??
      accountFault(tax, `taxes.${at}`) ??
      grainFault(tax, grain.line, `taxes.${at}`) ??
      daysFault(tax.periods, `taxes.${at}.periods`, tax.code) ??
      periodsFault(tax, grain.line, `taxes.${at}.periods`);
    if (fault) return fault;
  }
  const amounts = sheet.ceilings.findIndex(({ amount }) => !isWholeMultiple(amount, grain.line));
  if (amounts >= 0)
    return refused("purchase-tax.finer-than-book", { tax: "ceiling", line: grain.line }, `ceilings.${amounts}.amount`);
  return daysFault(sheet.ceilings, "ceilings", "ceiling") ?? done(sheet);
}

/** Codes are their own, a base names an earlier tax, and what is within the value comes before what is computed without it. */
function namesFault(taxes: readonly PurchaseTax[], at: number): Refused | null {
  const [tax, earlier] = [taxes[at] as PurchaseTax, taxes.slice(0, at)];
  const field = `taxes.${at}`;
  if (earlier.some((one) => one.code === tax.code))
    return refused("purchase-tax.code-repeated", { tax: tax.code }, `${field}.code`);
  const { base } = tax;
  if (base.of === "tax" && !earlier.some((one) => one.code === base.tax))
    return refused("purchase-tax.base-unknown", { tax: tax.code, base: base.tax }, `${field}.base.tax`);
  if (tax.effect === "included" && base.of !== "value")
    return refused("purchase-tax.included-in-what", { tax: tax.code }, `${field}.base`);
  const late = earlier.find((one) => one.base.of === "value-less-included");
  if (tax.effect === "included" && late !== undefined)
    return refused("purchase-tax.included-too-late", { tax: tax.code, after: late.code }, field);
  const twice = earlier.find((one) => one.deduction !== undefined && one.deduction === tax.deduction);
  if (twice !== undefined)
    return refused("purchase-tax.deduction-twice", { tax: tax.code, after: twice.code }, `${field}.deduction`);
  return tax.deduction !== undefined && tax.effect !== "withheld"
    ? refused("purchase-tax.deduction-not-withheld", { tax: tax.code }, `${field}.deduction`)
    : null;
}

/** What is withheld is owed to the state; what is included or added is a cost, or comes back. */
function accountFault(tax: PurchaseTax, field: string): Refused | null {
  const facts = { tax: tax.code, account: tax.account };
  if (!taxAccounts.some((one) => one === tax.account))
    return refused("purchase-tax.account-unknown", facts, `${field}.account`);
  return (tax.effect === "withheld") === (tax.account === "levies-withheld")
    ? null
    : refused("purchase-tax.account-does-not-fit", facts, `${field}.account`);
}

/** Amounts are whole lines of the book, and so is what a tax is rounded to. */
function grainFault(tax: PurchaseTax, line: string, field: string): Refused | null {
  const facts = { tax: tax.code, line };
  if (!isWholeMultiple(tax.rounding.grain, line))
    return refused("purchase-tax.finer-than-book", facts, `${field}.rounding.grain`);
  for (const [at, period] of tax.periods.entries()) {
    if (period.how === "suspended") continue;
    const amounts = [period.minimum, ...period.bands.map((one) => one.upTo)];
    if (amounts.some((one) => one !== undefined && !isWholeMultiple(one, line)))
      return refused("purchase-tax.finer-than-book", facts, `${field}.periods.${at}`);
  }
  return null;
}

type Dated = { readonly from: string; readonly until?: string | undefined };

/** Days follow each other without a gap and without an overlap; only the last may be open. */
function daysFault(periods: readonly Dated[], field: string, of: string): Refused | null {
  for (const [at, { from, until }] of periods.entries()) {
    if (until !== undefined && until < from)
      return refused("purchase-tax.ends-before-it-begins", { tax: of, from, until }, `${field}.${at}.until`);
    const before = periods[at - 1];
    if (before === undefined) continue;
    const next = before.until === undefined ? null : addDays(theDay(before.until), 1);
    if (next === null || from < next)
      return refused(
        "purchase-tax.days-overlap",
        { tax: of, from, until: before.until ?? null },
        `${field}.${at}.from`,
      );
    if (from > next) return refused("purchase-tax.days-gap", { tax: of, missing: next, from }, `${field}.${at}.from`);
  }
  return null;
}

function periodsFault(tax: PurchaseTax, line: string, field: string): Refused | null {
  for (const [at, period] of tax.periods.entries()) {
    if (period.how === "suspended") continue;
    const where = `${field}.${at}`;
    if (
      tax.effect === "included" &&
      (period.bands.length > 1 || period.how === "by-year" || period.minimum !== undefined)
    )
      return refused("purchase-tax.included-one-rate", { tax: tax.code }, where);
    if (period.how === "by-year" && period.minimum !== undefined)
      return refused("purchase-tax.minimum-of-year", { tax: tax.code }, `${where}.minimum`);
    // A year's tax is the difference of two rounded sums: with a coarser grain a document could be asked for a step it did not make.
    if (period.how === "by-year" && tax.rounding.grain !== line)
      return refused("purchase-tax.year-in-book-grain", { tax: tax.code, line }, where);
    const fault = bandsFault(period.bands, where, tax.code);
    if (fault) return fault;
  }
  return null;
}

/** Bands rise, and only the last has no end: every base has its rate. */
function bandsFault(bands: readonly Band[], field: string, tax: string): Refused | null {
  for (const [at, { upTo }] of bands.entries()) {
    const last = at === bands.length - 1;
    const before = bands[at - 1]?.upTo ?? "0";
    if (last !== (upTo === undefined)) return refused("purchase-tax.bands-open", { tax }, `${field}.bands.${at}.upTo`);
    if (upTo !== undefined && compare(exactly(upTo), exactly(before)) <= 0)
      return refused("purchase-tax.bands-order", { tax, upTo }, `${field}.bands.${at}.upTo`);
  }
  return null;
}
