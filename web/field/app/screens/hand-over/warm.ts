/**
 * The first grade and the first payment after opening are worked out once for nobody, when there is time: the first time costs a slow
 * telephone ten times as much as every other, and somebody stands there for that one.
 */
import type { Notation } from "../../../../language/notation.ts";
import type { FieldCore } from "../../ports.ts";
import { atPoint, factsOf } from "./facts.ts";
import { newDraft, withBag, withReading } from "./rules/draft.ts";
import { handOverTerms } from "./rules/terms.ts";

let isWarm = false;

/** Works them out, once for each opening of the app. Nothing is kept of it. */
export function warmUp(core: FieldCore, notation: Notation): void {
  if (isWarm) return;
  isWarm = true;
  const later = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 300));
  later(() => {
    try {
      workOut(core, notation);
    } catch {
      // Our own rules broke on it: the hand-over that they break on will say so.
    }
  });
}

function workOut(core: FieldCore, notation: Notation): void {
  const agent = core.clerk()?.agent ?? core.device;
  const day = core.today();
  const [product = ""] = atPoint(core, day).products;
  const sack = { container: "sack", count: 1, unit: "kg", shown: "60", gross_g: "60000", tare_g: "700" } as const;
  let draft = withBag(newDraft(core.newId(), { who: { agent }, product, stage: "look" }), { ...sack, tareBy: "table" });
  for (const { measure } of core.ask(handOverTerms(product, day, agent)).scheme?.body.measures ?? [])
    draft = withReading(draft, measure, "10");
  factsOf(core, draft, notation);
}
