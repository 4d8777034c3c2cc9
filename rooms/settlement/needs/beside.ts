/** What price plans read beside the hand-overs themselves: asked for only where a plan has such a step. */
import { always, each, map, type Need, together } from "../../../kernel/act/need.ts";
import { resultsOf } from "../../acopio/needs/laboratory.ts";
import { schemeTerms } from "../../agreements/needs/terms.ts";
import type { LabResult } from "../../agreements/rules/beside.ts";
import { fixingsOf } from "../../market/needs/fixing.ts";
import type { HandOver } from "../rules/hand-over.ts";
import { besideRead, type PlanRow } from "../rules/plans-of-season.ts";

const producerKey = (member: string, product: string): string => `${member}|${product}`;

/** The hand-overs with what these plans read of them; the same ones where they read nothing. */
export function withBeside(plans: readonly PlanRow[], handOvers: readonly HandOver[]): Need<readonly HandOver[]> {
  const read = besideRead(plans);
  if (read === null) return always(handOvers);
  const producers = new Map(
    handOvers.flatMap(({ received }) =>
      received === null || !read.labMeasures
        ? []
        : [[producerKey(received.member, received.product), received] as const],
    ),
  );
  const asked = {
    results: each([...producers.values()].map(({ member, product }) => resultsOf(member, product))),
    terms: schemeTerms(read.schemes),
    fixings: fixingsOf(read.contracts),
  };
  return map(together(asked), ({ results, terms, fixings }) => {
    const byProducer = new Map<string, readonly LabResult[]>(
      [...producers.keys()].map((key, at) => [key, results[at] ?? []]),
    );
    return handOvers.map((one) => ({
      ...one,
      beside: {
        ...(read.place && one.received !== null ? { place: one.received.place } : {}),
        labResults: byProducer.get(producerKey(one.received?.member ?? "", one.received?.product ?? "")) ?? [],
        terms,
        fixings,
      },
    }));
  });
}
