/** A pool as it would be decided now: by the rules and needs of the decision itself, with what it carries of earlier pools. */
import * as z from "zod/mini";
import { map } from "../../kernel/act/need.ts";
import { grainIn } from "../../kernel/money/index.ts";
import { computedView } from "../../kernel/view.ts";
import { poolCarrying } from "./needs/pool-carried.ts";
import { byPerson, carriedText, reckonStandingCarrying, totalsText } from "./rules/pool/standing.ts";

/** The figures of a pool that is open, and everything that it carries: whole line grains and grams as text. */
export const poolReckoned = computedView({
  name: "pool.reckoned",
  room: "settlement",
  question: "What would this pool come to if it were decided now, and what of earlier pools does it carry?",
  asks: z.object({ pool: z.uuid() }),
  askers: ["open-season", "pay", "close-settlement", "audit"],
  computed: ({ pool }, { settings }) =>
    map(poolCarrying(pool), ({ pool: of, counting, entries, carried }) => {
      const grain = grainIn(settings, of?.currency ?? "");
      if (of === null || grain === null) return [];
      const rule = { percent: of.percent, rateGrain: of.rate_grain };
      const found = reckonStandingCarrying(byPerson(counting), entries, rule, grain, carried);
      return [
        {
          totals: { ...totalsText(found), ...carriedText(found) },
          carried: found.carried.map((one) => ({
            ...{ document: one.document, delivery: one.delivery, pool: one.corrects, agent: one.agent, rate: one.rate },
            ...{ grams: `${one.grams}`, due: `${one.due}`, taken: `${one.taken}` },
          })),
        },
      ];
    }),
  answer: z.object({
    totals: z.record(z.string(), z.string()),
    carried: z.array(
      z.object({
        document: z.string(),
        delivery: z.string(),
        pool: z.string(),
        agent: z.string(),
        rate: z.string(),
        grams: z.string(),
        due: z.string(),
        taken: z.string(),
      }),
    ),
  }),
});
