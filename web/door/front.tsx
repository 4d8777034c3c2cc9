/** `/`, to whom nobody is signed in: how to come in, what there is to look at, and how to begin. */

import { type Refusal, refused } from "../../kernel/refusal.ts";
import { type Filled, fresh, PinField, TextField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { sentenceOf } from "../language/sentence.ts";
import type { Page } from "../render.ts";
import type { DoorAt, DoorForm, DoorPage } from "./at.ts";
import { comeIn } from "./come-in.ts";
import { type ExampleSeat, exampleSeats, mayLook } from "./example.ts";
import { doorPageOf } from "./frame.tsx";
import { LookButtons } from "./look.tsx";
import { mayFound } from "./new.tsx";

/** What the front page has to show. `why` is what was tried, if something was: a session that ended, a link that was used. */
type Front = { readonly filled: Filled; readonly looks: readonly ExampleSeat[]; readonly why: Refusal | null };

/** The front page of this server. */
export async function frontPage(at: DoorAt, filled: Filled = fresh(), why: Refusal | null = null): Promise<Page> {
  const { installation, doorway } = at.services;
  const looks = mayLook(at.caller, doorway) ? await exampleSeats(installation.store.connect("keeper")) : [];
  const { say } = at;
  return doorPageOf(at, { title: say("door.front.title"), children: <Ways at={at} front={{ filled, looks, why }} /> });
}

function Ways({ at, front: { filled, looks, why } }: { at: DoorAt; front: Front }) {
  const { say } = at;
  return (
    <>
      {why === null ? null : (
        <section>
          <Notice state="none" title={sentenceOf(why, say)} />
        </section>
      )}
      <section>
        <ActForm action="/sign-in" act="" filled={filled} named={["signIn", "pin"]} submit={say("door.sign-in")}>
          <TextField name="signIn" label={say("door.name")} hint={say("door.name-hint")} filled={filled} />
          <PinField name="pin" label={say("door.pin")} filled={filled} />
        </ActForm>
        <ul class="links">
          <li>
            <a class="quiet" href="/invitation">
              {say("door.have-invitation")}
            </a>
          </li>
          <li>
            <a class="quiet" href="/forgotten">
              {say("door.forgotten")}
            </a>
          </li>
        </ul>
      </section>
      {looks.length > 0 ? (
        <section>
          <h2>{say("door.look.title")}</h2>
          <p>{say("door.look.why")}</p>
          <LookButtons seats={looks} say={say} />
        </section>
      ) : null}
      {mayFound(at) ? (
        <section>
          <h2>{say("door.new.offer")}</h2>
          <p>{say("door.new.why")}</p>
          <p class="acts">
            <a class="do" href="/new">
              {say("door.new.begin")}
            </a>
          </p>
        </section>
      ) : null}
    </>
  );
}

/** `GET /sign-in`: the same, under the address that people remember. */
export const signInPage: DoorPage = { path: "/sign-in", open: (at) => frontPage(at) };

/** Signs in. What was wrong is told without saying what of it. */
export const signInForm: DoorForm = {
  path: "/sign-in",
  post: async (at) => {
    const { form, caller, browser, services } = at;
    const signIn = form.readText("signIn") ?? "";
    const pin = form.text("pin");
    if (pin === "") form.wrong.push(refused("form.field-empty", {}, "pin").refusal);
    if (form.wrong.length > 0) return frontPage(at, form);
    const asked = { signIn, pin, source: caller.source, browser };
    const found = await services.installation.accounts.signIn(asked);
    if (!found.ok) return frontPage(at, { typed: form.typed, wrong: [found.refusal] });
    return comeIn(at, found.value.account, { browser: found.value.browser });
  },
};
