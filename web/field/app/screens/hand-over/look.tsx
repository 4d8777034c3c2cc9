/** The telephone is turned round: the producer looks, hears the weight, and agrees or objects. Nothing is given before. */

import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import { Sentence, useSay } from "../../../../components/speaking.tsx";
import { named, productName } from "../../../../language/names.ts";
import { kilogramsInWords } from "../../../../language/number-words.ts";
import { Act, Bar, MainAct, Pair } from "../../parts/acts.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useGive } from "./give.tsx";
import { Net } from "./net.tsx";
import { Payment } from "./payment.tsx";
import { SayAloud } from "./say-aloud.tsx";
import type { Step } from "./step.ts";

/** Must: be read from across a table; give both answers the same room. */
export function Look(step: Step) {
  const { draft, facts, change } = step;
  const say = useSay();
  const { give, trouble, busy } = useGive(step);
  const { payment, weights, verdict } = facts;
  const words = kilogramsInWords(kilogramsOf(weights.net < 0n ? 0n : weights.net), say);
  const paid = payment.known && verdict.goods !== "rejected" && payment.paid !== "" ? payment : null;
  return (
    <Shown
      title={say("field.hand-over.look", { goods: productName(draft.product ?? "", say) })}
      speak
      back={false}
      bar={
        <Bar>
          {trouble}
          <SayAloud words={words} />
          <Pair>
            <Act disabled={busy} onPress={() => change((now) => ({ ...now, stage: "object" }))}>
              {say("field.hand-over.with-objection")}
            </Act>
            <MainAct disabled={busy} onPress={() => void give()}>
              {say("field.hand-over.agreed")}
            </MainAct>
          </Pair>
        </Bar>
      }
    >
      <div class="look">
        <Net draft={draft} facts={facts} />
        {paid === null ? null : (
          <p class="is-paid">
            <Sentence
              of="field.hand-over.is-paid"
              values={{ quantity: paid.paid, unit: named("unit", paid.unit, say) }}
            />
            {paid.unitPrice === null ? null : (
              <span class="soft">
                {say("field.hand-over.at-price", {
                  price: paid.unitPrice,
                  currency: paid.currency,
                  unit: named("unit", paid.unit, say),
                })}
              </span>
            )}
          </p>
        )}
        <Payment facts={facts} />
        <button class="quiet" type="button" onClick={() => change((now) => ({ ...now, stage: "weigh" }))}>
          {say("field.hand-over.back-to-weighing")}
        </button>
      </div>
    </Shown>
  );
}
