/** The rows of what a decided pool carries of earlier ones: each named once, with the pool that it belongs to. */
import { type Written, write } from "../../../kernel/act/record.ts";
import type { Standing } from "../needs/pool-carried.ts";
import { poolCarried, poolDelivery } from "../records.ts";
import type { CarriedTaken } from "../rules/pool/carried.ts";

/**
 * What is carried, the hand-overs that now count in those earlier pools, and the corrections that figures had in them already: no later
 * pool carries these.
 */
export function carriedRows(
  carried: readonly CarriedTaken[],
  counting: readonly Standing[],
  pool: string,
  statementOf: (agent: string) => string,
): readonly Written[] {
  const counted = [...counting, ...carried].flatMap(({ agent, delivery, corrections }) =>
    corrections.map((document) =>
      write(poolCarried, {
        ...{ pool, document, delivery, corrects: pool, agent, statement: statementOf(agent) },
        ...{ grams: 0n, first: 0n, rate: "0", due: 0n, taken: 0n },
      }),
    ),
  );
  const rows = carried.flatMap(({ now, corrections: _, ...one }) => [
    write(poolCarried, { ...one, pool, statement: statementOf(one.agent) }),
    ...(now === null ? [] : [write(poolDelivery, { ...now, pool: one.corrects, statement: statementOf(one.agent) })]),
  ]);
  return [...counted, ...rows];
}
