/** The telephone becomes a point's device: with the code that a manager shows, or typed by hand from beneath it. */
import { useEffect, useState } from "preact/hooks";
import { useSay } from "../../../components/speaking.tsx";
import { sentenceInWords } from "../../../language/sentence.ts";
import { pointHere } from "../day/point.ts";
import { Act, Bar, MainAct } from "../parts/acts.tsx";
import { Entry } from "../parts/entry.tsx";
import { Notice } from "../parts/notice.tsx";
import { Reader } from "../parts/scan.tsx";
import { signalRefused, signalSaved } from "../parts/sounds.ts";
import type { FieldCore, FieldDoor, NotEnrolled } from "../ports.ts";
import { type Ticket, ticketIn } from "../route.ts";
import { useSurroundings } from "../surroundings.ts";
import { Tongues } from "./tongues.tsx";

type Stage =
  | { readonly at: "waiting" }
  | { readonly at: "scanning" }
  | { readonly at: "asking" }
  | { readonly at: "refused"; readonly why: NotEnrolled }
  | { readonly at: "done"; readonly core: FieldCore };

/** The ticket in the address, taken out of it at once: it holds once, and nobody is to find it in the history. */
function ticketHere(): Ticket | null {
  const ticket = ticketIn(location.hash);
  if (ticket !== null) history.replaceState(null, "", location.pathname);
  return ticket;
}

/** Must: say plainly over an unsafe connection that it will not work, and what to do; leave nothing half enrolled. */
export function EnrolScreen({ door, onEnrolled }: { door: FieldDoor; onEnrolled: (core: FieldCore) => void }) {
  const say = useSay();
  const { secure } = useSurroundings();
  const [stage, setStage] = useState<Stage>({ at: "waiting" });
  const [typed, setTyped] = useState("");
  const ask = async (ticket: Ticket): Promise<void> => {
    setStage({ at: "asking" });
    const answer = await door.enrol(ticket.ticket, ticket.keyId);
    if ("notEnrolled" in answer) signalRefused();
    else signalSaved();
    setStage("notEnrolled" in answer ? { at: "refused", why: answer } : { at: "done", core: answer });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the app opens
  useEffect(() => {
    const look = (): void => {
      const ticket = secure ? ticketHere() : null;
      if (ticket !== null) void ask(ticket);
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  useEffect(() => {
    document.title = say("field.enrol.title");
  }, [say]);
  const scanned = (code: string): void => {
    const ticket = ticketIn(code);
    if (ticket === null) setTyped(code);
    if (ticket === null) setStage({ at: "waiting" });
    else void ask(ticket);
  };
  if (stage.at === "done") return <Enrolled core={stage.core} onNext={() => onEnrolled(stage.core)} />;
  const ticket = ticketIn(typed);
  return (
    <div class="app">
      <main>
        <h1 class="speak answer">{say(stage.at === "asking" ? "field.enrol.asking" : "field.enrol.title")}</h1>
        {secure ? null : (
          <Notice state="broken" title={say("field.enrol.insecure")}>
            <p>{say("field.enrol.insecure-why", { origin: location.origin })}</p>
          </Notice>
        )}
        {stage.at === "refused" ? <NotEnrolledNotice why={stage.why} /> : null}
        {stage.at === "asking" ? <p class="soft">{say("field.enrol.asking-why")}</p> : null}
        {stage.at === "scanning" ? <Reader onCode={scanned} say={say} /> : null}
        {secure && stage.at !== "asking" ? (
          <>
            {stage.at === "scanning" ? null : (
              <>
                <p>{say("field.enrol.how")}</p>
                <div class="acts">
                  <Act icon="camera" onPress={() => setStage({ at: "scanning" })}>
                    {say("field.scan.title")}
                  </Act>
                </div>
              </>
            )}
            <Entry
              label={say("field.enrol.typed")}
              hint={say("field.enrol.typed-hint")}
              value={typed}
              onType={setTyped}
              small
              {...(typed.trim() !== "" && ticket === null ? { error: say("field.enrol.typed-unread") } : {})}
            />
          </>
        ) : null}
        {stage.at === "asking" ? null : <Tongues />}
      </main>
      {secure && stage.at !== "asking" ? (
        <Bar>
          <MainAct
            icon="phone"
            disabled={ticket === null}
            onPress={() => (ticket === null ? undefined : void ask(ticket))}
          >
            {say("field.enrol.do")}
          </MainAct>
        </Bar>
      ) : null}
    </div>
  );
}

/** Why it did not come to pass. What the book said of the ticket is said in its own words. */
function NotEnrolledNotice({ why }: { why: NotEnrolled }) {
  const say = useSay();
  const said = (why.refusals ?? []).map((one) => sentenceInWords(one, say));
  return (
    <Notice state="broken" loud title={say("field.enrol.refused")}>
      {said.length > 0 ? (
        said.map((sentence) => <p key={sentence}>{sentence}</p>)
      ) : (
        <p>{say(`field.enrol.why.${why.notEnrolled}`)}</p>
      )}
    </Notice>
  );
}

/** It is a device now: of which point, with which series, and whether what it keeps is safe here. */
function Enrolled({ core, onNext }: { core: FieldCore; onNext: () => void }) {
  const say = useSay();
  const { install } = useSurroundings();
  const { persisted } = core.health();
  return (
    <div class="app">
      <main>
        <h1 class="speak answer">{say("field.enrol.done", { place: pointHere(core)?.name ?? core.place })}</h1>
        <Notice state="kept" title={say("field.enrol.series", { series: core.series })}>
          <p>{say("field.enrol.series-why", { first: core.nextReceipt() })}</p>
        </Notice>
        {persisted === false ? (
          <Notice state="waiting" title={say("field.health.not-persisted")}>
            <p>{say("field.health.not-persisted-why")}</p>
          </Notice>
        ) : null}
        {install === null ? null : (
          <Act icon="phone" onPress={() => void install()}>
            {say("field.install.do")}
          </Act>
        )}
        <p>{say("field.enrol.next")}</p>
      </main>
      <Bar>
        <MainAct icon="person" onPress={onNext}>
          {say("field.next-step")}
        </MainAct>
      </Bar>
    </div>
  );
}
