/** What an organisation shows of itself to everybody. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { publicPage, theBook } from "../records.ts";

/** What is shown: in the organisation's own words, where it is, how to reach it, and whether its prices are told. */
export const publicPageSaid = z.strictObject({
  shown: z.boolean(),
  about: textSchema(2_000),
  where: z.optional(textSchema(200)),
  reach: z.optional(textSchema(400)),
  prices: z.boolean(),
});
export type PublicPageSaid = z.infer<typeof publicPageSaid>;

/**
 * Publishes the organisation's public page, or takes it away (`shown: false`). A decision. It names no person and counts nobody;
 * a page that would tell neither what one does nor how to be reached is refused: `public-page.no-way-to-reach`.
 */
export const publishPublicPage: ActDeclaration = decision({
  kind: "public-page.publish",
  version: 1,
  rules: 1,
  room: "book",
  power: "settings",
  says: publicPageSaid,
  needs: () => ({ versions: rows(publicPage, "key", [theBook]) }),
  follows: (said, { versions }, { today }) => {
    if (said.shown && said.reach === undefined)
      return refuse(refused("public-page.no-way-to-reach", {}, "reach").refusal);
    const row = { scope: theBook, body: said, version: nextVersion(versions), from_day: today };
    return { records: [write(publicPage, row)] };
  },
});
