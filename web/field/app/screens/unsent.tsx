/** What has not reached the office yet: each with its state and remedy; send now; carry as a file; what the last tries came to. */
import { useState } from "preact/hooks";
import type { Coded } from "../../../language/sentence.ts";
import { sentenceInWords } from "../../../language/sentence.ts";
import { actTitle, actUnder } from "../day/words.ts";
import { Act, Bar, MainAct } from "../parts/acts.tsx";
import { daysBetween, sinceWords } from "../parts/clock.ts";
import type { MarkName } from "../parts/icons.ts";
import { Notice } from "../parts/notice.tsx";
import { Open, Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import type { OutboxEntry } from "../ports.ts";
import { useField } from "../screen.ts";

/** Most lines drawn at once: twenty thousand would stop a cheap telephone, and nobody reads them. */
const MOST = 50;

const marks: Readonly<Record<OutboxEntry["state"], MarkName>> = {
  waiting: "waiting",
  done: "kept",
  known: "kept",
  asked: "kept",
  kept: "waiting",
  refused: "broken",
};

/** Must: count truthfully; offer what can be done now; say that nothing is lost. */
export function UnsentScreen() {
  const { core, say } = useField();
  const items = core.outbox();
  const waiting = items.filter((one) => one.state === "waiting");
  const odd = items.filter((one) => one.state === "refused" || one.state === "kept");
  const sync = core.sync();
  return (
    <Shown
      title={
        waiting.length === 0 ? say("field.unsent.none") : say("field.unsent.some", { count: String(waiting.length) })
      }
      speak
      bar={
        <Bar>
          {waiting.length === 0 ? null : (
            <Act icon="file" onPress={() => void exportNow(core.exportUnsent(), core.series, core.today())}>
              {say("field.unsent.file")}
            </Act>
          )}
          <MainAct icon="send" disabled={sync.phase !== "idle"} onPress={() => void core.syncNow()}>
            {say(
              sync.phase === "sending"
                ? "field.unsent.sending"
                : sync.phase === "fetching"
                  ? "field.unsent.fetching"
                  : "field.unsent.now",
            )}
          </MainAct>
        </Bar>
      }
    >
      <Heard />
      {odd.length === 0 ? null : (
        <>
          <h2>{say("field.unsent.odd")}</h2>
          <Items items={odd} />
        </>
      )}
      {waiting.length === 0 ? null : (
        <>
          <h2>{say("field.unsent.waiting")}</h2>
          <p class="small soft">{say("field.unsent.waiting-why")}</p>
          <Items items={waiting} />
        </>
      )}
      <Tries />
    </Shown>
  );
}

/** Since when the office was not heard, and what stands in the way. */
function Heard() {
  const { core, say, zone } = useField();
  const { lastHeard, trouble } = core.sync();
  if (lastHeard === null)
    return (
      <Notice state="waiting" title={say("field.net.never")}>
        {trouble === null ? null : <p>{say(`field.unsent.trouble.${trouble}`)}</p>}
      </Notice>
    );
  const since = sinceWords(lastHeard, core.now(), zone, say);
  const days = daysBetween(lastHeard, core.now());
  return (
    <Notice state={trouble === null ? "kept" : "waiting"} title={say("field.net.heard", { since })}>
      {days > 0 ? <p>{say("field.net.silent", { days: String(days) })}</p> : null}
      {trouble === null ? null : <p>{say(`field.unsent.trouble.${trouble}`)}</p>}
    </Notice>
  );
}

function Items({ items }: { items: readonly OutboxEntry[] }) {
  const { core, say, zone } = useField();
  const [most, setMost] = useState(MOST);
  const newest = [...items].reverse();
  return (
    <>
      <Rows>
        {newest.slice(0, most).map((item) => {
          const because = item.answer?.because as Coded | undefined;
          return (
            <Row
              key={item.act}
              mark={marks[item.state]}
              title={actTitle(item, core, say)}
              under={
                <>
                  {actUnder(item, zone, say)} · {say(`field.unsent.state.${item.state}`)}
                  {because === undefined ? null : <> {sentenceInWords(because, say)}</>}
                </>
              }
            />
          );
        })}
      </Rows>
      {items.length <= most ? null : (
        <Act onPress={() => setMost(most + MOST)}>
          {say("field.unsent.more", { count: String(items.length - most) })}
        </Act>
      )}
    </>
  );
}

/** The last tries, for whoever wants to know why. */
function Tries() {
  const { core, say, zone } = useField();
  const tries = core.tries();
  if (tries.length === 0) return null;
  return (
    <Open summary={say("field.unsent.tries")}>
      <Rows>
        {tries.map((one) => (
          <Row
            key={one.at}
            mark={one.trouble === null ? "kept" : "waiting"}
            title={sinceWords(one.at, core.now(), zone, say)}
            under={
              one.trouble === null
                ? say("field.unsent.try-sent", { count: String(one.sent) })
                : say(`field.unsent.trouble.${one.trouble}`)
            }
          />
        ))}
      </Rows>
    </Open>
  );
}

/** Gives the browser a file to keep or to share; it is carried to the office by hand. */
async function exportNow(file: Promise<Blob>, series: string, day: string): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await file);
  link.download = `ayni-unsent-${series}-${day}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
