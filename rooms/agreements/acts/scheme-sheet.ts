/** Publishing what a certification scheme says: as data with its source, from a day on. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { schemeSheetVersions } from "../needs/terms.ts";
import { schemeSheet } from "../records/terms.ts";
import { checkSchemeSheet, schemeSheetBody } from "../rules/scheme-sheet.ts";
import { codeTaken } from "./sheets.ts";

/**
 * Publishes a scheme's sheet, or its next version, in force from the day on which the scheme says it is. That day may be past: the
 * scheme decided it, not the organisation, and statements that are closed do not change by it. A version may not be older than the one
 * before it. A decision. Codes: `scheme-sheet.term-twice`, `.term-empty`, `.code-taken`, `.code-changed`, `.before-the-last`.
 */
export const publishSchemeSheet: ActDeclaration = decision({
  kind: "scheme-sheet.publish",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "publish-price",
  says: z.strictObject({ sheet: idSchema<"SchemeSheet">(), body: schemeSheetBody, from: daySchema }),
  needs: (said) => ({
    versions: schemeSheetVersions(said.sheet),
    sameCode: rows(schemeSheet, "byCode", [said.body.code]),
  }),
  follows: ({ sheet, body, from }, { versions, sameCode }) => {
    const holders = sameCode.map((one) => one.sheet);
    const wrong: Refusal[] = [...checkSchemeSheet(body), ...codeTaken("scheme-sheet", holders, sheet, body.code)];
    const kept = versions[0]?.code ?? body.code;
    if (kept !== body.code)
      wrong.push(refused("scheme-sheet.code-changed", { kept, said: body.code }, "body.code").refusal);
    const last =
      versions
        .map((one) => one.from_day)
        .sort()
        .at(-1) ?? "";
    if (from < last) wrong.push(refused("scheme-sheet.before-the-last", { from, last }, "from").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const { code, title, source } = body;
    const row: Row<typeof schemeSheet> = {
      ...{ sheet, code, title, source, body },
      version: nextVersion(versions),
      from_day: from,
    };
    return { records: [write(schemeSheet, row)] };
  },
});
