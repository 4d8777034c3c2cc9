/** The units of the organisation: what its own words for weights and measures mean. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

/** Units in their newest version, by name and product; `product` is empty for all products. */
export const unitsView = view({
  name: "units.list",
  room: "agreements",
  question: "What do our own units mean, for which product, since when, and who says so?",
  asks: z.object({ limit: z._default(z.int().check(z.positive(), z.maximum(500)), 200) }),
  askers: ["settings", "see-members", "see-deliveries", "see-statements", "see-ledger", "audit"],
  sql: ({ limit }) => sql`
    select distinct on (unit, product) unit, nullif(product, '*') as product, kind, factor, source, from_day::text as since, until::text as until
      from books.local_unit order by unit, product, version desc limit ${limit}::int`,
  answer: z.object({
    unit: z.string(),
    product: z.nullable(z.string()),
    kind: z.string(),
    /** Grains of the kind in one unit, as exact text: a quintal of 46 kg is "46000". */
    factor: z.string(),
    source: z.string(),
    since: z.string(),
    until: z.nullable(z.string()),
  }),
});
