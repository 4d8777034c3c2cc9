/** `/o/BOOK/members/MEMBER/correct`: putting right what the register says; what is left empty stays as it is. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { ChoiceField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { named, personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { type Register, registerOf } from "../member.ts";
import { rowsOf } from "../read.ts";
import { tongues } from "./profile.tsx";

type Sealed = { readonly kind: string; readonly digest: string };
type Seals = Readonly<Record<"name" | "identity" | "telephone", Sealed | null>>;
const path = "/o/:book/members/:member/correct";

function draw(at: PageAt, row: Register, filled: Filled): Page {
  const { say, address } = at;
  const back = address(`members/${row.agent}`);
  const isOurs = row.kind === "organisation";
  return formPage(at, {
    here: "members",
    asks: say("correct.asks", { name: personName(row, say) }),
    about: say("correct.about"),
    children: (
      <ActForm
        action={`${back}/correct`}
        act={at.newAct()}
        filled={filled}
        named={["name", "identity", "telephone", "community", "language"]}
        submit={say("form.save")}
        other={{ href: back, says: say("form.go-back") }}
      >
        <input type="hidden" name="version" value={filled.typed?.get("version") ?? `${row.version ?? 0}`} />
        <TextField name="name" label={say(`profile.name.${row.kind}`)} filled={filled} optional={!isOurs} />
        {isOurs ? null : (
          <div class="pair">
            <TextField
              name="identity"
              label={say("member.identity")}
              hint={say("correct.leave-empty")}
              filled={filled}
              optional
            />
            <TextField
              name="telephone"
              label={say("member.telephone")}
              kind="tel"
              hint={say("correct.leave-empty")}
              filled={filled}
              optional
            />
          </div>
        )}
        <div class="pair">
          <TextField name="community" label={say("members.community")} filled={filled} optional />
          <ChoiceField
            name="language"
            label={say("member.language")}
            none={say("profile.no-language")}
            choices={tongues.map((one) => ({ value: one, says: named("tongue", one, say) }))}
            filled={filled}
            optional
          />
        </div>
      </ActForm>
    ),
  });
}

const noneSuch = (at: PageAt) => refused("person.none-such", { member: at.parameter("member") });

/** The form, with what is known but for personal values. */
export const correctPage: BookPage = {
  path,
  open: async (at) => {
    const row = await registerOf(at);
    if (row === null) return noneSuch(at);
    const first = { name: row.name ?? "", community: row.community ?? "", language: row.language ?? "" };
    return done(draw(at, row, fresh(first)));
  },
};

/** Says the profile anew, against the version that was on the screen. */
export const correctForm: BookForm = {
  path,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const row = await registerOf(at);
    if (row === null) return noneSuch(at);
    const { form } = at;
    const [seals] = (await rowsOf<Seals>(at, "member.sealed", { agent: row.agent })) ?? [];
    if (row.kind === "organisation") form.readText("name");
    const again = () => done(draw(at, row, { typed: form.typed, wrong: form.wrong }));
    if (form.wrong.length > 0) return again();
    const spoken = await at.speak("profile.correct", {
      agent: row.agent,
      corrects: Number.parseInt(form.text("version"), 10) || 0,
      ...anew(at, row, seals),
    });
    if (spoken.outcome === "refused") {
      form.wrong.push(...spoken.refusals);
      return again();
    }
    const told = spoken.questions.length > 0 ? "kept-with-questions" : "kept";
    return done({ goTo: at.address(`members/${row.agent}`), told });
  },
};

/** The whole profile as it is now to be: what was typed anew is sealed anew; what was not keeps its seal. */
function anew({ form, seal }: FormAt, row: Register, seals: Seals | undefined): Readonly<Record<string, unknown>> {
  const text = (name: string, is = name) =>
    form.maybe(name) === undefined ? {} : { [is]: form.text(name).slice(0, 200) };
  const kept = (name: keyof Seals, of: "name" | "identity-number" | "telephone") => {
    const typed = form.maybe(name);
    if (typed !== undefined && !(name === "name" && typed === row.name)) return { [name]: seal(of, typed) };
    return seals?.[name] ? { [name]: seals[name] } : {};
  };
  return {
    ...(row.kind === "organisation"
      ? text("name", "organisationName")
      : { ...kept("name", "name"), ...kept("identity", "identity-number"), ...kept("telephone", "telephone") }),
    ...text("community"),
    ...text("language"),
  };
}
