/** Goods that were in store before the book. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { always } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { goodsOf } from "../../../kernel/ledger/commodity.ts";
import { posting } from "../../../kernel/ledger/entry.ts";
import { refused } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema } from "../../../kernel/schema.ts";
import { stockKey } from "../../acopio/needs.ts";
import { gramsText, place } from "../../acopio/said.ts";
import { agent } from "../../people/needs.ts";
import { openingOf } from "../needs.ts";
import { opening } from "../records.ts";
import { isToldAgain, openingFaults } from "../rules/opening.ts";

const says = z.strictObject({
  product: codeSchema,
  place,
  /** Whole grams. */
  grams: gramsText,
  /** Whose the goods are; unsaid: the organisation's own. */
  owner: z.optional(AgentId),
  on: daySchema,
});

/** Names the matter: one statement for each product, place and owner. */
const aboutOf = (said: z.infer<typeof says>): string => `${said.product}|${said.place}|${said.owner ?? ""}`;

/**
 * States the goods in store when the book began. A decision: the book takes it as it stands or not at all. Posts stock + against
 * `opening`. The same told again changes nothing. Refused: `opening.told-otherwise`, `opening.day-to-come`,
 * `opening.nothing-said` (no grams), `agent.unknown` (the owner).
 */
export const openStock: ActDeclaration = decision({
  kind: "opening.stock",
  version: 1,
  rules: 1,
  room: "finance",
  power: "record-opening",
  says,
  needs: (said) => ({
    kept: openingOf("stock", aboutOf(said)),
    owner: said.owner === undefined ? always(null) : agent(said.owner),
  }),
  follows: (said, { kept, owner }, { act, today }): PartsOfFollows | Refused => {
    if (kept !== null && isToldAgain(kept, said)) return {};
    const wrong = openingFaults(kept, said.on, today);
    const grams = BigInt(said.grams);
    if (grams === 0n) wrong.push(refused("opening.nothing-said", {}, "grams").refusal);
    if (said.owner !== undefined && owner === null)
      wrong.push(refused("agent.unknown", { agent: said.owner }, "owner").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const commodity = goodsOf(said.product);
    const under = { place: said.place, owner: said.owner ?? null };
    return {
      records: [
        write(opening, {
          kind: "stock",
          about: aboutOf(said),
          agent: said.owner ?? null,
          on_day: said.on,
          said,
          act,
        }),
      ],
      entries: [
        {
          because: "opening.stock",
          about: null,
          happened: said.on,
          reverses: null,
          postings: [
            posting("stock", commodity, grams, under),
            posting("opening", commodity, -grams, { agent: said.owner ?? null, place: said.place }),
          ],
        },
      ],
      tallies: [{ kind: "stock", key: stockKey(said.product, said.place), change: grams }],
    };
  },
});
