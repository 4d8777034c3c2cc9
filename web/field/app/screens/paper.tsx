/** A slip that was written by hand, keyed in later: which pad, which serial, which day, who wrote it; then the hand-over itself. */
import { useState } from "preact/hooks";
import { receiptNumberOf } from "../../../../rooms/acopio/rules/serials.ts";
import { padsHere } from "../day/point.ts";
import { purposeText } from "../day/purpose.ts";
import { keepSlip } from "../day/slip.ts";
import { Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Choice } from "../parts/choice.tsx";
import { Entry } from "../parts/entry.tsx";
import { Notice } from "../parts/notice.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";

/** Must: take the serial as it is printed; keep it although it is late or strange: the book asks. */
export function PaperScreen() {
  const { core, say, replace, go } = useField();
  const pads = padsHere(core);
  const [padId, setPad] = useState(pads.at(-1)?.pad ?? "");
  const [serial, setSerial] = useState("");
  const [day, setDay] = useState(core.today());
  const [writer, setWriter] = useState(core.clerk()?.agent ?? "");
  const pad = pads.find((one) => one.pad === padId);
  if (pad === undefined)
    return (
      <Shown title={say("field.paper.title")}>
        <Notice state="none" title={say("field.paper.none")}>
          <p>{say("field.paper.none-why")}</p>
        </Notice>
      </Shown>
    );
  const number = Number.parseInt(serial, 10);
  const outside = serial !== "" && (number < pad.serial_from || number > pad.serial_to);
  const isWhole = /^\d{1,9}$/.test(serial) && number > 0 && /^\d{4}-\d{2}-\d{2}$/.test(day) && writer !== "";
  const next = async (): Promise<void> => {
    const slip = await keepSlip(core, { pad: pad.pad, serial, day, writer });
    replace("who", purposeText({ for: "paper", slip }));
  };
  return (
    <Shown
      title={say("field.paper.title")}
      bar={
        <Bar>
          <MainAct icon="next" disabled={!isWhole} onPress={() => void next()}>
            {say("field.paper.next")}
          </MainAct>
        </Bar>
      }
    >
      <p>{say("field.paper.why")}</p>
      {pads.length === 1 ? null : (
        <Choice
          legend={say("field.paper.pad")}
          value={padId}
          options={pads.map((one) => ({ value: one.pad, label: say("field.paper.range", rangeWords(one)) }))}
          onChoose={setPad}
        />
      )}
      <Entry
        label={say("field.paper.serial")}
        hint={say("field.paper.serial-hint", rangeWords(pad))}
        value={serial}
        onType={(typed) => setSerial(typed.replace(/\D/g, "").slice(0, 9))}
        inputmode="numeric"
        {...(outside ? { error: say("field.paper.outside") } : {})}
      />
      <Entry
        label={say("field.paper.day")}
        hint={/^\d{4}-\d{2}-\d{2}$/.test(day) ? say("value.day-weekday", { value: day }) : ""}
        value={day}
        onType={setDay}
        type="date"
        small
      />
      <Choice
        legend={say("field.paper.writer")}
        value={writer}
        options={core.candidates().map((one) => ({ value: one.agent, label: one.name }))}
        onChoose={setWriter}
      />
      <Quiet icon="file" onPress={() => go("pad", pad.pad)}>
        {say("field.paper.account")}
      </Quiet>
    </Shown>
  );
}

/** The serials of a pad as they are printed. */
export const rangeWords = (pad: {
  readonly series: string;
  readonly serial_from: number;
  readonly serial_to: number;
}) => ({
  from: receiptNumberOf(pad.series, pad.serial_from),
  to: receiptNumberOf(pad.series, pad.serial_to),
});
