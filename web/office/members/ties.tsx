/** Ties of a person: joining us, belonging to a household, kin, work; and their end, leaving us among them. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { tieKinds } from "../../../rooms/people/records.ts";
import { ChoosePerson } from "../../components/choose-person.tsx";
import { ChoiceField, DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { type Register, registerOf, type Tie } from "../member.ts";
import { peopleFound, personOf } from "../people.ts";
import { rowsOf } from "../read.ts";

const path = "/o/:book/members/:member/ties/new";
const endPath = "/o/:book/members/:member/ties/end";
const noneSuch = (at: PageAt) => refused("person.none-such", { member: at.parameter("member") });

const oursOf = async (at: PageAt): Promise<string> =>
  (await rowsOf<{ organisation: string }>(at, "book.settings"))?.[0]?.organisation ?? "";

/** To whom, then as what: our own organisation stands first, others are looked for. */
async function draw(at: PageAt, row: Register, filled: Filled): Promise<Page> {
  const { say, address, words } = at;
  const back = address(`members/${row.agent}`);
  const to = filled.typed?.get("to") ?? words.get("to") ?? "";
  const ours = await oursOf(at);
  const asks = say("ties.asks", { name: personName(row, say) });
  if (!isUuid(to)) {
    const q = (words.get("q") ?? "").trim().slice(0, 100);
    const hrefOf = (agent: string) => `${back}/ties/new?to=${agent}`;
    const found = await peopleFound(q, at, hrefOf);
    return formPage(at, {
      here: "members",
      asks,
      about: say("ties.about"),
      children: (
        <>
          <p class="doors">
            <a class="do main" href={hrefOf(ours)}>
              {say("ties.with-us", { name: at.settings.name })}
            </a>
          </p>
          <ChoosePerson action={`${back}/ties/new`} q={q} kept={{}} found={found} newHref={address("members/new")} />
        </>
      ),
    });
  }
  const who = to === ours ? at.settings.name : personName((await personOf(to, at)) ?? { name: null }, say);
  const kinds = to === ours ? ["membership", "work"] : tieKinds.filter((one) => one !== "membership");
  return formPage(at, {
    here: "members",
    asks: say("ties.asks-with", { name: personName(row, say), other: who }),
    children: (
      <ActForm
        action={`${back}/ties/new`}
        act={at.newAct()}
        filled={filled}
        named={["kind", "number", "since", "to"]}
        submit={say("form.save")}
        other={{ href: back, says: say("form.go-back") }}
      >
        <input type="hidden" name="to" value={to} />
        <ChoiceField
          name="kind"
          label={say("ties.kind")}
          choices={kinds.map((one) => ({ value: one, says: say(`ties.kind.${one}`) }))}
          filled={filled}
        />
        {to === ours ? (
          <TextField
            name="number"
            label={say("profile.number")}
            size="short"
            hint={say("profile.number-hint")}
            filled={filled}
            optional
          />
        ) : null}
        <DayField name="since" label={say("profile.since")} filled={filled} />
      </ActForm>
    ),
  });
}

/** Begins a tie from this person to another, or to us. */
export const newTiePage: BookPage = {
  path,
  open: async (at) => {
    const row = await registerOf(at);
    return row === null ? noneSuch(at) : done(await draw(at, row, fresh({ since: at.today })));
  },
};

export const newTieForm: BookForm = {
  path,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const row = await registerOf(at);
    if (row === null) return noneSuch(at);
    const { form } = at;
    const [to, kind, since] = [form.readId("to"), form.readText("kind"), form.readDay("since")];
    const again = async () => done(await draw(at, row, { typed: form.typed, wrong: form.wrong }));
    if (to === null || kind === null || since === null) return again();
    const number = form.maybe("number");
    const says = { tie: at.idOf("tie"), from: row.agent, to, kind, since };
    const spoken = await at.speak("tie.begin", number === undefined ? says : { ...says, number: number.slice(0, 40) });
    if (spoken.outcome === "done") return done(goneOn(at, row, spoken.questions.length > 0));
    form.wrong.push(...spoken.refusals);
    return again();
  },
};

const goneOn = (at: PageAt, { agent }: Register, asks: boolean): GoTo => ({
  goTo: at.address(`members/${agent}`),
  told: asks ? "kept-with-questions" : "kept",
});

/** The tie that a form ends: one of this person's that has not ended. */
async function tieOf(at: PageAt, row: Register, tie: string): Promise<Tie | null> {
  const ties = (await rowsOf<Tie>(at, "member.ties", { agent: row.agent })) ?? [];
  return ties.find((one) => one.tie === tie && one.until === null) ?? null;
}

function drawEnd(at: PageAt, row: Register, tie: Tie, filled: Filled): Page {
  const { say, address } = at;
  const back = address(`members/${row.agent}`);
  const leaves = tie.ours && tie.kind === "membership";
  const other = personName({ name: tie.other_name, erased: tie.other_erased }, say);
  return formPage(at, {
    here: "members",
    asks: leaves
      ? say("leave.asks", { name: personName(row, say) })
      : say("tie-end.asks", { name: personName(row, say), other }),
    about: leaves ? say("leave.about") : null,
    children: (
      <ActForm
        action={`${back}/ties/end`}
        act={at.newAct()}
        filled={filled}
        named={["until", "reason"]}
        submit={say(leaves ? "leave.submit" : "tie-end.submit")}
        other={{ href: back, says: say("form.go-back") }}
        grave
      >
        <input type="hidden" name="tie" value={tie.tie} />
        <DayField name="until" label={say("tie-end.until")} filled={filled} />
        <TextField
          name="reason"
          label={say("tie-end.reason")}
          hint={say("tie-end.reason-hint")}
          filled={filled}
          optional
        />
      </ActForm>
    ),
  });
}

const noTie = (at: PageAt) => refused("tie.none-such", { member: at.parameter("member") });

/** Ends a tie: of a membership, that is leaving, with what that means before one's eyes. */
export const endTiePage: BookPage = {
  path: endPath,
  open: async (at) => {
    const row = await registerOf(at);
    if (row === null) return noneSuch(at);
    const tie = await tieOf(at, row, at.words.get("tie") ?? "");
    return tie === null ? noTie(at) : done(drawEnd(at, row, tie, fresh({ until: at.today })));
  },
};

export const endTieForm: BookForm = { path: endPath, post: end };

async function end(at: FormAt): Promise<Result<Page | GoTo>> {
  const row = await registerOf(at);
  if (row === null) return noneSuch(at);
  const { form } = at;
  const tie = await tieOf(at, row, form.text("tie"));
  if (tie === null) return done(goneOn(at, row, false)); // It ended already: sent twice.
  const until = form.readDay("until");
  const again = () => done(drawEnd(at, row, tie, { typed: form.typed, wrong: form.wrong }));
  if (until === null) return again();
  const reason = form.maybe("reason");
  const says = { tie: tie.tie, until };
  const spoken = await at.speak("tie.end", reason === undefined ? says : { ...says, reason: reason.slice(0, 200) });
  if (spoken.outcome === "done") return done(goneOn(at, row, spoken.questions.length > 0));
  form.wrong.push(...spoken.refusals);
  return again();
}
