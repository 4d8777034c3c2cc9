/** Closing the day: receipts against their serials, kilos by product, the box by its notes; then the day in one sentence. */

import { type Counting, notesIn } from "../day/cash.ts";
import { useDraft } from "../day/draft.ts";
import { useMoment } from "../day/moment.ts";
import { cashInBox, notesOf } from "../day/point.ts";
import { dayOf, rangeOf } from "../day/told.ts";
import { isVoidHere } from "../day/voids.ts";
import { Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Counts } from "../parts/counts.tsx";
import { Notice } from "../parts/notice.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { DayClosed } from "./day-closed.tsx";
import { DayCounts } from "./day-counts.tsx";
import { begunHandOvers } from "./hand-over/begin.ts";

type Closing = {
  readonly counting: Readonly<Record<string, Counting>>;
  readonly skipped: readonly string[];
};
const nothingYet: Closing = { counting: {}, skipped: [] };

/** Must: count what is here and nothing else; keep differences as they are; say what is still open before it closes. */
export function CloseDayScreen() {
  const { core, say, go } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const [closing, write, drop] = useDraft<Closing>("close-day", nothingYet);
  const day = dayOf(core, isVoidHere(core));
  const boxes = cashInBox(core);
  const open = begunHandOvers(core);
  if (day.closed !== null) return <DayClosed day={day} />;
  const close = async (): Promise<void> => {
    const said = await act("point.close-day", {
      place: core.place,
      ...moment(),
      ...(day.opened === null ? {} : { opened: day.opened.act }),
      receipts: rangeOf(day, core.series),
      handOvers: day.handOvers.length,
      voids: day.voids.length,
      kilos: day.kilos.map(({ product, net }) => ({ product, net_g: net.toString() })),
      cash: boxes.flatMap(({ currency, amount }) => {
        const counting = closing.counting[currency];
        return counting === undefined || closing.skipped.includes(currency)
          ? []
          : [{ currency, notes: notesIn(counting), shown: amount }];
      }),
    });
    if (said !== null) await drop();
  };
  return (
    <Shown
      title={say("field.close.title")}
      bar={
        <Bar>
          <MainAct icon="check" disabled={busy} onPress={() => void close()}>
            {say("field.home.close-day")}
          </MainAct>
        </Bar>
      }
    >
      {trouble}
      {open.length === 0 ? null : (
        <Notice state="waiting" title={say("field.close.begun", { count: String(open.length) })}>
          <p>{say("field.close.begun-why")}</p>
          <Quiet onPress={() => go("")}>{say("field.close.begun-go")}</Quiet>
        </Notice>
      )}
      <DayCounts day={day} />
      {boxes.map((box) => (
        <section key={box.currency}>
          <h2>{say("field.close.box")}</h2>
          {closing.skipped.includes(box.currency) ? (
            <>
              <Notice state="waiting" title={say("field.open.not-counted")}>
                <p>{say("field.open.skip-count-why")}</p>
              </Notice>
              <Quiet onPress={() => write({ ...closing, skipped: [] })}>{say("field.float.count")}</Quiet>
            </>
          ) : (
            <>
              <Counts
                box={box}
                values={notesOf(core, box.currency)}
                counting={closing.counting[box.currency] ?? {}}
                onCount={(counting) =>
                  write({ ...closing, counting: { ...closing.counting, [box.currency]: counting } })
                }
              />
              {closing.counting[box.currency] === undefined ? (
                <Notice state="waiting" title={say("field.close.untouched")}>
                  <p>{say("field.open.skip-count-why")}</p>
                </Notice>
              ) : null}
              <Quiet onPress={() => write({ ...closing, skipped: [...closing.skipped, box.currency] })}>
                {say("field.open.skip-count")}
              </Quiet>
            </>
          )}
        </section>
      ))}
    </Shown>
  );
}
