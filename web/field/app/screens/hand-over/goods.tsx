/** What is handed over: the product, from which plot, under which seal. Asked only where there is a choice. */
import type { VNode } from "preact";
import { useSay } from "../../../../components/speaking.tsx";
import { begun, productName } from "../../../../language/names.ts";
import { Bar, MainAct } from "../../parts/acts.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Entry } from "../../parts/entry.tsx";
import { PersonCard } from "../../parts/person.tsx";
import { Shown } from "../../parts/shown.tsx";
import { Photos } from "./photos.tsx";
import type { Step } from "./step.ts";

/** Must: keep what was weighed when the product is changed; the readings belong to the product and begin anew. */
export function Goods({ draft, facts, change, trouble }: Step & { trouble: VNode | null }) {
  const say = useSay();
  return (
    <Shown
      title={say("field.hand-over.what")}
      bar={
        draft.product === null ? null : (
          <Bar>
            <MainAct icon="scale" onPress={() => change((now) => ({ ...now, stage: "weigh" }))}>
              {say(draft.bags.length === 0 ? "field.hand-over.begin-weighing" : "field.hand-over.back-to-weighing")}
            </MainAct>
          </Bar>
        )
      }
    >
      <PersonCard person={facts.person} />
      {trouble}
      <div class="one-column">
        <Choice
          legend={say("field.hand-over.product")}
          options={facts.products.map((value) => ({ value, label: begun(productName(value, say)) }))}
          value={draft.product}
          onChoose={(product) =>
            change((now) => ({ ...now, product, readings: product === now.product ? now.readings : {} }))
          }
        />
      </div>
      <Entry
        label={say("field.hand-over.claim")}
        hint={say("field.hand-over.claim-hint")}
        value={draft.claim ?? ""}
        onType={(claim) => change((now) => ({ ...now, claim: claim.trim() === "" ? null : claim.slice(0, 80) }))}
        small
      />
      <Photos draft={draft} change={change} />
    </Shown>
  );
}
