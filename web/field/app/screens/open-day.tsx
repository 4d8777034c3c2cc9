/** Opening the day: each scale with its known weight, then the box. Either may be left out, and the screen says what follows then. */
import { useState } from "preact/hooks";
import type { ScaleOfPoint, ScaleReading } from "../../../../rooms/acopio/said/point.ts";
import { notesIn } from "../day/cash.ts";
import { useDraft } from "../day/draft.ts";
import { gramsTyped, kilogramsOf } from "../day/kilograms.ts";
import { useMoment } from "../day/moment.ts";
import { cashInBox, notesOf, pointHere } from "../day/point.ts";
import { Act, Bar, MainAct, PadBar, Quiet } from "../parts/acts.tsx";
import { Counts } from "../parts/counts.tsx";
import { Notice } from "../parts/notice.tsx";
import { Pad } from "../parts/pad.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";

/** What was typed of an opening; kept at every key. */
type Opening = {
  readonly typed: Readonly<Record<string, string>>;
  readonly checked: readonly string[];
  readonly counting: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly counted: readonly string[];
};
const nothingYet: Opening = { typed: {}, checked: [], counting: {}, counted: [] };

/** Asks for one thing after another, and opens the day with what was answered. */
export function OpenDayScreen() {
  const { core, say, replace } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const [opening, write, drop] = useDraft<Opening>("open-day", nothingYet);
  const scales = pointHere(core)?.scales ?? [];
  const boxes = cashInBox(core);
  const scale = scales.find((one) => !opening.checked.includes(one.scale));
  const box = boxes.find((one) => !opening.counted.includes(one.currency));
  const { notation } = say;
  if (scale !== undefined)
    return (
      <KnownWeight
        key={scale.scale}
        scale={scale}
        typed={opening.typed[scale.scale] ?? ""}
        onType={(typed) => write({ ...opening, typed: { ...opening.typed, [scale.scale]: typed } })}
        onNext={(typed) =>
          write({
            ...opening,
            typed: { ...opening.typed, [scale.scale]: typed },
            checked: [...opening.checked, scale.scale],
          })
        }
      />
    );
  if (box !== undefined)
    return (
      <Shown
        key={box.currency}
        title={say("field.open.count", { currency: box.currency })}
        bar={
          <Bar>
            <MainAct
              icon="check"
              onPress={() =>
                write({
                  ...opening,
                  // A box without a single note is counted too: it is empty.
                  counting: { ...opening.counting, [box.currency]: opening.counting[box.currency] ?? {} },
                  counted: [...opening.counted, box.currency],
                })
              }
            >
              {say("field.open.counted")}
            </MainAct>
          </Bar>
        }
      >
        <Counts
          box={box}
          values={notesOf(core, box.currency)}
          counting={opening.counting[box.currency] ?? {}}
          onCount={(counting) => write({ ...opening, counting: { ...opening.counting, [box.currency]: counting } })}
        />
        <Quiet
          onPress={() => {
            const { [box.currency]: _left, ...rest } = opening.counting;
            write({ ...opening, counting: rest, counted: [...opening.counted, box.currency] });
          }}
        >
          {say("field.open.skip-count")}
        </Quiet>
        <p class="small soft">{say("field.open.skip-count-why")}</p>
      </Shown>
    );
  const checks = scales.flatMap((one): ScaleReading[] => {
    const shown = gramsTyped(opening.typed[one.scale] ?? "", notation);
    return shown === null ? [] : [{ scale: one.scale, expected_g: one.knownWeight_g, shown_g: shown.toString() }];
  });
  const cash = boxes.flatMap(({ currency, amount }) => {
    const counting = opening.counting[currency];
    return counting === undefined ? [] : [{ currency, notes: notesIn(counting), shown: amount }];
  });
  const open = async (): Promise<void> => {
    if ((await act("point.open-day", { place: core.place, ...moment(), checks, cash })) === null) return;
    await drop();
    replace("");
  };
  return (
    <Shown
      key="ready"
      title={say("field.open.ready")}
      speak
      bar={
        <Bar>
          <Act onPress={() => write(nothingYet)}>{say("field.open.again")}</Act>
          <MainAct icon="calendar" disabled={busy} onPress={() => void open()}>
            {say("field.home.open-day")}
          </MainAct>
        </Bar>
      }
    >
      {trouble}
      {scales.map((one) => (
        <CheckNotice key={one.scale} scale={one} shown={gramsTyped(opening.typed[one.scale] ?? "", notation)} />
      ))}
      {scales.length === 0 ? (
        <Notice state="none" title={say("field.open.no-scale")}>
          <p>{say("field.open.no-scale-why")}</p>
        </Notice>
      ) : null}
      {boxes.map(({ currency }) =>
        opening.counting[currency] === undefined ? (
          <Notice key={currency} state="waiting" title={say("field.open.not-counted")}>
            <p>{say("field.open.skip-count-why")}</p>
          </Notice>
        ) : null,
      )}
    </Shown>
  );
}

/** How far a scale is off, and what follows. */
function CheckNotice({ scale, shown }: { scale: ScaleOfPoint; shown: bigint | null }) {
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

type Weighed = { scale: ScaleOfPoint; typed: string; onType: (typed: string) => void; onNext: (typed: string) => void };

/** One scale, with the weight it is checked with in big figures. */
function KnownWeight({ scale, typed, onType, onNext }: Weighed) {
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
              {say("field.next-step")}
            </MainAct>
          </Bar>
        }
      >
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
