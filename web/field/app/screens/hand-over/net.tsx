/** What is left when the containers are taken off, with the arithmetic in sight. */
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { Figure } from "../../parts/figure.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { Facts } from "./facts.ts";
import { type HandOverDraft, standing } from "./rules/draft.ts";
import { kilosWords, toDivision } from "./words.ts";

/** What the scale showed where it does not weigh in kilograms: "662,4 lb", summed by unit. */
function foreignReadings(draft: HandOverDraft): readonly { readonly unit: string; readonly shown: string }[] {
  return standing(draft)
    .filter(({ unit }) => unit !== "kg")
    .map(({ unit, shown }) => ({ unit, shown }));
}

/** Must: say of each weight which it is; show how net comes from gross and tare. */
export function Net({ draft, facts }: { draft: HandOverDraft; facts: Facts }) {
  const say = useSay();
  const { weights, scale } = facts;
  const division = scale === null ? null : BigInt(scale.division_g);
  const foreign = foreignReadings(draft);
  return (
    <section class="net" aria-label={say("field.hand-over.net-weight")}>
      <p class="amount">
        <Figure
          exact={toDivision(weights.net, division)}
          of="kg"
          size="huge"
          unit={`\u00a0${say("field.hand-over.net")}`}
        />
      </p>
      <p class="soft">
        {say("field.hand-over.net-sum", {
          gross: kilosWords(weights.gross, division, say),
          tare: kilosWords(weights.tare, division, say),
        })}
      </p>
      {foreign.length === 0 ? null : (
        <p class="soft small">
          {say("field.hand-over.as-shown", {
            readings: foreign.map((one) => `${say("value.figure", { value: one.shown })}\u00a0${one.unit}`).join(" + "),
          })}
        </p>
      )}
      {weights.net >= 0n ? null : (
        <Notice state="waiting" title={say("field.hand-over.net-below")}>
          <p>{say("field.hand-over.net-below-why", { net: kilogramsOf(weights.net) })}</p>
        </Notice>
      )}
    </section>
  );
}
