/** The pad over the hand-over: the weight of the next container, and the tare of an empty one. It asks, and never blocks. */
import { useState } from "preact/hooks";
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { begun } from "../../../../language/names.ts";
import type { Say } from "../../../../language/say.ts";
import { signalRefused, signalSaved } from "../../parts/sounds.ts";
import { useField } from "../../screen.ts";
import type { Facts } from "./facts.ts";
import { FigurePad } from "./figure-pad.tsx";
import { type HandOverDraft, nextNumber, type Typing, typed, withBag, withPad } from "./rules/draft.ts";
import { readCount, readWeight, tareAsBefore, tareOf, type WeighDoubt, weighDoubt } from "./rules/weigh.ts";
import type { Change } from "./use-draft.ts";
import { WhatStands } from "./what-stands.tsx";
import { bagName, kilosWords } from "./words.ts";

type Props = { draft: HandOverDraft; pad: Typing; facts: Facts; change: Change };

/** What the pad knows of the figure in it. */
function weighing({ draft, pad, facts }: Omit<Props, "change">, say: Say) {
  const unit = facts.unitOf(pad.unit);
  const read = readWeight(pad.gross, unit, say.notation);
  const tare = tareOf(pad, unit, tareAsBefore(draft, facts.tares), say.notation);
  const count = readCount(pad.count) ?? 1;
  const division = facts.scale === null || pad.unit !== "kg" ? null : BigInt(facts.scale.division_g);
  const doubt =
    read === null
      ? null
      : weighDoubt(
          { gross: read.grams, tare: tare?.grams ?? null, container: pad.container, count },
          { division, usual: facts.containers },
        );
  return { read, tare, count, division, doubt };
}

/** What is asked about a weight, with the likely one. */
function doubtWords(doubt: WeighDoubt, name: string, say: Say): string {
  if (doubt.doubt === "outside-usual")
    return say("field.hand-over.ask-outside-usual", {
      name,
      from: kilogramsOf(doubt.from_g),
      to: kilogramsOf(doubt.to_g),
    });
  if (doubt.doubt === "finer-than-scale")
    return say("field.hand-over.ask-finer", { likely: kilogramsOf(doubt.likely_g) });
  return say("field.hand-over.ask-tare");
}

/** Must: keep the weight of what stands on the scale in two touches; ask about an unlikely one and keep it all the same. */
export function WeighPad({ draft, pad, facts, change }: Props) {
  const say = useSay();
  const { announce } = useField();
  const [open, setOpen] = useState(false);
  const name = bagName(pad.container, nextNumber(draft), say);
  const { read, tare, count, division, doubt } = weighing({ draft, pad, facts }, say);
  const asked = doubt !== null && pad.asked === pad.gross;

  const keep = (): void => {
    if (read === null) {
      signalRefused();
      return;
    }
    if (tare === null) {
      change((now) => typed(now, { of: "tare" }));
      return;
    }
    if (doubt !== null && !asked) {
      signalRefused();
      announce(doubtWords(doubt, name, say));
      change((now) => typed(now, { asked: pad.gross }));
      return;
    }
    const bag = { container: pad.container, count, shown: read.shown, unit: pad.unit };
    const grams = { gross_g: `${read.grams}`, tare_g: `${tare.grams}`, tareBy: tare.by };
    change((now) => withPad(withBag(now, { ...bag, ...grams }), pad));
    signalSaved();
    announce(say("field.hand-over.kept-bag", { name, weight: kilosWords(read.grams, division, say) }));
  };

  if (pad.of === "tare")
    return (
      <FigurePad
        key="tare"
        name={say("field.hand-over.tare-of", { name })}
        label={say("field.hand-over.tare")}
        unit={pad.unit}
        value={pad.tare}
        onType={(tare) => change((now) => typed(now, { tare }))}
        hint={say("field.hand-over.tare-hint", { name })}
        save={say("field.hand-over.save-tare")}
        onSave={() => (pad.tare === "" ? signalRefused() : change((now) => typed(now, { of: "gross" })))}
      />
    );
  const usual = facts.containers.find((one) => one.container === pad.container);
  const inKilograms =
    pad.unit === "kg" || read === null ? null : say("value.kilograms", { value: kilogramsOf(read.grams) });
  const hint =
    inKilograms ??
    (usual === undefined
      ? ""
      : say("field.hand-over.usual", { name, from: kilogramsOf(usual.from_g), to: kilogramsOf(usual.to_g) }));
  return (
    <FigurePad
      key="gross"
      name={say("field.hand-over.weight-of", { name })}
      label={count === 1 ? begun(name) : say("field.hand-over.several", { count: `${count}`, name })}
      under={
        tare === null
          ? say("field.hand-over.tare-none")
          : say("field.hand-over.tare-is", { tare: kilosWords(tare.grams, null, say) })
      }
      opened={open}
      onOpen={() => setOpen(!open)}
      unit={pad.unit}
      value={pad.gross}
      onType={(gross) => change((now) => typed(now, { gross }))}
      hint={hint}
      {...(doubt === null || read === null ? {} : { doubt: doubtWords(doubt, name, say) })}
      save={
        asked && read !== null
          ? say("field.hand-over.save-anyway", { weight: kilosWords(read.grams, division, say) })
          : say("field.hand-over.save-bag", { name })
      }
      onSave={keep}
    >
      {open ? <WhatStands pad={pad} facts={facts} change={change} onDone={() => setOpen(false)} /> : null}
    </FigurePad>
  );
}
