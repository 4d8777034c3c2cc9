/** How long personal values are kept, and why. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { personalKinds } from "../../../kernel/personal.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { retention } from "../records.ts";

/** What one kind of value is kept for, and for how many days after somebody left; no days: as long as they are in the book. */
const rule = z.strictObject({
  kind: z.enum(personalKinds),
  purpose: textSchema(400),
  days: z.optional(z.int().check(z.nonnegative(), z.maximum(36_525))),
});

/** The one sheet a book has. */
const theSheet = "book";

/**
 * Publishes the whole retention sheet: for each kind of personal value its purpose, and how long it is kept after the last
 * membership ended. It erases nobody: whoever is due is shown, and somebody says `person.erase`. A decision.
 * Code: `retention.kind-twice`.
 */
export const publishRetention: ActDeclaration = decision({
  kind: "retention.publish",
  version: 1,
  rules: 1,
  room: "people",
  power: "settings",
  says: z.strictObject({ rules: z.array(rule).check(z.minLength(1), z.maxLength(20)) }),
  needs: () => ({ versions: rows(retention, "key", [theSheet]) }),
  follows: (said, { versions }, { today }) => {
    const twice = said.rules.findIndex(({ kind }, at) => said.rules.findIndex((one) => one.kind === kind) < at);
    if (twice >= 0) {
      const kind = said.rules[twice]?.kind ?? "";
      return refuse(refused("retention.kind-twice", { kind }, `rules.${twice}.kind`).refusal);
    }
    const row = { scope: theSheet, rules: said.rules, version: nextVersion(versions), from_day: today };
    return { records: [write(retention, row)] };
  },
});
