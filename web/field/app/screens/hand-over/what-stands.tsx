/** What stands on the scale: which containers and how many, their tare, and the unit that the scale shows. */

import type { Day } from "../../../../../kernel/time/index.ts";
import { unitFor } from "../../../../../rooms/agreements/needs.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { begun, named } from "../../../../language/names.ts";
import { Quiet } from "../../parts/acts.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useField } from "../../screen.ts";
import type { Facts } from "./facts.ts";
import { chooseKeyboard, ownKeyboard } from "./figure-pad.tsx";
import { type Typing, typed } from "./rules/draft.ts";
import { readCount } from "./rules/weigh.ts";
import type { Change } from "./use-draft.ts";

/** Kinds there is a word for in every language; a season may have others. */
const usualContainers = ["sack", "bag", "crate", "can", "bulk"];
/** Units of weight that the organisation may have defined for itself. */
const localWords = ["quintal", "qq", "arroba", "libra", "carga"];

type Props = { pad: Typing; facts: Facts; change: Change; onDone: () => void };

/** Must: change nothing of what was weighed already. */
export function WhatStands({ pad, facts, change, onDone }: Props) {
  const say = useSay();
  const { core } = useField();
  const set = (changed: Partial<Typing>): void => change((now) => typed(now, changed));
  const ofSeason = facts.containers.map((one) => one.container);
  const containers = [...new Set([pad.container, ...ofSeason, ...usualContainers])].slice(0, 6);
  const product = facts.terms.season?.policy.product ?? null;
  const local = localWords.filter((word) => core.ask(unitFor(word, product, facts.day as Day)) !== null);
  const count = readCount(pad.count) ?? 1;
  return (
    <div class="what-stands">
      <Choice
        legend={say("field.hand-over.container")}
        options={containers.map((value) => ({ value, label: begun(named("container", value, say)) }))}
        value={pad.container}
        onChoose={(container) => set({ container, tare: "" })}
      />
      <div class="how-many">
        <span id="how-many">{say("field.hand-over.together")}</span>
        <button
          type="button"
          class="small-key"
          aria-label={say("field.hand-over.one-less")}
          onClick={() => set({ count: `${Math.max(1, count - 1)}` })}
        >
          <Icon name="minus" />
        </button>
        <output aria-labelledby="how-many">{count}</output>
        <button
          type="button"
          class="small-key"
          aria-label={say("field.hand-over.one-more")}
          onClick={() => set({ count: `${count + 1}` })}
        >
          <Icon name="plus" />
        </button>
      </div>
      <Choice
        legend={say("field.hand-over.scale-shows")}
        options={["kg", "lb", ...local].map((value) => ({ value, label: named("unit", value, say) }))}
        value={pad.unit}
        onChoose={(unit) => set({ unit, tare: "" })}
      />
      <p class="pair">
        <Quiet onPress={() => set({ of: "tare" })}>{say("field.hand-over.weigh-empty")}</Quiet>
        <Quiet
          onPress={() => {
            chooseKeyboard(!ownKeyboard.value);
            onDone();
          }}
        >
          {say(ownKeyboard.value ? "field.hand-over.with-keys" : "field.hand-over.with-keyboard")}
        </Quiet>
      </p>
    </div>
  );
}
