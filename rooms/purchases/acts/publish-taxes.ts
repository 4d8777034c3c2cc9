/** Publishing what a country asks of a purchase from a grower. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { sheetVersions } from "../needs.ts";
import { purchaseTaxes } from "../records.ts";
import { checkTaxSheet } from "../rules/check-sheet.ts";
import { PurchaseTaxesId } from "./said.ts";

const says = z.strictObject({
  sheet: PurchaseTaxesId,
  body: z.looseObject({ code: z.string(), currency: z.string() }),
  from: daySchema,
  reason: z.optional(textSchema(400)),
});

/**
 * Publishes a country's rules for purchase documents, or their next version, in force from a day. A day that is past needs a reason;
 * documents that were issued stand as they are. A decision of whoever closes accounting days. The body is checked whole
 * (`checkTaxSheet`). Codes: those of it, `purchase-tax.code-taken`, `purchase-tax.code-changed`, `purchase-tax.currency-changed`,
 * `purchase-tax.from-the-past`.
 */
export const publishPurchaseTaxes: ActDeclaration = decision({
  kind: "purchase-tax.publish",
  version: 1,
  rules: 1,
  room: "purchases",
  power: "close-accounting-day",
  says,
  needs: (said) => ({
    versions: sheetVersions(said.sheet),
    sameCode: rows(purchaseTaxes, "byCode", [said.body.code]),
  }),
  follows: (said, { versions, sameCode }, { settings, today }): PartsOfFollows | Refused => {
    const checked = checkTaxSheet(said.body, (currency) => grainIn(settings, currency));
    if (!checked.ok) {
      const { field } = checked.refusal;
      return refuse({ ...checked.refusal, field: field === undefined ? "body" : `body.${field}` });
    }
    const body = checked.value;
    const wrong: Refusal[] = [];
    const [first] = versions;
    if (first !== undefined && first.code !== body.code)
      wrong.push(refused("purchase-tax.code-changed", { kept: first.code, said: body.code }, "body.code").refusal);
    if (first !== undefined && first.currency !== body.currency)
      wrong.push(
        refused("purchase-tax.currency-changed", { kept: first.currency, said: body.currency }, "body.currency")
          .refusal,
      );
    if (sameCode.some((one) => one.sheet !== said.sheet))
      wrong.push(refused("purchase-tax.code-taken", { code: body.code }, "body.code").refusal);
    if (said.from < today && said.reason === undefined)
      wrong.push(refused("purchase-tax.from-the-past", { from: said.from, today }, "from").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row = { sheet: said.sheet, code: body.code, currency: body.currency, body, reason: said.reason ?? null };
    return { records: [write(purchaseTaxes, { ...row, version: nextVersion(versions), from_day: said.from })] };
  },
});
