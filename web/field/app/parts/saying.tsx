/** Saying an act from a screen: what was kept sounds, what could not be is told and stays told. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { FieldCore, NotSaid, SaidHere } from "../ports.ts";
import { useField } from "../screen.ts";
import { Notice } from "./notice.tsx";
import { signalRefused, signalSaved } from "./sounds.ts";

type How = Parameters<FieldCore["say"]>[2];

/** What saying gives a screen: `act` says one, null when it was not kept; `trouble` is what to draw then; `busy` while it is being kept. */
export type Saying = {
  readonly act: (kind: string, says: unknown, how?: How) => Promise<SaidHere | null>;
  readonly trouble: VNode | null;
  readonly busy: boolean;
};

/** Must: never pretend that something was kept; leave what was typed on the screen. */
export function useSaying(): Saying {
  const { core, say } = useField();
  const [notSaid, setNotSaid] = useState<NotSaid["notSaid"] | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (kind: string, says: unknown, how?: How): Promise<SaidHere | null> => {
    setBusy(true);
    const said = await core.say(kind, says, how).finally(() => setBusy(false));
    if ("notSaid" in said) {
      signalRefused();
      setNotSaid(said.notSaid);
      return null;
    }
    signalSaved();
    setNotSaid(null);
    return said;
  };
  const trouble =
    notSaid === null ? null : (
      <Notice state="broken" loud title={say("field.not-said.title")}>
        <p>{say(`field.not-said.${notSaid}`)}</p>
      </Notice>
    );
  return { act, trouble, busy };
}
