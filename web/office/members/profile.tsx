/** Entering somebody in the register, and putting right what it says. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { agentForms } from "../../../rooms/people/records.ts";
import { ChoiceField, DayField, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/speaking.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt, Spoken } from "../../desk/page.ts";
import { named, personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";

/** Languages somebody may be spoken to in: those of the server and those of the peoples around. ISO 639 codes. */
export const tongues = ["es", "pt", "en", "qu", "ay", "gn", "nah", "quc", "cak", "mam", "kek", "pbb", "guc"] as const;
const kinds = ["person", "household", "organisation"] as const;
type Kind = (typeof kinds)[number];
const path = "/o/:book/members/new";

type Alike = Readonly<Record<"agent", string>> & Readonly<Record<"name" | "number" | "community", string | null>>;

/** The fields that say what is known of somebody; of an organisation there are no personal values. */
export function ProfileFields({ kind, filled }: { kind: Kind; filled: Filled }) {
  const say = useSay();
  const tongueChoices = tongues.map((one) => ({ value: one, says: named("tongue", one, say) }));
  return (
    <>
      <TextField name="name" label={say(`profile.name.${kind}`)} filled={filled} optional={kind !== "organisation"} />
      {kind === "organisation" ? null : (
        <div class="pair">
          <TextField
            name="identity"
            label={say("member.identity")}
            hint={say("profile.identity-hint")}
            filled={filled}
            optional
          />
          <TextField name="telephone" label={say("member.telephone")} kind="tel" filled={filled} optional />
        </div>
      )}
      <div class="pair">
        <TextField name="community" label={say("members.community")} filled={filled} optional />
        <ChoiceField
          name="language"
          label={say("member.language")}
          none={say("profile.no-language")}
          choices={tongueChoices}
          filled={filled}
          optional
        />
      </div>
    </>
  );
}

/** What was typed of a profile, with personal values sealed; what was left empty is not known. */
export function profileSaid(at: FormAt, kind: Kind): Readonly<Record<string, unknown>> {
  const { form, seal } = at;
  const text = (name: string, is = name) =>
    form.maybe(name) === undefined ? {} : { [is]: form.text(name).slice(0, 200) };
  const sealed = (name: string, of: "name" | "identity-number" | "telephone") =>
    form.maybe(name) === undefined ? {} : { [name]: seal(of, form.text(name)) };
  return {
    ...(kind === "organisation"
      ? text("name")
      : { ...sealed("name", "name"), ...sealed("identity", "identity-number"), ...sealed("telephone", "telephone") }),
    ...text("community"),
    ...text("language"),
  };
}

const kindOf = (text: string | null): Kind => kinds.find((one) => one === text) ?? "person";

