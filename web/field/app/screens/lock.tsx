/** The lock: who is at the point, and their PIN. Two touches change the clerk: a name, and the PIN. */
import { useEffect, useState } from "preact/hooks";
import { Bar, MainAct, Quiet } from "../parts/acts.tsx";
import { Notice } from "../parts/notice.tsx";
import { Keys } from "../parts/pad.tsx";
import { PIN_LEAST, PIN_MOST, PinDots } from "../parts/pin.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import { signalRefused } from "../parts/sounds.ts";
import type { Clerk } from "../ports.ts";
import { useField } from "../screen.ts";
import { ClerkScreen } from "./clerk.tsx";

/** Whoever is at the point says so before anything is said in their name. */
export function LockScreen() {
  const { core, say } = useField();
  const [chosen, setChosen] = useState<Clerk | null>(null);
  const [adding, setAdding] = useState(false);
  const clerks = core.clerks();
  if (adding || clerks.length === 0)
    return <ClerkScreen onBack={clerks.length === 0 ? null : () => setAdding(false)} />;
  if (chosen !== null) return <PinScreen clerk={chosen} onBack={() => setChosen(null)} />;
  return (
    <Shown key="who" title={say("field.lock.title")} speak back={false}>
      <Rows label={say("field.lock.title")}>
        {clerks.map((clerk) => (
          <Row key={clerk.agent} icon="person" title={clerk.name} onPress={() => setChosen(clerk)} />
        ))}
        <Row icon="plus" title={say("field.lock.add")} onPress={() => setAdding(true)} />
      </Rows>
    </Shown>
  );
}

/** Seconds until the next try is heard, counted down while it is looked at. */
function useWait(agent: string): number {
  const { core } = useField();
  const [wait, setWait] = useState(core.waitOf(agent));
  useEffect(() => {
    const look = setInterval(() => setWait(core.waitOf(agent)), 500);
    return () => clearInterval(look);
  }, [core, agent]);
  return Math.max(wait, core.waitOf(agent));
}

function PinScreen({ clerk, onBack }: { clerk: Clerk; onBack: () => void }) {
  const { core, say } = useField();
  const [pin, setPin] = useState("");
  const [state, setState] = useState<"typing" | "checking" | "wrong">("typing");
  const wait = useWait(clerk.agent);
  const type = (typed: string): void => setPin(typed.slice(0, PIN_MOST));
  const enter = async (): Promise<void> => {
    if (pin.length < PIN_LEAST || state === "checking" || wait > 0) return;
    setState("checking");
    if (await core.unlock(clerk.agent, pin)) return;
    signalRefused();
    setPin("");
    setState("wrong");
  };
  return (
    <Shown
      key="pin"
      title={say("field.lock.pin", { name: clerk.name })}
      back={false}
      bar={
        <Bar>
          <Keys keys="pin" value={pin} onType={type} />
          <MainAct icon="lock" disabled={pin.length < PIN_LEAST || wait > 0} onPress={() => void enter()}>
            {say(state === "checking" ? "field.lock.checking" : "field.lock.enter")}
          </MainAct>
        </Bar>
      }
    >
      {state === "wrong" ? (
        <Notice state="broken" loud title={say("field.lock.wrong", { name: clerk.name })}>
          {wait > 0 ? <p>{say("field.lock.wait", { seconds: String(Math.ceil(wait)) })}</p> : null}
        </Notice>
      ) : null}
      <PinDots value={pin} onType={type} onEnter={() => void enter()} />
      <Quiet icon="people" onPress={onBack}>
        {say("field.lock.other")}
      </Quiet>
    </Shown>
  );
}
