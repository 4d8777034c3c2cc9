/** One scale under the weight it is checked with: what it shows, how far it is off, and what follows. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ScaleOfPoint } from "../../../../rooms/acopio/said/point.ts";
import { gramsTyped, kilogramsOf } from "../day/kilograms.ts";
import { Act, Bar, MainAct, PadBar, Quiet } from "../parts/acts.tsx";
import { Notice } from "../parts/notice.tsx";
import { Pad } from "../parts/pad.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";

/** How far a scale is off, and what follows. */
export function CheckNotice({ scale, shown }: { scale: ScaleOfPoint; shown: bigint | null }) {
  const { say } = useField();
  const values = { scale: scale.scale, expected: kilogramsOf(BigInt(scale.knownWeight_g)) };
  if (shown === null)
    return (
      <Notice state="waiting" title={say("field.open.unchecked", values)}>
        <p>{say("field.open.unchecked-why")}</p>
      </Notice>
    );
  const off = shown - BigInt(scale.knownWeight_g);
  const told = { ...values, shown: kilogramsOf(shown), off: kilogramsOf(off < 0n ? -off : off) };
  return (off < 0n ? -off : off) <= BigInt(scale.tolerance_g) ? (
    <Notice state="kept" title={say("field.open.good", told)}>
      <p>{say("field.open.good-why", told)}</p>
    </Notice>
  ) : (
    <Notice state="waiting" title={say("field.open.off", told)}>
      <p>{say("field.open.off-why", told)}</p>
    </Notice>
  );
}

type Weighed = {
  scale: ScaleOfPoint;
  typed: string;
  onType: (typed: string) => void;
  /** Goes on with what it showed; empty when nobody looked. */
  onNext: (typed: string) => void;
  /** What going on is called, where it is more than the next step. */
  next?: string;
  /** Why what it showed could not be kept. */
  trouble?: VNode | null;
};

/** One scale, with the weight it is checked with in big figures. */
export function KnownWeight({ scale, typed, onType, onNext, next, trouble }: Weighed) {
  const { say } = useField();
  const [looked, setLooked] = useState(false);
  const shown = gramsTyped(typed, say.notation);
  const expected = kilogramsOf(BigInt(scale.knownWeight_g));
  if (looked)
    return (
      <Shown
        title={say("field.open.scale", { scale: scale.scale })}
        bar={
          <Bar>
            <Act icon="scale" onPress={() => setLooked(false)}>
              {say("field.open.weigh-again")}
            </Act>
            <MainAct icon="check" onPress={() => onNext(typed)}>
              {next ?? say("field.next-step")}
            </MainAct>
          </Bar>
        }
      >
        {trouble ?? null}
        <CheckNotice scale={scale} shown={shown} />
      </Shown>
    );
  return (
    <Shown
      title={say("field.open.put-on", { scale: scale.scale, expected })}
      bar={
        <PadBar>
          <Pad
            name={say("field.open.shows-of", { scale: scale.scale })}
            label={say("field.open.shows")}
            unit="kg"
            value={typed}
            onType={onType}
            disabled={shown === null}
            onSave={() => setLooked(true)}
            save={say("field.open.check")}
            hint={say("field.open.tolerance", { tolerance: kilogramsOf(BigInt(scale.tolerance_g)) })}
          />
        </PadBar>
      }
    >
      <Quiet onPress={() => onNext("")}>{say("field.open.skip-scale")}</Quiet>
    </Shown>
  );
}
