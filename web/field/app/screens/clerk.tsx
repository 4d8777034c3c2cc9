/** Somebody becomes a clerk of this telephone: their name out of those who may receive, and a PIN typed twice. */
import { useState } from "preact/hooks";
import { Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Notice } from "../parts/notice.tsx";
import { Keys } from "../parts/pad.tsx";
import { PIN_LEAST, PIN_MOST, PinDots } from "../parts/pin.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import { signalRefused } from "../parts/sounds.ts";
import type { Clerk } from "../ports.ts";
import { useField } from "../screen.ts";

/** `onBack` is null where there is nobody else to go back to. */
export function ClerkScreen({ onBack }: { onBack: (() => void) | null }) {
  const { core, say } = useField();
  const [chosen, setChosen] = useState<Clerk | null>(null);
  const here = new Set(core.clerks().map((one) => one.agent));
  const candidates = core.candidates().filter((one) => !here.has(one.agent));
  if (chosen !== null) return <NewPin clerk={chosen} onBack={() => setChosen(null)} />;
  return (
    <Shown key="candidates" title={say("field.clerk.title")} speak back={false}>
      {candidates.length === 0 ? (
        <Notice state="none" title={say("field.clerk.none")}>
          <p>{say("field.clerk.none-why")}</p>
          <Quiet onPress={() => void core.syncNow()}>{say("field.clerk.try")}</Quiet>
        </Notice>
      ) : (
        <Rows label={say("field.clerk.title")}>
          {candidates.map((one) => (
            <Row key={one.agent} icon="person" title={one.name} onPress={() => setChosen(one)} />
          ))}
        </Rows>
      )}
      {onBack === null ? null : <Quiet onPress={onBack}>{say("field.back")}</Quiet>}
    </Shown>
  );
}

function NewPin({ clerk, onBack }: { clerk: Clerk; onBack: () => void }) {
  const { core, say } = useField();
  const [first, setFirst] = useState("");
  const [pin, setPin] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (typed: string): void => setPin(typed.slice(0, PIN_MOST));
  const enter = async (): Promise<void> => {
    if (pin.length < PIN_LEAST) return;
    setPin("");
    if (first === "") {
      setWrong(null);
      setFirst(pin);
      return;
    }
    if (first === pin) return core.addClerk(clerk.agent, pin).catch(() => begin("field.clerk.not-kept"));
    begin("field.clerk.differ");
  };
  const begin = (why: string): void => {
    signalRefused();
    setWrong(why);
    setFirst("");
  };
  const again = first !== "";
  return (
    <Shown
      key={again ? "again" : "first"}
      title={again ? say("field.clerk.again") : say("field.clerk.new", { name: clerk.name })}
      back={false}
      bar={
        <Bar>
          <Keys keys="pin" value={pin} onType={type} />
          <MainAct icon="key" disabled={pin.length < PIN_LEAST} onPress={() => void enter()}>
            {say(again ? "field.clerk.keep" : "field.next-step")}
          </MainAct>
        </Bar>
      }
    >
      {wrong === null ? (
        <p class="soft">{say("field.clerk.length")}</p>
      ) : (
        <Notice state="broken" loud title={say(wrong)} />
      )}
      <PinDots value={pin} onType={type} onEnter={() => void enter()} />
      <Quiet onPress={onBack}>{say("field.back")}</Quiet>
    </Shown>
  );
}
