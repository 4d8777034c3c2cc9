/** The app of a collection point's telephone: enrolment until there is a core, then the frame with its screens. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { Speaking } from "../../components/speaking.tsx";
import { Frame } from "./frame.tsx";
import type { FieldCore, FieldDoor } from "./ports.ts";
import { followTheme } from "./preferences.ts";
import { followAddress } from "./route.ts";
import type { Screen } from "./screen.ts";
import { EnrolScreen } from "./screens/enrol.tsx";
import { fieldSay } from "./shell/language.ts";
import { SurroundedBy, type Surroundings } from "./surroundings.ts";

/** Country and money of the book, once they are known. */
function bookOf(core: FieldCore | null): Parameters<typeof fieldSay>[2] {
  const settings = core?.settings() ?? null;
  const money = settings?.currencies[0];
  if (settings === null || money === undefined) return null;
  return {
    country: settings.country,
    currency: money.currency,
    currencyPlaces: money.line.split(".")[1]?.length ?? 0,
  };
}

type Given = {
  door: FieldDoor;
  around: Surroundings;
  /** Null while they are on their way: whoever enrols a telephone needs none of them yet. */
  screens: readonly Screen[] | null;
};

/** The whole app, inside the page that carries it. */
export function App(given: Given) {
  const { door, around, screens } = given;
  const [core, setCore] = useState(door.core());
  const [, setTold] = useState(0);
  useEffect(followAddress, []);
  useEffect(followTheme, []);
  useEffect(() => core?.subscribe(() => setTold((before) => before + 1)), [core]);
  const book = JSON.stringify(bookOf(core));
  const { tongue, sentences } = around;
  const say = useMemo(() => fieldSay(tongue, sentences, JSON.parse(book)), [tongue, sentences, book]);
  return (
    <SurroundedBy value={around}>
      {core === null || screens === null ? (
        <Speaking value={say}>
          <EnrolScreen door={door} onEnrolled={setCore} />
        </Speaking>
      ) : (
        <Frame core={core} say={say} screens={screens} />
      )}
    </SurroundedBy>
  );
}
