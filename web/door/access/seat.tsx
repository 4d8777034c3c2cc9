/** `/o/BOOK/access/SEAT`: one seat: its roles, its end, how its person comes in. */
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import type { PowerMatrix } from "../../../rooms/book/rules/powers.ts";
import { type Choice, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, PageAt, Spoken } from "../../desk/page.ts";
import { roleName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { accessPageOf, nameOf } from "./list.tsx";
import { RecoveryPart, recoveryNeeds } from "./recovery.tsx";
import { isInForce, type SeatStanding, seatStanding } from "./standing.ts";

/** The roles that the matrix of powers in force names. */
export async function rolesHere(at: PageAt): Promise<readonly string[]> {
  const found = await at.ask("powers.versions", { limit: 20 });
  const rows = found.ok ? (found.value.rows as { readonly since: string; readonly matrix: PowerMatrix }[]) : [];
  return Object.keys(rows.find(({ since }) => since <= at.today)?.matrix ?? {});
}

/** What was refused, as a form that was sent shows it. */
export const filledWith = (typed: URLSearchParams, spoken: Spoken): Filled => ({
  typed,
  wrong: spoken.outcome === "refused" ? (spoken.refusals as readonly Refusal[]) : [],
});

type Wrong = { readonly roles?: Filled; readonly end?: Filled };

/** The page of one seat, with what was wrong in a form of it. */
export async function seatPageOf(at: PageAt, one: SeatStanding, wrong: Wrong = {}): Promise<Page> {
  const { say } = at;
  const mayGive = at.powers.has("manage-seats") && isInForce(one, at.today);
  const address = at.address(`access/${one.seat}`);
  const needs = one.account === null ? [] : await recoveryNeeds(at, one.account);
  const choices = (await rolesHere(at)).map((role) => ({ value: role, says: roleName(role, say) }));
  const children = (
    <>
      <p class="soft">
        {one.roles.map((role) => roleName(role, say)).join(", ")}
        {one.until === null ? "" : ` · ${say("door.access.until-day", { day: one.until })}`}
      </p>
      {mayGive ? (
        <>
          <section>
            <h2>{say("door.access.sign-in")}</h2>
            <InvitePart at={at} one={one} address={address} />
            {one.account === null ? null : <RecoveryPart at={at} one={one} needs={needs} />}
          </section>
          <RolesPart at={at} one={one} address={address} choices={choices} filled={wrong.roles} />
          <EndPart at={at} address={address} filled={wrong.end ?? fresh()} />
        </>
      ) : null}
      <p>
        <a class="quiet" href={at.address("access")}>
          {say("door.access.back")}
        </a>
      </p>
    </>
  );
  return accessPageOf(at, nameOf(one, say), children);
}

/** Other roles for the same person; those of now are ticked. */
function RolesPart(props: {
  at: PageAt;
  one: SeatStanding;
  address: string;
  choices: readonly Choice[];
  filled: Filled | undefined;
}) {
  const { at, one, address, choices } = props;
  const ticked = new URLSearchParams(one.roles.map((role): [string, string] => ["roles", role]));
  const filled = props.filled ?? { typed: ticked, wrong: [] };
  return (
    <section>
      <h2>{at.say("door.access.roles")}</h2>
      <ActForm action={address} act={at.newAct()} filled={filled} named={["roles"]} submit={at.say("form.save")}>
        <TickField name="roles" label={at.say("door.access.roles-ask")} choices={choices} filled={filled} many />
      </ActForm>
    </section>
  );
}

/** To end the seat, with why. */
function EndPart({ at, address, filled }: { at: PageAt; address: string; filled: Filled }) {
  const { say } = at;
  return (
    <section>
      <h2>{say("door.access.end-title")}</h2>
      <p>{say("door.access.end-why")}</p>
      <ActForm
        action={`${address}/end`}
        act={at.newAct()}
        filled={filled}
        named={["reason"]}
        submit={say("door.access.end")}
        grave
      >
        <TextField name="reason" label={say("door.access.reason")} filled={filled} />
      </ActForm>
    </section>
  );
}

/** To invite, or to take an open invitation back. */
function InvitePart({ at, one, address }: { at: PageAt; one: SeatStanding; address: string }) {
  const { say } = at;
  return (
    <>
      <p>{say(one.account === null ? "door.access.invite-why" : "door.access.invite-again-why")}</p>
      <div class="ways">
        <form method="post" action={`${address}/invite`}>
          <button class="do" type="submit">
            {say(one.invited === null ? "door.access.invite" : "door.access.invite-new")}
          </button>
        </form>
        {one.invited === null ? null : (
          <form method="post" action={`${address}/revoke`}>
            <button class="do grave" type="submit" name="invitation" value={one.invited.id}>
              {say("door.access.revoke")}
            </button>
          </form>
        )}
      </div>
    </>
  );
}

export const seatPage: BookPage = {
  path: "/o/:book/access/:seat",
  open: async (at): Promise<Result<Page>> => {
    const one = await seatStanding(at);
    return one.ok ? done(await seatPageOf(at, one.value)) : one;
  },
};

/** Other roles for the same seat, from today. */
export const rolesForm: BookForm = {
  path: "/o/:book/access/:seat",
  post: async (at) => {
    const one = await seatStanding(at);
    if (!one.ok) return one;
    const { seat, agent, until } = one.value;
    const says = { seat, agent, roles: at.form.all("roles"), from: at.today, ...(until === null ? {} : { until }) };
    const spoken = await at.speak("seat.give", says);
    if (spoken.outcome === "done") return done({ goTo: at.address(`access/${seat}`), told: "kept" });
    return done(await seatPageOf(at, one.value, { roles: filledWith(at.form.typed, spoken) }));
  },
};

/** Ends a seat: yesterday was its last day, so whoever sits there is out at once. */
export const endForm: BookForm = {
  path: "/o/:book/access/:seat/end",
  post: async (at) => {
    const one = await seatStanding(at);
    if (!one.ok) return one;
    const reason = at.form.readText("reason");
    if (reason === null) return done(await seatPageOf(at, one.value, { end: at.form }));
    const spoken = await at.speak("seat.end", { seat: one.value.seat, until: addDays(theDay(at.today), -1), reason });
    if (spoken.outcome === "done") return done({ goTo: at.address("access"), told: "kept" });
    return done(await seatPageOf(at, one.value, { end: filledWith(at.form.typed, spoken) }));
  },
};
