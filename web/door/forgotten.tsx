/** `/forgotten` and `/recover`: who forgot the PIN asks, and with the code that officers give chooses a new one. */

import { refused } from "../../kernel/refusal.ts";
import { pinDigits } from "../../store/installation/accounts-pin.ts";
import { type Filled, fresh, TextField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import type { Page } from "../render.ts";
import { RequestRefused } from "../server/problem.ts";
import type { DoorAt, DoorForm, DoorPage } from "./at.ts";
import { comeIn } from "./come-in.ts";
import { doorPageOf } from "./frame.tsx";
import { NewPin, readNewPin } from "./pin.tsx";

const back = (at: DoorAt) => ({ href: "/", says: at.say("door.back") });

function forgottenPageOf(at: DoorAt, filled: Filled): Page {
  const { say } = at;
  const children = (
    <>
      <section>
        <p>{say("door.forgotten-how")}</p>
        <ActForm action="/forgotten" act="" filled={filled} named={["signIn"]} submit={say("door.forgotten-ask")}>
          <TextField name="signIn" label={say("door.name")} hint={say("door.name-hint")} filled={filled} />
        </ActForm>
      </section>
      <section>
        <p>
          <a class="quiet" href="/recover">
            {say("door.recover.have-code")}
          </a>
        </p>
      </section>
    </>
  );
  return doorPageOf(at, { title: say("door.forgotten"), children, back: back(at) });
}

export const forgottenPage: DoorPage = { path: "/forgotten", open: async (at) => forgottenPageOf(at, fresh()) };

/** Asks. The answer is the same whether there is such an account or not. */
export const forgottenForm: DoorForm = {
  path: "/forgotten",
  post: async (at) => {
    const { form, say, services } = at;
    const signIn = form.readText("signIn");
    if (signIn === null) return forgottenPageOf(at, form);
    const asked = await services.installation.recoveries.ask(signIn, at.caller.source);
    if (!asked.ok) return forgottenPageOf(at, { typed: form.typed, wrong: [asked.refusal] });
    const children = (
      <section>
        <Notice state="kept" title={say("door.forgotten-asked")}>
          <p>{say("door.forgotten-next")}</p>
        </Notice>
        <p class="acts">
          <a class="do" href="/recover">
            {say("door.recover.have-code")}
          </a>
        </p>
      </section>
    );
    return doorPageOf(at, { title: say("door.forgotten"), children, back: back(at) });
  },
};

function recoverPageOf(at: DoorAt, filled: Filled): Page {
  const { say } = at;
  const children = (
    <section>
      <p>{say("door.recover.how")}</p>
      <ActForm
        action="/recover"
        act=""
        filled={filled}
        named={["signIn", "code", "pin", "again"]}
        submit={say("door.recover.save")}
      >
        <TextField name="signIn" label={say("door.name")} hint={say("door.name-hint")} filled={filled} />
        <TextField
          name="code"
          label={say("door.recover.code")}
          hint={say("door.code-hint")}
          filled={filled}
          size="short"
        />
        <NewPin filled={filled} fewest={pinDigits.fewest} say={say} />
      </ActForm>
    </section>
  );
  return doorPageOf(at, { title: say("door.recover.title"), children, back: back(at) });
}

export const recoverPage: DoorPage = { path: "/recover", open: async (at) => recoverPageOf(at, fresh()) };

/** Chooses a new PIN by a code. Every session there was ends, in case it was somebody else's. */
export const recoverForm: DoorForm = {
  path: "/recover",
  post: async (at) => {
    const { form, caller } = at;
    const { recoveries, sessions, accounts } = at.services.installation;
    const [signIn, code, pin] = [form.readText("signIn"), form.readText("code"), readNewPin(form)];
    if (signIn === null || code === null || form.wrong.length > 0) return recoverPageOf(at, form);
    const used = await recoveries.use({ signIn, code, pin, source: caller.source });
    if (!used.ok) return recoverPageOf(at, { typed: form.typed, wrong: [used.refusal] });
    await sessions.endOf(used.value, { allBut: null });
    const found = await accounts.find(used.value);
    if (found === null) throw new RequestRefused(401, refused("session.none").refusal);
    return comeIn(at, found);
  },
};
