/** `/o/BOOK/deliveries/DELIVERY/grade`: what a laboratory or a cupping read of it later. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { type Whole, wholeOf } from "../delivery.ts";
import { formPage } from "../form-page.tsx";
import { aboutOf, toldOf } from "./later.tsx";
import { Measures, measureFields, readMeasures, schemeFor } from "./measures.tsx";

const path = "/o/:book/deliveries/:delivery/grade";

async function draw(at: PageAt, row: Whole, filled: Filled): Promise<Page> {
  const { say, address } = at;
  const back = address(`deliveries/${row.delivery}`);
  const scheme = await schemeFor(row.product, row.happened, at);
  return formPage(at, {
    here: "deliveries",
    asks: say("grade.asks"),
    about: aboutOf(row, at),
    children: (
      <ActForm
        action={`${back}/grade`}
        act={at.newAct()}
        filled={filled}
        named={["on", "laboratory", ...measureFields(scheme)]}
        submit={say("grade.submit")}
        other={{ href: back, says: say("form.go-back") }}
      >
        <p class="hint">{say("grade.hint")}</p>
        <Measures scheme={scheme} filled={filled} />
        <TextField name="laboratory" label={say("grade.laboratory")} filled={filled} optional />
        <DayField name="on" label={say("form.day")} filled={filled} />
      </ActForm>
    ),
  });
}

const noneSuch = (at: PageAt) => refused("delivery.none-such", { delivery: at.parameter("delivery") });

/** The form for later results. */
export const gradePage: BookPage = {
  path,
  open: async (at) => {
    const row = await wholeOf(at);
    return row === null ? noneSuch(at) : done(await draw(at, row, fresh({ on: at.today })));
  },
};

/** Takes them; at least one reading is wanted. */
export const gradeForm: BookForm = {
  path,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const row = await wholeOf(at);
    if (row === null) return noneSuch(at);
    const { form } = at;
    const scheme = await schemeFor(row.product, row.happened, at);
    const measurements = readMeasures(at, scheme);
    const on = form.readDay("on");
    if (measurements.length === 0 && form.wrong.length === 0) form.wrong.push(refused("grade.nothing-read").refusal);
    const again = async () => done(await draw(at, row, { typed: form.typed, wrong: form.wrong }));
    if (form.wrong.length > 0 || on === null) return again();
    const laboratory = form.maybe("laboratory");
    const spoken = await at.speak("delivery.grade", {
      sampleResult: at.idOf("sample result"),
      delivery: row.delivery,
      measurements,
      on,
      ...(laboratory === undefined ? {} : { laboratory }),
    });
    if (spoken.outcome === "done")
      return done({ goTo: at.address(`deliveries/${row.delivery}`), told: toldOf("grade", spoken) });
    form.wrong.push(...spoken.refusals);
    return again();
  },
};
