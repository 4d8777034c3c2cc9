/** Somebody whom this telephone does not know: received all the same. The book asks afterwards who it is. */
import { useState } from "preact/hooks";
import { goOnWith } from "../day/begin.ts";
import { purposeOf } from "../day/purpose.ts";
import { Bar, MainAct } from "../parts/acts.tsx";
import { Entry } from "../parts/entry.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";

/** Must: never need a name. */
export function UnknownScreen({ argument }: { argument: string }) {
  const field = useField();
  const { say } = field;
  const [name, setName] = useState("");
  const purpose = purposeOf(argument);
  return (
    <Shown
      title={say("field.unknown.title")}
      bar={
        <Bar>
          <MainAct
            icon={purpose.for === "turn" ? "turn" : "scale"}
            onPress={() => void goOnWith(field, purpose, { unknown: { name: name.trim() } })}
          >
            {say(purpose.for === "turn" ? "field.turn.join" : "field.next-step")}
          </MainAct>
        </Bar>
      }
    >
      <p>{say("field.unknown.why")}</p>
      <Entry
        label={say("field.unknown.name")}
        hint={say("field.unknown.name-hint")}
        value={name}
        onType={setName}
        small
        start
      />
    </Shown>
  );
}
