/** A scale checked again in the middle of the day: after it was moved, knocked, or left unchecked in the morning. */
import { useState } from "preact/hooks";
import { scaleCheckedOn } from "../../../../rooms/acopio/needs/points.ts";
import { gramsTyped } from "../day/kilograms.ts";
import { useMoment } from "../day/moment.ts";
import { pointHere } from "../day/point.ts";
import type { MarkName } from "../parts/icons.ts";
import { Notice } from "../parts/notice.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { KnownWeight } from "./known-weight.tsx";

/** Must: say of each scale when it was last found right, and keep what it shows as it shows it. */
export function ScaleScreen() {
  const { core, say } = useField();
  const { act, trouble } = useSaying();
  const moment = useMoment();
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState("");
  const scales = pointHere(core)?.scales ?? [];
  const scale = scales.find((one) => one.scale === chosen);
  const leave = (): void => {
    setChosen("");
    setTyped("");
  };
  const keep = async (shown: bigint | null): Promise<void> => {
    if (scale === undefined || shown === null) return leave();
    const reading = { scale: scale.scale, expected_g: scale.knownWeight_g, shown_g: shown.toString() };
    if ((await act("scale.check", { place: core.place, ...moment(), ...reading })) !== null) leave();
  };
  if (scale !== undefined)
    return (
      <KnownWeight
        scale={scale}
        typed={typed}
        onType={setTyped}
        onNext={(read) => void keep(gramsTyped(read, say.notation))}
        next={say("field.scale.keep")}
        trouble={trouble}
      />
    );
  return (
    <Shown title={say("field.scale.title")}>
      {scales.length > 0 ? null : <Notice state="none" title={say("field.open.no-scale")} />}
      <Rows label={say("field.scale.title")}>
        {scales.map((one) => {
          const checked = core.ask(scaleCheckedOn(core.place, one.scale));
          const mark: MarkName = checked === core.today() ? "kept" : "waiting";
          return (
            <Row
              key={one.scale}
              mark={mark}
              title={say("field.open.scale", { scale: one.scale })}
              under={
                checked === null
                  ? say("field.scale.never")
                  : checked === core.today()
                    ? say("field.scale.today")
                    : say("field.scale.last", { day: checked })
              }
              onPress={() => setChosen(one.scale)}
            />
          );
        })}
      </Rows>
    </Shown>
  );
}
