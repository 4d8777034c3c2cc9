/** The cash float: what came, what was paid, what should be in the box; top-up, return, count. */
import { useState } from "preact/hooks";
import type { Amount } from "../../../../kernel/money/index.ts";
import { amountFromText, amountText } from "../../../../kernel/money/index.ts";
import { readFigure } from "../../../language/reading.ts";
import { notesIn } from "../day/cash.ts";
import { useDraft } from "../day/draft.ts";
import { useMoment } from "../day/moment.ts";
import { cashInBox, floatsComing, type InBox, notesOf, pointHere } from "../day/point.ts";
import { Act, Bar, MainAct, PadBar, Pair } from "../parts/acts.tsx";
import { clockWords } from "../parts/clock.ts";
import { Counts } from "../parts/counts.tsx";
import { Figure } from "../parts/figure.tsx";
import { Notice } from "../parts/notice.tsx";
import { Pad } from "../parts/pad.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { useSaying } from "../parts/saying.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";

type Doing = "look" | "top-up" | "return" | "count";

/** Must: say what should be there before it is counted, and never correct a count. */
export function FloatScreen() {
  const { core, say } = useField();
  const [doing, setDoing] = useState<Doing>("look");
  const [box] = cashInBox(core);
  if (box === undefined)
    return (
      <Shown title={say("field.float.title")}>
        <Notice state="none" title={say("field.float.none")}>
          <p>{say(pointHere(core) === null ? "field.float.no-sheet" : "field.float.none-why")}</p>
        </Notice>
      </Shown>
    );
  const done = (): void => setDoing("look");
  if (doing === "count") return <CountBox box={box} onDone={done} />;
  if (doing !== "look") return <Move key={doing} way={doing} box={box} onDone={done} />;
  return <Box box={box} onDo={setDoing} />;
}

function Box({ box, onDo }: { box: InBox; onDo: (doing: Doing) => void }) {
  const { core, say } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const coming = floatsComing(core).filter(({ hold }) => hold.currency === box.currency);
  const arrived = (lent: string, amount: string): void =>
    void act("float.top-up", { place: core.place, lent, amount, currency: box.currency, ...moment() });
  return (
    <Shown
      title={say("field.float.should", { amount: box.amount, currency: box.currency })}
      speak
      bar={
        <Bar>
          <Pair>
            <Act icon="plus" onPress={() => onDo("top-up")}>
              {say("field.float.top-up")}
            </Act>
            <Act icon="send" onPress={() => onDo("return")}>
              {say("field.float.return")}
            </Act>
          </Pair>
          <MainAct icon="cash" onPress={() => onDo("count")}>
            {say("field.float.count")}
          </MainAct>
        </Bar>
      }
    >
      {trouble}
      {coming.map(({ hold }) => {
        const amount = amountText(hold.amount as Amount, box.grain);
        return (
          <Notice key={hold.hold} state="waiting" title={say("field.float.coming", { amount, currency: box.currency })}>
            <p>{say("field.float.coming-why")}</p>
            <Act icon="check" disabled={busy} onPress={() => arrived(hold.hold, amount)}>
              {say("field.float.arrived", { amount, currency: box.currency })}
            </Act>
          </Notice>
        );
      })}
      <Moves box={box} />
    </Shown>
  );
}

const moveKinds: Readonly<Record<string, "in" | "out" | "paid" | "count">> = {
  "float.top-up": "in",
  "float.return": "out",
  "settlement.on-the-spot": "paid",
  "float.count": "count",
};

/** What this telephone did with the box today, the newest first. */
function Moves({ box }: { box: InBox }) {
  const { core, say, zone } = useField();
  const today = core.today();
  const moves = core
    .outbox()
    .filter((item) => moveKinds[item.kind] !== undefined && item.gist?.on === today)
    .reverse();
  if (moves.length === 0) return <p class="soft">{say("field.float.no-moves")}</p>;
  return (
    <>
      <h2>{say("field.float.moves")}</h2>
      <Rows>
        {moves.map((item) => {
          const amount = item.gist?.amount;
          return (
            <Row
              key={item.act}
              icon="cash"
              title={say(`field.float.move.${moveKinds[item.kind]}`)}
              under={clockWords(item.at, zone)}
              figure={amount === undefined ? undefined : <Figure exact={amount} of="money" currency={box.currency} />}
            />
          );
        })}
      </Rows>
    </>
  );
}

/** Cash that came, or went back. */
function Move({ way, box, onDone }: { way: "top-up" | "return"; box: InBox; onDone: () => void }) {
  const { core, say } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const [typed, setTyped] = useState("");
  const exact = readFigure(typed, say.notation);
  const amount = exact === null ? null : amountFromText(exact, box.grain);
  const isMore = way === "return" && amount !== null && amount > (amountFromText(box.amount, box.grain) ?? 0n);
  const save = async (): Promise<void> => {
    if (exact === null) return;
    const said = await act(`float.${way}`, { place: core.place, amount: exact, currency: box.currency, ...moment() });
    if (said !== null) onDone();
  };
  return (
    <Shown
      title={say(`field.float.${way}-title`)}
      bar={
        <PadBar>
          <Pad
            name={say(`field.float.${way}-title`)}
            label={say("field.float.amount")}
            unit={box.currency}
            value={typed}
            onType={setTyped}
            disabled={busy || amount === null || amount <= 0n}
            onSave={() => void save()}
            save={say(`field.float.${way}-save`)}
            hint={exact === null ? "" : say("value.money", { value: exact, currency: box.currency })}
            {...(isMore ? { doubt: say("field.float.more-than-there") } : {})}
          />
        </PadBar>
      }
    >
      {trouble}
      <p>{say(`field.float.${way}-why`)}</p>
    </Shown>
  );
}

/** The box, counted between two hand-overs. */
function CountBox({ box, onDone }: { box: InBox; onDone: () => void }) {
  const { core, say } = useField();
  const { act, trouble, busy } = useSaying();
  const moment = useMoment();
  const [counting, write, drop] = useDraft<Readonly<Record<string, string>>>("float-count", {});
  const save = async (): Promise<void> => {
    const cash = { currency: box.currency, notes: notesIn(counting), shown: box.amount };
    if ((await act("float.count", { place: core.place, ...moment(), cash })) === null) return;
    await drop();
    onDone();
  };
  return (
    <Shown
      title={say("field.float.count")}
      bar={
        <Bar>
          <MainAct icon="check" disabled={busy} onPress={() => void save()}>
            {say("field.float.keep-count")}
          </MainAct>
        </Bar>
      }
    >
      {trouble}
      <Counts box={box} values={notesOf(core, box.currency)} counting={counting} onCount={write} />
    </Shown>
  );
}
