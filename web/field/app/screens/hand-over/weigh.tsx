/** The screen at the scale: sacks on the cord, net weight, grade with its reasons, first payment. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { begun, productName } from "../../../../language/names.ts";
import { kilogramsInWords } from "../../../../language/number-words.ts";
import { Act, Bar, MainAct, Quiet, Tool } from "../../parts/acts.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PersonCard, personTitle } from "../../parts/person.tsx";
import { Shown } from "../../parts/shown.tsx";
import { signalSaved } from "../../parts/sounds.ts";
import { useField } from "../../screen.ts";
import { Bags } from "./bags.tsx";
import { useGive } from "./give.tsx";
import { GradeLines } from "./grade-lines.tsx";
import { Net } from "./net.tsx";
import { Payment } from "./payment.tsx";
import { ReadingPad } from "./reading-pad.tsx";
import { type HandOverDraft, standing, withoutBag, withPad, withPadFor } from "./rules/draft.ts";
import { SayAloud } from "./say-aloud.tsx";
import type { Step } from "./step.ts";
import { WeighPad } from "./weigh-pad.tsx";
import { bagName, bagTitle } from "./words.ts";

type Props = Step & { trouble: VNode | null };

/** Must: show one person's hand-over and nothing of another's; have one main act, whatever is still missing. */
export function Weigh(step: Props) {
  const { id, draft, facts, change, trouble } = step;
  const say = useSay();
  const { go } = useField();
  const [bag, setBag] = useState<number | null>(null);
  const usual = { container: facts.containers[0]?.container ?? "sack", unit: "kg" };
  /** The draft as it is weighed: with the product that was clear without asking. */
  const opened = (now: HandOverDraft): HandOverDraft => ({ ...now, stage: "weigh", product: draft.product });
  const openPad = (): void => change((now) => withPad(opened(now), usual));
  const isPadOpen = draft.pad !== null;
  useEffect(() => {
    if (isPadOpen) scrollTo(0, 0);
  }, [isPadOpen]);
  const { pad } = draft;
  const division = facts.scale === null ? null : BigInt(facts.scale.division_g);
  const who = personTitle(facts.person, say);
  return (
    <Shown
      title={say("field.hand-over.title", { who })}
      away
      back={false}
      bar={pad === null ? <WeighBar {...step} onWeigh={openPad} /> : null}
    >
      <div class={pad === null ? "weigh" : "weigh with-pad"}>
        <PersonCard
          person={facts.person}
          tool={
            <Tool icon="scan" onPress={() => go("who", id)}>
              {say("field.hand-over.change")}
            </Tool>
          }
        />
        {trouble}
        <Bags
          bags={draft.bags}
          division={division}
          weighing={pad !== null}
          onBag={(number) => setBag(number === bag ? null : number)}
          onMore={() => (pad === null ? openPad() : change((now) => ({ ...now, pad: null })))}
        />
        {bag === null ? null : <OneBag draft={draft} number={bag} change={change} onDone={() => setBag(null)} />}
        <Net draft={draft} facts={facts} />
        {facts.readings.length === 0 ? null : (
          <GradeLines facts={facts} onMeasure={(measure) => change((now) => withPadFor(opened(now), measure))} />
        )}
        <Payment facts={facts} />
        <button class="goods-line" type="button" onClick={() => change((now) => ({ ...opened(now), stage: "goods" }))}>
          <span>{goodsWords(draft, say)}</span>
          <span class="away">{say("field.hand-over.goods-change")}</span>
          <Icon name="next" />
        </button>
        <Leave id={id} />
      </div>
      {pad === null ? null : pad.of === "reading" ? (
        <ReadingPad draft={draft} pad={pad} facts={facts} change={change} />
      ) : (
        <WeighPad draft={draft} pad={pad} facts={facts} change={change} />
      )}
    </Shown>
  );
}

/** "Café pergamino, sin sello". */
function goodsWords({ product, claim }: HandOverDraft, say: ReturnType<typeof useSay>): string {
  const goods = product === null ? say("field.hand-over.no-product") : begun(productName(product, say));
  return say("field.hand-over.goods", { goods, claim: claim ?? "", has: claim === null ? "none" : "one" });
}

/** What can be done with a bag that hangs already: it is voided, and another weighed in its place. */
function OneBag({
  draft,
  number,
  change,
  onDone,
}: Pick<Step, "draft" | "change"> & { number: number; onDone: () => void }) {
  const say = useSay();
  const bag = draft.bags.find((one) => one.number === number);
  if (bag === undefined) return null;
  const name = bagName(bag.container, number, say);
  const tare = say("value.kilograms", { value: kilogramsOf(bag.tare_g) });
  return (
    <Notice state={bag.voided ? "void" : "none"} title={bagTitle(bag.container, number, say)}>
      <p>
        {say("field.hand-over.bag-says", {
          gross: say("value.kilograms", { value: kilogramsOf(bag.gross_g) }),
          tare,
          by: bag.tareBy,
        })}
      </p>
      {bag.voided ? null : (
        <Act
          onPress={() => {
            change((now) => withPad(withoutBag(now, number), bag));
            signalSaved();
            onDone();
          }}
        >
          {say("field.hand-over.void-bag", { name })}
        </Act>
      )}
    </Notice>
  );
}

/** The bar: the weight to be said aloud, and what comes next. */
function WeighBar({ draft, facts, change, onWeigh, ...step }: Props & { onWeigh: () => void }) {
  const say = useSay();
  const give = useGive({ ...step, draft, facts, change });
  if (standing(draft).length === 0)
    return (
      <Bar>
        <MainAct icon="scale" onPress={onWeigh}>
          {say("field.hand-over.first-bag")}
        </MainAct>
      </Bar>
    );
  const words = kilogramsInWords(kilogramsOf(facts.weights.net < 0n ? 0n : facts.weights.net), say);
  return (
    <Bar>
      {give.trouble}
      <SayAloud words={words} />
      {draft.paper === null ? (
        <MainAct icon="person" onPress={() => change((now) => ({ ...now, stage: "look" }))}>
          {say("field.hand-over.show")}
        </MainAct>
      ) : (
        <MainAct icon="pen" disabled={give.busy} onPress={() => void give.give()}>
          {say("field.hand-over.key-in", { serial: draft.paper.serial })}
        </MainAct>
      )}
    </Bar>
  );
}

/** A hand-over that comes to nothing is left: asked once, since what was weighed is gone then. */
function Leave({ id }: { id: string }) {
  const say = useSay();
  const { core, replace } = useField();
  const [asked, setAsked] = useState(false);
  if (!asked) return <Quiet onPress={() => setAsked(true)}>{say("field.hand-over.leave")}</Quiet>;
  return (
    <Notice state="waiting" title={say("field.hand-over.leave-sure")}>
      <Act onPress={() => void core.drafts.drop(id).then(() => replace("turn"))}>
        {say("field.hand-over.leave-yes")}
      </Act>
      <Quiet onPress={() => setAsked(false)}>{say("field.hand-over.leave-no")}</Quiet>
    </Notice>
  );
}
