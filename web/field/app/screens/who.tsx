/** Finding who hands over: by number with big keys, by name or community, by card; or nobody, and received all the same. */
import { useState } from "preact/hooks";
import { purposeOf, withPerson } from "../day/purpose.ts";
import { Act, Bar, Quiet, Tool } from "../parts/acts.tsx";
import { Entry } from "../parts/entry.tsx";
import { HealthNotices, useCanReceive } from "../parts/health.tsx";
import { Icon, Mark } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { Keys } from "../parts/pad.tsx";
import { personTitle, personUnder, standingOf } from "../parts/person.tsx";
import { Scan } from "../parts/scan.tsx";
import { Shown } from "../parts/shown.tsx";
import { signalRefused } from "../parts/sounds.ts";
import type { Person } from "../ports.ts";
import { useField } from "../screen.ts";

/** Most people shown: more are a reason to type another letter, not to scroll past other people's names. */
const MOST = 5;

type Way = "number" | "words" | "card";

/** `argument` says for what somebody is looked for: to receive, for the turn, or to take another's place in a hand-over. */
export function WhoScreen({ argument }: { argument: string }) {
  const { core, say, replace } = useField();
  const purpose = purposeOf(argument);
  const [way, setWay] = useState<Way>("number");
  const [typed, setTyped] = useState("");
  const [strange, setStrange] = useState(false);
  const canReceive = useCanReceive();
  const found = core.search(typed, MOST + 1);
  const choose = (person: Person): void => replace("person", withPerson(purpose, person.agent));
  const ofCard = (code: string): void => {
    const person = core.personOfCard(code);
    if (person !== null) choose(person);
    else {
      signalRefused();
      setStrange(true);
      setWay("number");
    }
  };
  if (way === "card") return <Scan onCode={ofCard} onClose={() => setWay("number")} />;
  const absent = <Quiet onPress={() => replace("unknown", argument)}>{say("field.who.absent")}</Quiet>;
  const turnTo = (next: Way): void => {
    setTyped("");
    setWay(next);
  };
  return (
    <Shown
      key={way}
      title={say(purpose.for === "turn" ? "field.who.title-turn" : "field.who.title")}
      tool={
        <Tool icon="scan" onPress={() => turnTo("card")}>
          {say("field.who.card")}
        </Tool>
      }
      bar={
        <Bar>
          {way === "number" ? (
            <Keys
              keys="pin"
              value={typed}
              onType={setTyped}
              corner={
                <button class="corner" type="button" onClick={() => turnTo("words")}>
                  <Icon name="letters" />
                  <span>{say("field.who.by-name")}</span>
                </button>
              }
            />
          ) : (
            <Act icon="keys" onPress={() => turnTo("number")}>
              {say("field.who.by-number")}
            </Act>
          )}
        </Bar>
      }
    >
      {canReceive ? null : <HealthNotices />}
      {strange ? (
        <Notice state="broken" loud title={say("field.who.card-unknown")}>
          <p>{say("field.who.card-unknown-why")}</p>
        </Notice>
      ) : null}
      <div class={way === "number" ? "beside" : ""}>
        <Entry
          label={say(way === "number" ? "field.who.number" : "field.who.words")}
          value={typed}
          onType={setTyped}
          inputmode={way === "number" ? "none" : "search"}
          start
        />
      </div>
      <FoundPeople people={found.slice(0, MOST)} onChoose={choose} />
      <p class={found.length === 1 ? "away" : "small soft"} role="status">
        {typed === ""
          ? ""
          : found.length > MOST
            ? say("field.who.many")
            : say("field.who.found", { count: String(found.length) })}
      </p>
      {absent}
    </Shown>
  );
}

/** Must: tell namesakes apart before one of them is touched. */
function FoundPeople({ people, onChoose }: { people: readonly Person[]; onChoose: (person: Person) => void }) {
  const { say } = useField();
  if (people.length === 0) return null;
  return (
    <ul class="rows found">
      {people.map((person) => {
        const namesake = namesakeOf(person, people);
        const { mark, words } = standingOf(person, say);
        return (
          <li key={person.agent}>
            <button class="one" type="button" onClick={() => onChoose(person)}>
              <span class="face" aria-hidden="true">
                <Icon name="person" />
              </span>
              <span class="row-says">
                <b>{personTitle(person, say)}</b>
                <span>{personUnder(person, say)}</span>
                {person.standing === "member" ? null : (
                  <span>
                    <Mark name={mark} /> {words}
                  </span>
                )}
                {namesake === null ? null : (
                  <span class="namesake">
                    {namesake.number === null
                      ? say("field.who.homonym-unnumbered")
                      : say("field.who.homonym", { number: namesake.number })}
                  </span>
                )}
              </span>
              <Icon name="next" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Somebody else of the same name among those found; null when there is none. */
const namesakeOf = (person: Person, people: readonly Person[]): Person | null =>
  people.find((one) => one.agent !== person.agent && one.name !== null && one.name === person.name) ?? null;
