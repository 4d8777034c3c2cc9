/** `/invitation`: a code from a paper, or a link: to which organisation, as what; with a new sign-in or one's own. */

import { refused } from "../../kernel/refusal.ts";
import type { Invitation } from "../../store/installation/invitations.ts";
import { type Filled, fresh, PinField, TextField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { roleName } from "../language/names.ts";
import type { Page } from "../render.ts";
import type { DoorAt, DoorForm, DoorFormAt, DoorPage } from "./at.ts";
import { comeIn } from "./come-in.ts";
import { doorPageOf } from "./frame.tsx";
import { type Invited, invitedTo, joinAnew, joinWith } from "./joining.ts";
import { NewPin, readNewPin } from "./pin.tsx";

const back = (at: DoorAt) => ({ href: "/", says: at.say("door.back") });

function codePage(at: DoorAt, filled: Filled): Page {
  const { say } = at;
  const children = (
    <section>
      <p>{say("door.invitation.how")}</p>
      <ActForm action="/invitation" act="" filled={filled} named={["code"]} submit={say("door.invitation.open")}>
        <TextField
          name="code"
          label={say("door.invitation.code")}
          hint={say("door.code-hint")}
          filled={filled}
          size="short"
        />
      </ActForm>
    </section>
  );
  return doorPageOf(at, { title: say("door.have-invitation"), children, back: back(at) });
}

/** Which of the ways on the page something was typed into: each keeps its own words. */
type Way = "new" | "own" | "signed";

type Joining = { readonly code: string; readonly invited: Invited; readonly filled: Filled; readonly way: Way | null };

function JoinForm({ at, joining, way }: { at: DoorAt; joining: Joining; way: Way }) {
  const { say } = at;
  const filled = joining.way === way ? joining.filled : fresh();
  // Field names differ between the forms, because a page has each id once; the way says which is meant.
  const name = (field: string): string => `${way}-${field}`;
  const moved: Filled = {
    typed: filled.typed,
    wrong: filled.wrong.map((one) => (one.field === undefined ? one : { ...one, field: name(one.field) })),
  };
  return (
    <ActForm
      action={`/invitation/${encodeURIComponent(joining.code)}`}
      act=""
      filled={moved}
      named={["signIn", "pin", "again"].map(name)}
      submit={say(`door.invitation.join-${way}`)}
    >
      <input type="hidden" name="way" value={way} />
      {way === "signed" ? null : (
        <TextField
          name={name("signIn")}
          label={say("door.name")}
          hint={say(way === "new" ? "door.new.sign-in-hint" : "door.name-hint")}
          filled={moved}
        />
      )}
      {way === "own" ? <PinField name={name("pin")} label={say("door.pin")} filled={moved} /> : null}
      {way === "new" ? <NewPin filled={moved} fewest={joining.invited.fewest} say={say} of={way} /> : null}
    </ActForm>
  );
}

function joinPage(at: DoorAt, joining: Joining): Page {
  const { say, signed } = at;
  const { invited } = joining;
  const roles = invited.roles.map((role) => roleName(role, say)).join(", ");
  const isSigned = signed !== null && signed.account !== null;
  const children = (
    <>
      <section>
        <p>{say("door.invitation.to", { organisation: invited.organisation, roles })}</p>
      </section>
      {isSigned ? (
        <section>
          <h2>{say("door.invitation.signed")}</h2>
          <JoinForm at={at} joining={joining} way="signed" />
        </section>
      ) : null}
      <section>
        <h2>{say("door.invitation.new")}</h2>
        <JoinForm at={at} joining={joining} way="new" />
      </section>
      <section>
        <h2>{say("door.invitation.own")}</h2>
        <JoinForm at={at} joining={joining} way="own" />
      </section>
    </>
  );
  const of = { id: invited.book, name: invited.organisation };
  return doorPageOf(at, { title: say("door.invitation.title"), children, of, back: back(at) });
}

/** Looks a code up, and what is behind it; or the page that says why not. */
async function opened(
  at: DoorAt,
  code: string,
): Promise<{ readonly invitation: Invitation; readonly invited: Invited } | { readonly instead: Page }> {
  const typed = new URLSearchParams({ code });
  const { invitations } = at.services.installation;
  const found = await invitations.look(code, at.caller.source, at.signed?.account);
  if (!found.ok) return { instead: codePage(at, { typed, wrong: [found.refusal] }) };
  const invited = await invitedTo(at.services, found.value);
  if (!invited.ok) return { instead: codePage(at, { typed, wrong: [invited.refusal] }) };
  return { invitation: found.value, invited: invited.value };
}

async function asked(at: DoorAt, code: string): Promise<Page> {
  const open = await opened(at, code);
  return "instead" in open ? open.instead : joinPage(at, { code, invited: open.invited, filled: fresh(), way: null });
}

export const invitationPage: DoorPage = { path: "/invitation", open: async (at) => codePage(at, fresh()) };
export const invitationLink: DoorPage = { path: "/invitation/:code", open: (at) => asked(at, at.parameter("code")) };

/** A code was typed. */
export const invitationForm: DoorForm = {
  path: "/invitation",
  post: async (at) => {
    const code = at.form.readText("code");
    return code === null ? codePage(at, at.form) : asked(at, code);
  },
};

/** Takes the seat, in one of three ways. */
export const joinForm: DoorForm = {
  path: "/invitation/:code",
  post: async (at) => {
    const code = at.parameter("code");
    const open = await opened(at, code);
    if ("instead" in open) return open.instead;
    const way = at.form.text("way") as Way;
    const joined = way === "new" ? await anew(at, open) : await withOwn(at, open, way);
    if (joined instanceof Response) return joined;
    return joinPage(at, { code, invited: open.invited, filled: joined, way });
  },
};

type Open = { readonly invitation: Invitation; readonly invited: Invited };

/** The fields of one way, under their plain names. */
function plainNames(at: DoorFormAt, way: Way): void {
  for (const field of ["signIn", "pin", "again"]) at.form.typed.set(field, at.form.text(`${way}-${field}`));
}

async function anew(at: DoorFormAt, { invitation, invited }: Open): Promise<Response | Filled> {
  plainNames(at, "new");
  const [signIn, pin] = [at.form.readText("signIn"), readNewPin(at.form)];
  if (signIn === null || at.form.wrong.length > 0) return at.form;
  const joined = await joinAnew(at.services, invitation, invited, { signIn, pin });
  if (!joined.ok) return { typed: at.form.typed, wrong: [joined.refusal] };
  const entered = await at.services.installation.accounts.signIn({ signIn, pin, source: at.caller.source });
  return comeIn(at, joined.value, { wanted: invitation, ...(entered.ok ? { browser: entered.value.browser } : {}) });
}

async function withOwn(at: DoorFormAt, { invitation, invited }: Open, way: Way): Promise<Response | Filled> {
  const { accounts } = at.services.installation;
  const wrong = (refusal: ReturnType<typeof refused>["refusal"]): Filled => ({
    typed: at.form.typed,
    wrong: [refusal],
  });
  if (way === "signed") {
    const account = await accounts.find(at.signed?.account ?? "");
    if (account === null) return wrong(refused("session.none").refusal);
    const refusal = await joinWith(at.services, invitation, invited, account);
    return refusal === null ? comeIn(at, account, { wanted: invitation }) : wrong(refusal);
  }
  plainNames(at, "own");
  const [signIn, pin] = [at.form.text("signIn"), at.form.text("pin")];
  const entered = await accounts.signIn({ signIn, pin, source: at.caller.source, browser: at.browser });
  if (!entered.ok) return wrong(entered.refusal);
  const { account, browser } = entered.value;
  const refusal = await joinWith(at.services, invitation, invited, account);
  return refusal === null ? comeIn(at, account, { wanted: invitation, browser }) : wrong(refusal);
}
