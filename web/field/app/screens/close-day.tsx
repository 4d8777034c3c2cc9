/** Closing the day: receipts against their serials, kilos by product, the box by its notes; then the day in one sentence. */

import { productName } from "../../../language/names.ts";
import { notesIn } from "../day/cash.ts";
import { useDraft } from "../day/draft.ts";
import { kilogramsOf } from "../day/kilograms.ts";
import { useMoment } from "../day/moment.ts";
import { cashInBox, notesOf } from "../day/point.ts";
import { type DayTold, dayOf, gapsIn, serialsOf } from "../day/told.ts";
import { isVoidHere } from "../day/voids.ts";
import { Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Counts } from "../parts/counts.tsx";
import { Figure } from "../parts/figure.tsx";
import { Notice } from "../parts/notice.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { begunHandOvers } from "./hand-over/begin.ts";

type Closing = {
  readonly counting: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly skipped: readonly string[];
};
const nothingYet: Closing = { counting: {}, skipped: [] };

/** The receipts of the day as a range of this telephone's series; null when it gave none. */
function rangeOf(day: DayTold, series: string): { series: string; from: number; to: number } | null {
  const serials = serialsOf(
    day.handOvers.map((one) => one.receipt ?? ""),
    series,
  );
  const [from, to] = [serials[0], serials.at(-1)];
  return from === undefined || to === undefined ? null : { series, from, to };
}

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

/** Receipts, voids, kilos, and serials that nobody can account for. */
function DayCounts({ day }: { day: DayTold }) {
  const { core, say } = useField();
  const range = rangeOf(day, core.series);
  const gaps = gapsIn(
    day.handOvers.map((one) => one.receipt ?? ""),
    core.series,
  );
  const onPaper = day.handOvers.filter((one) => one.fromPad).length;
  return (
    <>
      <Rows label={say("field.close.counts")}>
        <Row
          icon="receipt"
          title={say("field.close.receipts")}
          under={
            range === null
              ? say("field.close.no-receipts")
              : say("field.close.range", { series: range.series, from: String(range.from), to: String(range.to) })
          }
          figure={<b>{day.handOvers.length}</b>}
        />
        {day.voids.length === 0 ? null : (
          <Row mark="void" title={say("field.close.voids")} figure={<b>{day.voids.length}</b>} />
        )}
        {onPaper === 0 ? null : <Row icon="paper" title={say("field.close.from-pad")} figure={<b>{onPaper}</b>} />}
        {day.kilos.map(({ product, net }) => (
          <Row
            key={product}
            icon="sack"
            title={productName(product, say)}
            under={say("field.close.net")}
            figure={<Figure exact={kilogramsOf(net)} of="kg" />}
          />
        ))}
      </Rows>
      {gaps.length === 0 ? null : (
        <Notice state="waiting" title={say("field.close.gaps", { serials: gaps.slice(0, 12).join(", ") })}>
          <p>{say("field.close.gaps-why")}</p>
        </Notice>
      )}
    </>
  );
}

/** The day is closed: what it came to, and what is still to be sent. */
function DayClosed({ day }: { day: DayTold }) {
  const { core, say, go, replace } = useField();
  const { unsent } = core.sync();
  const net = kilogramsOf(day.kilos.reduce((sum, one) => sum + one.net, 0n));
  const count = String(day.handOvers.length - day.voids.length);
  const late = day.handOvers.filter((one) => one.sequence > (day.closed?.sequence ?? 0)).length;
  return (
    <Shown
      title={say("field.home.closed", { count, net })}
      speak
      bar={
        <Bar>
          <MainAct icon="check" onPress={() => replace("")}>
            {say("field.close.home")}
          </MainAct>
        </Bar>
      }
    >
      <DayCounts day={day} />
      {late === 0 ? null : (
        <Notice state="waiting" title={say("field.close.late", { count: String(late) })}>
          <p>{say("field.close.late-why")}</p>
        </Notice>
      )}
      {unsent === 0 ? (
        <Notice state="kept" title={say("field.net.all-sent")} />
      ) : (
        <Notice state="waiting" title={say("field.net.unsent", { count: String(unsent) })}>
          <p>{say("field.close.unsent-why")}</p>
          <Quiet onPress={() => go("unsent")}>{say("field.health.to-unsent")}</Quiet>
        </Notice>
      )}
    </Shown>
  );
}
