/** The matrix of powers as dated data. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import type { Known } from "../../../kernel/act/need.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { matrixVersions } from "../needs.ts";
import { powers, theBook } from "../records.ts";
import { checkMatrix, isWithoutAmount, limitsObeyed, powerMatrix } from "../rules/powers.ts";

const says = z.strictObject({ powers: powerMatrix, from: daySchema });

const needs = () => ({ versions: matrixVersions });

/** What follows from a publishing, by how the limits of the matrix are to be read; null as before 0.2.0. */
const publishing =
  (reading: number | null) =>
  (
    said: z.infer<typeof says>,
    known: Known<ReturnType<typeof needs>>,
    { today }: Context,
  ): PartsOfFollows | Refused => {
    const wrong = [...(reading === null ? checkMatrix(said.powers, isWithoutAmount) : checkMatrix(said.powers))];
    if (said.from < today) wrong.push(refused("powers.from-the-past", { from: said.from, today }, "from").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const version = nextVersion(known.versions);
    return { records: [write(powers, { scope: theBook, matrix: said.powers, reading, version, from_day: said.from })] };
  };

/**
 * Publishes a whole matrix, in force from a day that is not past: what somebody was allowed yesterday is not changed today.
 * A decision. Codes: those of `checkMatrix`, and `powers.from-the-past`. Under rules 1 most limits were kept and not obeyed.
 */
export const publishPowers: ActDeclaration = decision({
  kind: "powers.publish",
  version: 1,
  rules: 2,
  room: "book",
  power: "settings",
  says,
  needs,
  follows: publishing(limitsObeyed),
  earlier: [{ rules: 1, needs, follows: publishing(null) }],
});
