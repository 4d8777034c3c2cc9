/** `/o/BOOK/public-page`: what do we show of ourselves to everybody? */
import { done, type Refusal, type Result } from "../../kernel/refusal.ts";
import { type Filled, fresh, TextField, TickField, WordsField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { OfficeFrame } from "../components/frames.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";

type Body = {
  readonly shown: boolean;
  readonly about: string;
  readonly where?: string;
  readonly reach?: string;
  readonly prices: boolean;
};

export const publicPagePage: BookPage = { path: "/o/:book/public-page", open: (at) => drawn(at, null) };
export const publicPageForm: BookForm = { path: "/o/:book/public-page", post: publish };

async function publish(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const about = form.readText("about");
  const [where, reach] = [form.maybe("where"), form.maybe("reach")];
  const says = {
    shown: form.all("show").includes("shown"),
    prices: form.all("show").includes("prices"),
    about,
    ...(where === undefined ? {} : { where }),
    ...(reach === undefined ? {} : { reach }),
  };
  const spoken = about === null ? null : await at.speak("public-page.publish", says);
  if (spoken?.outcome === "done")
    return done({ goTo: at.address("public-page"), told: says.shown ? "public-page-shown" : "public-page-hidden" });
  const wrong: readonly Refusal[] = [...form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
  return drawn(at, { typed: form.typed, wrong });
}

/** What is in force, as the form's first words. */
async function inForce(at: PageAt): Promise<Filled> {
  const found = await at.ask("public-page.now");
  const body = found.ok ? (found.value.rows[0]?.body as Body | undefined) : undefined;
  const filled = fresh({ about: body?.about ?? "", where: body?.where ?? "", reach: body?.reach ?? "" });
  for (const one of ["shown", "prices"] as const) if (body?.[one]) filled.typed?.append("show", one);
  return filled;
}

async function drawn(at: PageAt, typed: Filled | null): Promise<Result<Page>> {
  const may = await at.ask("public-page.now");
  if (!may.ok) return may;
  const { say } = at;
  const frame = at.frame("our-book");
  const isShown = (may.value.rows[0]?.body as Body | undefined)?.shown === true;
  const filled = typed ?? (await inForce(at));
  return done({
    title: `${say("public-page.title")} · ${frame.organisation}`,
    style: ["sheet", "desk", "form", "notice"],
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={say}>
        <OfficeFrame frame={frame} skipTo="public-page">
          <h1 class="speak">{say(isShown ? "public-page.is-shown" : "public-page.is-hidden")}</h1>
          <p class="soft">{say("public-page.explained")}</p>
          {isShown ? (
            <p>
              <a class="quiet" href={`/p/${at.book}`}>
                {say("public-page.see")}
              </a>
            </p>
          ) : null}
          <ActForm
            action={at.address("public-page")}
            act={at.newAct()}
            filled={filled}
            named={["about", "where", "reach", "show"]}
            submit={say("public-page.publish")}
          >
            <WordsField
              name="about"
              label={say("public-page.about")}
              hint={say("public-page.about-hint")}
              filled={filled}
              rows={5}
            />
            <TextField name="where" label={say("public-page.where")} filled={filled} optional />
            <TextField
              name="reach"
              label={say("public-page.reach")}
              hint={say("public-page.reach-hint")}
              filled={filled}
              optional
            />
            <TickField
              name="show"
              label={say("public-page.show")}
              filled={filled}
              many
              optional
              choices={[
                { value: "shown", says: say("public-page.show-page") },
                { value: "prices", says: say("public-page.show-prices") },
              ]}
            />
          </ActForm>
        </OfficeFrame>
      </Speaking>
    ),
  });
}
