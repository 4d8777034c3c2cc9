/** What is wrong with this telephone, told before somebody stands there with a sack, each with what can be done. */
import { useField } from "../screen.ts";
import { useSurroundings } from "../surroundings.ts";
import { Quiet } from "./acts.tsx";
import { Notice } from "./notice.tsx";

/** What a telephone may suffer from, the gravest first. `stops`: no hand-over can be kept while it lasts. */
const ills = [
  { name: "revoked", stops: true },
  { name: "key-missing", stops: true },
  { name: "storage-full", stops: true },
  { name: "other-writer", stops: true },
  { name: "not-persisted", stops: false },
  { name: "newer", stops: false },
] as const;

type Ill = (typeof ills)[number]["name"];

/** What this telephone suffers from now. */
function useIlls(): readonly (typeof ills)[number][] {
  const { core } = useField();
  const { staying } = useSurroundings();
  const health = core.health();
  const has: Readonly<Record<Ill, boolean>> = {
    revoked: health.revoked,
    "key-missing": health.keyMissing,
    "storage-full": health.storageFull,
    "other-writer": health.otherWriter,
    "not-persisted": health.persisted === false,
    newer: staying.newer,
  };
  return ills.filter(({ name }) => has[name]);
}

/** Whether a hand-over could be kept now. */
export const useCanReceive = (): boolean => !useIlls().some(({ stops }) => stops);

/** Must: say what can still be done, and where what is kept stays. */
export function HealthNotices() {
  const { say, go } = useField();
  const { takeNewer } = useSurroundings();
  return (
    <>
      {useIlls().map(({ name, stops }) => (
        <Notice key={name} state={stops ? "broken" : "waiting"} title={say(`field.health.${name}`)}>
          <p>{say(`field.health.${name}-why`)}</p>
          {name === "newer" ? (
            <Quiet onPress={() => void takeNewer()}>{say("field.health.newer-take")}</Quiet>
          ) : stops ? (
            <Quiet onPress={() => go("unsent")}>{say("field.health.to-unsent")}</Quiet>
          ) : (
            <Quiet onPress={() => go("about")}>{say("field.health.to-about")}</Quiet>
          )}
        </Notice>
      ))}
    </>
  );
}
