/** A day that is closed: what it came to, what came after, and what is still to be sent. */
import { kilogramsOf } from "../day/kilograms.ts";
import type { DayTold } from "../day/told.ts";
import { Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Notice } from "../parts/notice.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { DayCounts } from "./day-counts.tsx";

/** Must: name what came after the close; it counts, and is compared. */
export function DayClosed({ day }: { day: DayTold }) {
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
