/** What is said of a hand-over after it: that it does not count, what a laboratory read, what the producer objects. */
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { objectedAgainst } from "../../../rooms/acopio/acts/object.ts";
import { DayField, type Filled, fresh, TickField, WordsField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt, Spoken } from "../../desk/page.ts";
import { personName, productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { type Whole, wholeOf } from "../delivery.ts";
import { formPage } from "../form-page.tsx";

/** One thing that is said later: where, how it is asked, and how what was typed is said. */
type Later = {
  readonly name: "void" | "object";
  readonly named: readonly string[];
  fields(filled: Filled, at: PageAt): Page["body"];
  say(at: FormAt, row: Whole): Promise<Spoken | null>;
};

const voiding: Later = {
  name: "void",
  named: ["reason", "on"],
  fields: (filled, { say }) => (
    <>
      <WordsField name="reason" label={say("void.reason")} hint={say("void.reason-hint")} filled={filled} />
      <DayField name="on" label={say("form.day")} filled={filled} />
    </>
  ),
  say: async ({ form, speak }, { delivery }) => {
    const [reason, on] = [form.readText("reason"), form.readDay("on")];
    return reason === null || on === null ? null : speak("delivery.void", { delivery, reason, on });
  },
};

const objecting: Later = {
  name: "object",
  named: ["against", "words", "on"],
  fields: (filled, { say }) => (
    <>
      <TickField
        name="against"
        label={say("object.against")}
        filled={filled}
        choices={objectedAgainst.map((one) => ({ value: one, says: say(`against.${one}`) }))}
      />
      <WordsField name="words" label={say("object.words")} hint={say("object.words-hint")} filled={filled} optional />
      <DayField name="on" label={say("form.day")} filled={filled} />
    </>
  ),
  say: async ({ form, speak, idOf }, { delivery }) => {
    const [against, on] = [form.readText("against"), form.readDay("on")];
    if (against === null || on === null) return null;
    const words = form.maybe("words");
    return speak("delivery.object", {
      objection: idOf("objection"),
      delivery,
      against,
      on,
      ...(words === undefined ? {} : { words }),
    });
  },
};

const pathOf = (name: string) => `/o/:book/deliveries/:delivery/${name}` as const;

function draw(later: Later, at: PageAt, row: Whole, filled: Filled): Page {
  const { say, address } = at;
  const back = address(`deliveries/${row.delivery}`);
  return formPage(at, {
    here: "deliveries",
    asks: say(`${later.name}.asks`),
    about: aboutOf(row, at),
    children: (
      <ActForm
        action={`${back}/${later.name}`}
        act={at.newAct()}
        filled={filled}
        named={later.named}
        submit={say(`${later.name}.submit`)}
        other={{ href: back, says: say("form.go-back") }}
        grave={later.name === "void"}
      >
        {later.fields(filled, at)}
      </ActForm>
    ),
  });
}

/** "Amparo Quintero, 407,6 kg de café pergamino, 16 sep 2026". */
export const aboutOf = (row: Whole, { say }: Pick<PageAt, "say">): string =>
  say("delivery.in-a-line", {
    name: personName(row, say),
    kilos: kilogramsOf(row.net_g),
    product: productName(row.product, say),
    day: row.happened,
  });

const openOf = (later: Later): BookPage => ({
  path: pathOf(later.name),
  open: async (at) => {
    const row = await wholeOf(at);
    if (row === null) return refused("delivery.none-such", { delivery: at.parameter("delivery") });
    return done(draw(later, at, row, fresh({ on: at.today })));
  },
});

const formOf = (later: Later): BookForm => ({
  path: pathOf(later.name),
  post: async (at): Promise<Result<Page | GoTo>> => {
    const row = await wholeOf(at);
    if (row === null) return refused("delivery.none-such", { delivery: at.parameter("delivery") });
    const spoken = await later.say(at, row);
    const wrong = [...at.form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
    if (spoken?.outcome !== "done") return done(draw(later, at, row, { typed: at.form.typed, wrong }));
    return done({ goTo: at.address(`deliveries/${row.delivery}`), told: toldOf(later.name, spoken) });
  },
});

/** Which sentence the next page shows: that it was kept, and whether the book asks something about it. */
export const toldOf = (name: string, spoken: Spoken): string =>
  spoken.outcome === "done" && spoken.questions.length > 0 && name !== "object"
    ? "kept-with-questions"
    : `${name}-kept`;

export const laterPages: readonly BookPage[] = [voiding, objecting].map(openOf);
export const laterForms: readonly BookForm[] = [voiding, objecting].map(formOf);
