import type { ComponentChildren } from "preact";
import { useSay } from "../../../components/speaking.tsx";
import type { Say } from "../../../language/say.ts";
import type { Person } from "../ports.ts";
import { Icon, Mark } from "./icon.tsx";
import type { MarkName } from "./icons.ts";

/** How somebody is called at the scale: by number where there is one, since a number has no homonym. */
export function personTitle(person: Person, say: Say): string {
  if (person.number !== null) return say("field.person.number", { number: person.number });
  return person.name ?? say("field.person.no-name");
}

/** Name and community beneath the number; what is not known is left out. */
export function personUnder(person: Person, say: Say): string {
  const name = person.number === null ? null : (person.name ?? say("field.person.no-name"));
  return [name, person.community].filter((one) => one !== null && one !== "").join(", ");
}

/** How somebody stands, as mark and words. */
export const standingOf = (person: Person, say: Say): { readonly mark: MarkName; readonly words: string } =>
  person.standing === "member"
    ? { mark: "kept", words: say("field.standing.member") }
    : { mark: "waiting", words: say(`field.standing.${person.standing}`) };

/** Who stands at the scale. Must: say number and name, and whether anything will be asked, without ever stopping the hand-over. */
export function PersonCard({ person, tool }: { person: Person; tool?: ComponentChildren }) {
  const say = useSay();
  const { mark, words } = standingOf(person, say);
  const under = personUnder(person, say);
  return (
    <section class="member" aria-label={say("field.person.who")}>
      <span class="face" aria-hidden="true">
        <Icon name="person" />
      </span>
      <p>
        <b>{personTitle(person, say)}</b>
        {under === "" ? null : <span>{under}</span>}
        <span>
          <Mark name={mark} /> {words}
        </span>
      </p>
      {tool ?? null}
    </section>
  );
}
