/** A hand-over opened anew from one that was said: the same person, product and bags, under an id of its own. */

import { kilogramsOf } from "../../../../../../kernel/quantity/index.ts";
import type { ReceiveSaid } from "../../../../../../rooms/acopio/said.ts";
import { type DraftBag, type HandOverDraft, newDraft } from "./draft.ts";

/** The draft. What the producer agreed or objected to is asked again: it was said of another paper. */
export function draftAgain(delivery: string, said: ReceiveSaid, decimalMark: string): HandOverDraft {
  const bags: readonly DraftBag[] = said.bags.map((bag, at) => ({
    number: at + 1,
    container: bag.container,
    count: bag.count,
    shown: bag.reading?.gross ?? kilogramsOf(bag.gross_g),
    unit: bag.reading?.unit ?? "kg",
    gross_g: bag.gross_g,
    tare_g: bag.tare_g,
    tareBy: "weighed",
    voided: false,
  }));
  return newDraft(delivery, {
    who: { agent: said.member },
    stage: "weigh",
    product: said.product,
    plot: said.plot ?? null,
    claim: said.claim ?? null,
    bags: [...bags],
    readings: Object.fromEntries(
      said.measurements.map(({ measure, value }) => [measure, value.replace(".", decimalMark)]),
    ),
    photos: said.photos ?? [],
    replacing: said.delivery,
  });
}
