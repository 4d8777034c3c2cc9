/** The matrix of powers as dated data. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { matrixVersions } from "../needs.ts";
import { powers, theBook } from "../records.ts";
import { checkMatrix, powerMatrix } from "../rules/powers.ts";

/**
 * Publishes a whole matrix, in force from a day that is not past: what somebody was allowed yesterday is not changed today.
 * A decision. Codes: those of `checkMatrix`, and `powers.from-the-past`.
 */
export const publishPowers: ActDeclaration = decision({
  kind: "powers.publish",
  version: 1,
  rules: 1,
  room: "book",
  power: "settings",
  says: z.strictObject({ powers: powerMatrix, from: daySchema }),
  needs: () => ({ versions: matrixVersions }),
  follows: (said, { versions }, { today }) => {
    const wrong = [...checkMatrix(said.powers)];
    if (said.from < today) wrong.push(refused("powers.from-the-past", { from: said.from, today }, "from").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row = { scope: theBook, matrix: said.powers, version: nextVersion(versions), from_day: said.from };
    return { records: [write(powers, row)] };
  },
});
