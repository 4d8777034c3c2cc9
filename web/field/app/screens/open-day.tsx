/** Opening the day: each scale with its known weight, then the box. Either may be left out, and the screen says what follows then. */
import type { ScaleOfPoint, ScaleReading } from "../../../../rooms/acopio/said/point.ts";
import { type Counting, notesIn } from "../day/cash.ts";
import { useDraft } from "../day/draft.ts";
import { gramsTyped } from "../day/kilograms.ts";
import { useMoment } from "../day/moment.ts";
import { cashInBox, type InBox, notesOf, pointHere } from "../day/point.ts";
import { Act, Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Counts } from "../parts/counts.tsx";
import { Notice } from "../parts/notice.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { CheckNotice, KnownWeight } from "./known-weight.tsx";

/** What was typed of an opening; kept at every key. */
type Opening = {
  readonly typed: Readonly<Record<string, string>>;
  readonly checked: readonly string[];
  readonly counting: Readonly<Record<string, Counting>>;
  readonly counted: readonly string[];
};
const nothingYet: Opening = { typed: {}, checked: [], counting: {}, counted: [] };

/** Asks for one thing after another, and opens the day with what was answered. */
export function OpenDayScreen() {
  const { core } = useField();
  const [opening, write, drop] = useDraft<Opening>("open-day", nothingYet);
  const scales = pointHere(core)?.scales ?? [];
  const boxes = cashInBox(core);
  const scale = scales.find((one) => !opening.checked.includes(one.scale));
  const box = boxes.find((one) => !opening.counted.includes(one.currency));
  if (scale !== undefined) {
    const typedAs = (typed: string): Opening["typed"] => ({ ...opening.typed, [scale.scale]: typed });
    return (
      <KnownWeight
        key={scale.scale}
        scale={scale}
        typed={opening.typed[scale.scale] ?? ""}
        onType={(typed) => write({ ...opening, typed: typedAs(typed) })}
        onNext={(typed) => write({ ...opening, typed: typedAs(typed), checked: [...opening.checked, scale.scale] })}
      />
    );
  }
  if (box !== undefined) {
    const { currency } = box;
    const countedAs = (counting: Counting | undefined): Opening["counting"] =>
      Object.fromEntries(
        Object.entries({ ...opening.counting, [currency]: counting }).flatMap(([of, one]) =>
          one === undefined ? [] : [[of, one] as const],
        ),
      );
    return (
      <CountedBox
        key={currency}
        box={box}
        counting={opening.counting[currency] ?? {}}
        onCount={(counting) => write({ ...opening, counting: countedAs(counting) })}
        onNext={(counting) =>
          write({ ...opening, counting: countedAs(counting), counted: [...opening.counted, currency] })
        }
      />
    );
  }
  return <Ready opening={opening} scales={scales} boxes={boxes} onAgain={() => write(nothingYet)} onOpened={drop} />;
}

type CountedProps = {
  box: InBox;
  counting: Counting;
  onCount: (counting: Counting) => void;
  /** Goes on with what was counted; undefined when nobody counts. */
  onNext: (counting: Counting | undefined) => void;
};

/** The box, note by note. A box without a single note is counted too: it is empty. */
function CountedBox({ box, counting, onCount, onNext }: CountedProps) {
  const { core, say } = useField();
  return (
    <Shown
      title={say("field.open.count")}
      bar={
        <Bar>
          <MainAct icon="check" onPress={() => onNext(counting)}>
            {say("field.open.counted")}
          </MainAct>
        </Bar>
      }
    >
      <Counts box={box} values={notesOf(core, box.currency)} counting={counting} onCount={onCount} />
      <Quiet onPress={() => onNext(undefined)}>{say("field.open.skip-count")}</Quiet>
      <p class="small soft">{say("field.open.skip-count-why")}</p>
    </Shown>
  );
}

type ReadyProps = {
  opening: Opening;
  scales: readonly ScaleOfPoint[];
  boxes: readonly InBox[];
  onAgain: () => void;
  onOpened: () => Promise<void>;
};

/** Everything was asked: what will be said, and what follows from it. */
function Ready({ opening, scales, boxes, onAgain, onOpened }: ReadyProps) {
  const { core, say, replace } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const shownBy = (scale: string): bigint | null => gramsTyped(opening.typed[scale] ?? "", say.notation);
  const open = async (): Promise<void> => {
    const checks = scales.flatMap((one): ScaleReading[] => {
      const shown = shownBy(one.scale);
      return shown === null ? [] : [{ scale: one.scale, expected_g: one.knownWeight_g, shown_g: shown.toString() }];
    });
    const cash = boxes.flatMap(({ currency, amount }) => {
      const counting = opening.counting[currency];
      return counting === undefined ? [] : [{ currency, notes: notesIn(counting), shown: amount }];
    });
    if ((await act("point.open-day", { place: core.place, ...moment(), checks, cash })) === null) return;
    await onOpened();
    replace("");
  };
  return (
    <Shown
      title={say("field.open.ready")}
      speak
      bar={
        <Bar>
          <Act onPress={onAgain}>{say("field.open.again")}</Act>
          <MainAct icon="calendar" disabled={busy} onPress={() => void open()}>
            {say("field.home.open-day")}
          </MainAct>
        </Bar>
      }
    >
      {trouble}
      {scales.map((one) => (
        <CheckNotice key={one.scale} scale={one} shown={shownBy(one.scale)} />
      ))}
      {scales.length > 0 ? null : (
        <Notice state="none" title={say("field.open.no-scale")}>
          <p>{say("field.open.no-scale-why")}</p>
        </Notice>
      )}
      {boxes
        .filter(({ currency }) => opening.counting[currency] === undefined)
        .map(({ currency }) => (
          <Notice key={currency} state="waiting" title={say("field.open.not-counted")}>
            <p>{say("field.open.skip-count-why")}</p>
          </Notice>
        ))}
    </Shown>
  );
}
