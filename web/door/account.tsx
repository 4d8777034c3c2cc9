/** `/account`: with what one comes in, where one sits, and in which browsers one is signed in. */

import { refused } from "../../kernel/refusal.ts";
import { eventsOf } from "../../store/installation/accounts-events.ts";
import type { SessionListed, Signed } from "../../store/installation/sessions.ts";
import type { Page } from "../render.ts";
import { RequestRefused } from "../server/problem.ts";
import { accountOf, type DoorAt, type DoorForm, type DoorPage, goTo } from "./at.ts";
import { seatsOf } from "./come-in.ts";
import { doorPageOf } from "./frame.tsx";
import { EventRows } from "./news.tsx";
import { SeatRow } from "./organisations.tsx";
import { momentWords } from "./when.ts";

const SessionRow = ({ at, one, isThis, zone }: { at: DoorAt; one: SessionListed; isThis: boolean; zone?: string }) => {
  const { say } = at;
  const browser = one.browser === "" ? say("door.account.some-browser") : one.browser;
  return (
    <li>
      <b>{browser}</b> {isThis ? <span class="soft">({say("door.account.this-one")})</span> : null}
      <p class="soft">
        {say("door.account.session", {
          made: momentWords(say, one.made, zone),
          seen: momentWords(say, one.seen, zone),
        })}
      </p>
      {isThis ? null : (
        <form method="post" action="/account/sessions/end">
          <button
            class="do"
            type="submit"
            name="one"
            value={one.id}
            aria-label={say("door.account.end-of", { browser })}
          >
            {say("door.account.end")}
          </button>
        </form>
      )}
    </li>
  );
};

const Leave = ({ at }: { at: DoorAt }) => (
  <form method="post" action="/leave">
    <button class="do" type="submit">
      {at.say("door.account.leave")}
    </button>
  </form>
);

const backHome = (at: DoorAt) => ({ href: "/", says: at.say("door.back") });

/** For the operator, programs and who looks around: there is no account behind them. */
function withoutAccount(at: DoorAt, signed: Signed): Page {
  const { say } = at;
  const why = signed.way === "example" ? "door.account.way-example" : "door.account.way-operator";
  const children = (
    <>
      <section>
        <p>{say(why)}</p>
        {signed.way === "example" ? (
          <p class="acts">
            <a class="do" href="/look">
              {say("door.look.change")}
            </a>
          </p>
        ) : null}
      </section>
      <section>
        <Leave at={at} />
      </section>
    </>
  );
  return doorPageOf(at, { title: say("door.account.title"), children, back: backHome(at) });
}

/** The page. */
export const accountPage: DoorPage = {
  path: "/account",
  open: async (at) => {
    const { say, services } = at;
    if (at.signed !== null && at.signed.account === null) return withoutAccount(at, at.signed);
    const signed = accountOf(at);
    const { accounts, sessions, store } = services.installation;
    const account = await accounts.find(signed.account);
    if (account === null) throw new RequestRefused(401, refused("session.none").refusal);
    const [seats, open, events] = [
      await seatsOf(at, account.id),
      await sessions.list(account.id),
      await eventsOf(store.connect("app"), account.id, "all"),
    ];
    const zone = seats[0]?.zone === undefined ? {} : { zone: seats[0].zone };
    const children = (
      <>
        <section>
          <p>{say("door.account.known-as", { signIn: account.signIn })}</p>
          <ul class="links">
            <li>
              <a class="quiet" href="/account/pin">
                {say("door.pin.change")}
              </a>
            </li>
            <li>
              <a class="quiet" href="/invitation">
                {say("door.have-invitation")}
              </a>
            </li>
          </ul>
          <Leave at={at} />
        </section>
        <section>
          <h2>{say("door.account.organisations")}</h2>
          {seats.length === 0 ? <p>{say("door.organisations.none-why")}</p> : null}
          <ul class="rows">
            {seats.map((one) => (
              <SeatRow at={at} one={one} />
            ))}
          </ul>
        </section>
        <section>
          <h2>{say("door.account.sessions")}</h2>
          <ul class="rows">
            {open.map((one) => (
              <SessionRow at={at} one={one} isThis={one.id === signed.id} {...zone} />
            ))}
          </ul>
          {open.length > 1 ? (
            <form method="post" action="/account/sessions/end">
              <button class="do" type="submit" name="others" value="all">
                {say("door.account.end-others")}
              </button>
            </form>
          ) : null}
        </section>
        <section>
          <h2>{say("door.account.happened")}</h2>
          <EventRows say={say} events={events} {...zone} />
        </section>
      </>
    );
    return doorPageOf(at, { title: say("door.account.title"), children, back: backHome(at) });
  },
};

/** Ends one session, or all others. */
export const endSessionsForm: DoorForm = {
  path: "/account/sessions/end",
  post: async (at) => {
    const { account, id } = accountOf(at);
    const { sessions } = at.services.installation;
    const one = at.form.maybe("one");
    await sessions.endOf(account, one === undefined ? { allBut: id } : { one });
    return goTo("/account", at);
  },
};
