/** Publishing what is measured of a product. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { compare, exactly } from "../../../kernel/exact/index.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { schemeVersions } from "../needs.ts";
import { gradingSchemeSheet } from "../records.ts";
import { type GradingScheme, gradingScheme } from "../rules/grading.ts";
import { backdated, codeTaken } from "./sheets.ts";

/** A measure stands once in a scheme, and its plausible readings go from the lower to the higher. */
function wrongMeasures(scheme: GradingScheme): readonly Refusal[] {
  const found: Refusal[] = [];
  const seen = new Set<string>();
  for (const [at, { measure, plausible }] of scheme.measures.entries()) {
    const field = `body.measures.${at}`;
    if (seen.has(measure)) found.push(refused("grading-scheme.measure-twice", { measure }, field).refusal);
    if (compare(exactly(plausible.from), exactly(plausible.to)) > 0)
      found.push(refused("grading-scheme.range-turned", { measure }, `${field}.plausible`).refusal);
    seen.add(measure);
  }
  return found;
}

/**
 * Publishes a grading scheme, or its next version, in force from a day; a past day needs a reason. A decision. Codes:
 * `grading-scheme.measure-twice`, `.range-turned`, `.code-taken`, `.product-changed`, `.from-the-past`.
 */
export const publishGradingScheme: ActDeclaration = decision({
  kind: "grading-scheme.publish",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "publish-price",
  says: z.strictObject({
    scheme: idSchema<"GradingScheme">(),
    body: gradingScheme,
    from: daySchema,
    reason: z.optional(textSchema(400)),
  }),
  needs: (said) => ({
    versions: schemeVersions(said.scheme),
    sameCode: rows(gradingSchemeSheet, "byCode", [said.body.code]),
  }),
  follows: (said, known, { today }) => {
    const { code, product } = said.body;
    const kept = known.versions[0]?.product ?? product;
    const wrong = [
      ...wrongMeasures(said.body),
      ...codeTaken(
        "grading-scheme",
        known.sameCode.map((one) => one.scheme),
        said.scheme,
        code,
      ),
      ...backdated("grading-scheme", said.from, today, said.reason),
    ];
    if (kept !== product)
      wrong.push(refused("grading-scheme.product-changed", { kept, said: product }, "body.product").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row: Row<typeof gradingSchemeSheet> = {
      scheme: said.scheme,
      code,
      product,
      body: said.body,
      version: nextVersion(known.versions),
      from_day: said.from,
    };
    return { records: [write(gradingSchemeSheet, row)] };
  },
});
