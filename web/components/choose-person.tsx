/** Choosing a person without script: a search, then the people it found, each a link that goes on. */
import { personName } from "../language/names.ts";
import { placeName } from "../language/places.ts";
import { Find } from "./list.tsx";
import { Notice } from "./notice.tsx";
import { type Example, useSay } from "./speaking.tsx";

/** Somebody who was found, and where choosing them leads. */
export type Found = {
  readonly number: string | null;
  readonly name: string | null;
  readonly erased: string | null;
  readonly community: string | null;
  readonly href: string;
};

type Props = {
  readonly action: string;
  readonly q: string;
  /** Words of the address that stay. */
  readonly kept: Readonly<Record<string, string>>;
  /** Null before anything was looked for. */
  readonly found: readonly Found[] | null;
  /** Where somebody is registered who is not there yet; null when it is not the reader's to do. */
  readonly newHref: string | null;
};

/** Must: tell people of one name apart by number and community; say what to do when nobody is found. */
export function ChoosePerson({ action, q, kept, found, newHref }: Props) {
  const say = useSay();
  return (
    <>
      <Find action={action} q={q} label={say("members.find")} all={say("person.again")} kept={kept} />
      {found === null ? null : found.length === 0 ? (
        <Notice state="none" title={say("members.not-found", { q })}>
          <p>{say("members.not-found-why")}</p>
          {newHref === null ? null : (
            <a class="quiet" href={newHref}>
              {say("person.register")}
            </a>
          )}
        </Notice>
      ) : (
        <ul class="people" aria-label={say("person.choose")}>
          {found.map((one) => (
            <li>
              <a href={one.href}>
                <b>{personName(one, say)}</b>
                <span>
                  {[
                    one.number === null ? say("members.no-number") : say("person.number", { number: one.number }),
                    one.community === null ? null : placeName(one.community, say.language),
                  ]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ChooseExample() {
  const rosa = { number: "31", name: "Rosa Quispe", erased: null, community: "El Mirador", href: "#" };
  return <ChoosePerson action="#" q="ro" kept={{}} found={[rosa, { ...rosa, number: "310" }]} newHref="#" />;
}

export const examples: readonly Example[] = [{ name: "choosing a person", draw: () => <ChooseExample /> }];
