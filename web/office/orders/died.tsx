/** `/o/BOOK/members/MEMBER/died`: writing down that somebody died, so that what they are owed goes to their heirs. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { DayField, type Filled, fresh } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { type Register, registerOf } from "../member.ts";

const path = "/o/:book/members/:member/died";
const noneSuch = (at: PageAt) => refused("person.none-such", { member: at.parameter("member") });

function draw(at: PageAt, who: Register, filled: Filled): Page {
  const back = at.address(`members/${who.agent}`);
  return formPage(at, {
    here: "members",
    asks: at.say("died.asks", { name: personName(who, at.say) }),
    about: at.say("died.about"),
    children: (
      <ActForm
        action={`${back}/died`}
        act={at.newAct()}
        filled={filled}
        named={["on"]}
        submit={at.say("died.submit")}
        other={{ href: back, says: at.say("form.go-back") }}
        grave
      >
        <DayField name="on" label={at.say("died.on")} filled={filled} />
      </ActForm>
    ),
  });
}

export const diedPage: BookPage = {
  path,
  open: async (at) => {
    const who = await registerOf(at);
    return who === null ? noneSuch(at) : done(draw(at, who, fresh({ on: at.today })));
  },
};

export const diedForm: BookForm = { path, post };

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const who = await registerOf(at);
  if (who === null) return noneSuch(at);
  const on = at.form.readDay("on");
  if (on !== null && on > at.today)
    at.form.wrong.push(refused("person.died-to-come", { day: on, today: at.today }, "on").refusal);
  const again = () => done(draw(at, who, { typed: at.form.typed, wrong: at.form.wrong }));
  if (at.form.wrong.length > 0) return again();
  const spoken = await at.speak("person.died", { agent: who.agent, on });
  if (spoken.outcome === "refused") {
    at.form.wrong.push(...spoken.refusals);
    return again();
  }
  const told = spoken.questions.length > 0 ? "kept-with-questions" : "kept";
  return done({ goTo: at.address(`members/${who.agent}`), told });
}