function AlikeNotice({ alike, at }: { alike: readonly Alike[]; at: PageAt }) {
  const { say } = at;
  return (
    <Notice state="waiting" title={say("profile.alike")}>
      <p>{say("profile.alike-why")}</p>
      <ul class="plain">
        {alike.map((one) => (
          <li>
            <a href={at.address(`members/${one.agent}`)}>{personName(one, say)}</a>{" "}
            {[one.number === null ? null : say("person.number", { number: one.number }), one.community]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function draw(at: PageAt, kind: Kind, filled: Filled, alike: readonly Alike[] = []): Page {
  const { say, address } = at;
  return formPage(at, {
    here: "members",
    asks: say(`profile.asks.${kind}`),
    about: say("profile.nobody-needs-papers"),
    children: (
      <>
        <p class="doors">
          {kinds
            .filter((one) => one !== kind)
            .map((one) => (
              <a class="quiet" href={address("members/new", { kind: one })}>
                {say(`profile.rather.${one}`)}
              </a>
            ))}
        </p>
        {alike.length === 0 ? null : <AlikeNotice alike={alike} at={at} />}
        <ActForm
          action={address("members/new")}
          act={at.newAct()}
          filled={filled}
          named={["name", "identity", "telephone", "community", "language", "form", "number", "since", "really"]}
          submit={say(alike.length === 0 ? "profile.submit" : "profile.submit-anyway")}
          other={{ href: address("members"), says: say("form.go-back") }}
        >
          <input type="hidden" name="kind" value={kind} />
          {alike.length === 0 ? null : <input type="hidden" name="really" value="yes" />}
          <ProfileFields kind={kind} filled={filled} />
          {kind === "organisation" ? (
            <ChoiceField
              name="form"
              label={say("profile.form")}
              choices={agentForms.map((one) => ({ value: one, says: named("form", one, say) }))}
              filled={filled}
            />
          ) : null}
          <TickField
            name="join"
            label={say("profile.membership")}
            choices={[{ value: "yes", says: say("profile.join") }]}
            filled={filled}
            many
            optional
          />
          <div class="pair">
            <TextField
              name="number"
              label={say("profile.number")}
              size="short"
              hint={say("profile.number-hint")}
              filled={filled}
              optional
            />
            <DayField name="since" label={say("profile.since")} filled={filled} optional />
          </div>
        </ActForm>
      </>
    ),
  });
}

/** Registers a person, a household or an organisation, and their membership when that is said. */
export const newMemberPage: BookPage = {
  path,
  open: async (at) =>
    done(draw(at, kindOf(at.words.get("kind")), fresh({ join: "yes", since: at.today, form: "association" }))),
};

export const newMemberForm: BookForm = { path, post: register };

async function register(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const kind = kindOf(form.text("kind"));
  const again = (wrong: readonly (typeof form.wrong)[number][] = [], alike: readonly Alike[] = []) =>
    done(draw(at, kind, { typed: form.typed, wrong: [...form.wrong, ...wrong] }, alike));
  if (kind === "organisation") form.readText("name");
  const joins = form.ticked("join");
  const since = joins ? (form.maybeDay("since") ?? at.today) : null;
  if (form.wrong.length > 0) return again();
  const alike = form.ticked("really") ? [] : await alikeOf(at);
  if (alike.length > 0) return again([], alike);
  const agent = at.idOf("agent");
  const says = { agent, ...profileSaid(at, kind), ...(kind === "organisation" ? { form: form.text("form") } : {}) };
  const registered = await at.speak(`${kind}.register`, says);
  if (registered.outcome === "refused") return again(registered.refusals);
  const joined = since === null ? null : await joinUs(at, agent, since);
  if (joined?.outcome === "refused") return again(joined.refusals);
  const asks = [registered, joined].some((one) => one?.outcome === "done" && one.questions.length > 0);
  return done({ goTo: at.address(`members/${agent}`), told: asks ? "kept-with-questions" : "member-kept" });
}

/** Who in the register may be the same; nobody when nothing was typed to tell by. */
async function alikeOf(at: FormAt): Promise<readonly Alike[]> {
  const asked = Object.fromEntries(
    ["name", "number", "identity"].flatMap((name) => {
      const text = at.form.maybe(name);
      return text === undefined ? [] : [[name, text.slice(0, name === "number" ? 40 : 100)]];
    }),
  );
  if (Object.keys(asked).length === 0) return [];
  const alike = (await rowsOf<Alike>(at, "members.alike", asked)) ?? [];
  return alike.filter((one) => one.agent !== at.idOf("agent")); // The same form sent again finds whom it registered.
}

/** Begins a membership of the book's own organisation. */
async function joinUs(at: FormAt, agent: string, since: string): Promise<Spoken> {
  const [settings] = (await rowsOf<{ organisation: string }>(at, "book.settings")) ?? [];
  const number = at.form.maybe("number");
  return at.speak("tie.begin", {
    tie: at.idOf("membership"),
    from: agent,
    to: settings?.organisation ?? "",
    kind: "membership",
    since,
    ...(number === undefined ? {} : { number: number.slice(0, 40) }),
  });
}
