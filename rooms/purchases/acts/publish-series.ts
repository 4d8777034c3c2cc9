/** Publishing a range of numbers that the authority allowed. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { newest, nextVersion, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema, wholeSchema } from "../../../kernel/schema.ts";
import { seriesOfPrefix, seriesVersions, sheetVersions, usedOf } from "../needs.ts";
import { purchaseSeries } from "../records.ts";
import { seriesFaults } from "../rules/series.ts";
import { newestOfEach } from "../rules/versions.ts";
import { PurchaseSeriesId, PurchaseTaxesId } from "./said.ts";

const says = z.strictObject({
  series: PurchaseSeriesId,
  sheet: PurchaseTaxesId,
  kind: z.enum(["document", "annulment"]),
  /** What stands before the number: "E001-". */
  prefix: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,19}$|^$/)),
  first: wholeSchema,
  last: wholeSchema,
  digits: z.int().check(z.minimum(1), z.maximum(15)),
  authorisation: z.optional(textSchema(80)),
  until: z.optional(daySchema),
});

/**
 * Publishes a series of numbers, or puts one right. Numbers that were used stand: then only its end, its authorisation and its last day
 * change. A decision. Codes: `purchase-series.sheet-unknown`, `purchase-series.ends-before-it-begins`, `purchase-series.too-few-digits`,
 * `purchase-series.overlaps`, `purchase-series.used`.
 */
export const publishPurchaseSeries: ActDeclaration = decision({
  kind: "purchase-series.publish",
  version: 1,
  rules: 1,
  room: "purchases",
  power: "close-accounting-day",
  says,
  needs: (said) => ({
    versions: seriesVersions(said.series),
    used: usedOf(said.series),
    sheet: sheetVersions(said.sheet),
    samePrefix: seriesOfPrefix(said.prefix),
  }),
  follows: (said, { versions, used, sheet, samePrefix }, { today }): PartsOfFollows | Refused => {
    const before = newest(versions);
    const row = {
      series: said.series,
      sheet: said.sheet,
      kind: said.kind,
      prefix: said.prefix,
      first_number: BigInt(said.first),
      last_number: BigInt(said.last),
      digits: said.digits,
      authorisation: said.authorisation ?? null,
      until: said.until ?? null,
    };
    const wrong = seriesFaults(row, newestOfEach(samePrefix), used, before);
    if (sheet.length === 0)
      wrong.unshift(refused("purchase-series.sheet-unknown", { sheet: said.sheet }, "sheet").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    return { records: [write(purchaseSeries, { ...row, version: nextVersion(versions), from_day: today })] };
  },
});
