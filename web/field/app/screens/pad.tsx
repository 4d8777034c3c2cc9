/** What became of the leaves of a pad: keyed in, spoiled, blank. Every serial is accounted for; a gap is a question. */
import { useState } from "preact/hooks";
import { rows } from "../../../../kernel/act/need.ts";
import { padSerial } from "../../../../rooms/acopio/records/pads.ts";
import { serialsIn, serialsText } from "../../../../rooms/acopio/rules/serials.ts";
import { useMoment } from "../day/moment.ts";
import { padsHere } from "../day/point.ts";
import { Bar, MainAct } from "../parts/acts.tsx";
import { Choice } from "../parts/choice.tsx";
import { Entry } from "../parts/entry.tsx";
import { Notice } from "../parts/notice.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { rangeWords } from "./paper.tsx";

const states = ["used", "spoiled", "blank"] as const;

/** `argument`: the pad's id. */
export function PadScreen({ argument }: { argument: string }) {
  const { core, say } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const [state, setState] = useState<"spoiled" | "blank">("spoiled");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const pad = padsHere(core).find((one) => one.pad === argument);
  if (pad === undefined) return <Shown title={say("field.paper.none")} />;
  const told = core.ask(rows(padSerial, "byPad", [pad.pad]));
  const known = new Set(told.map((one) => one.serial));
  const left = serialsIn(pad.serial_from, pad.serial_to).filter((one) => !known.has(one));
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to || from, 10)];
  const isRange = first >= pad.serial_from && last <= pad.serial_to && first <= last;
  const keep = async (): Promise<void> => {
    const serials = [{ from: first, to: last, state }];
    if ((await act("pad.account", { pad: pad.pad, serials, all: false, on: moment().on })) === null) return;
    setFrom("");
    setTo("");
  };
  return (
    <Shown
      title={say("field.pad.title", rangeWords(pad))}
      bar={
        <Bar>
          <MainAct icon="check" disabled={!isRange || busy} onPress={() => void keep()}>
            {say("field.pad.keep")}
          </MainAct>
        </Bar>
      }
    >
      {trouble}
      <Rows label={say("field.pad.told")}>
        {states.map((one) => {
          const serials = told.filter((two) => two.state === one).map((two) => two.serial);
          return (
            <Row
              key={one}
              icon="paper"
              title={say(`field.pad.${one}`)}
              under={serialsText(serials)}
              figure={<b>{serials.length}</b>}
            />
          );
        })}
      </Rows>
      {left.length === 0 ? (
        <Notice state="kept" title={say("field.pad.whole")} />
      ) : (
        <Notice state="waiting" title={say("field.pad.left", { count: String(left.length) })}>
          <p>{serialsText(left)}</p>
        </Notice>
      )}
      <Choice
        legend={say("field.pad.state")}
        value={state}
        options={(["spoiled", "blank"] as const).map((value) => ({ value, label: say(`field.pad.${value}`) }))}
        onChoose={setState}
      />
      <Entry
        label={say("field.pad.from")}
        value={from}
        onType={(typed) => setFrom(typed.replace(/\D/g, ""))}
        inputmode="numeric"
      />
      <Entry
        label={say("field.pad.to")}
        hint={say("field.pad.to-hint")}
        value={to}
        onType={(typed) => setTo(typed.replace(/\D/g, ""))}
        inputmode="numeric"
      />
    </Shown>
  );
}
