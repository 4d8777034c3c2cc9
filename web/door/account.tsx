/** `/account`: with what one comes in, where one sits, and in which browsers one is signed in. */

import { refused } from "../../kernel/refusal.ts";
import type { Account } from "../../store/installation/accounts.ts";
import { type AccountEvent, eventsOf } from "../../store/installation/accounts-events.ts";
import type { AccountSeat } from "../../store/installation/accounts-seats.ts";
import type { SessionListed, Signed } from "../../store/installation/sessions.ts";
import { momentWords } from "../language/moment.ts";
import type { Page } from "../render.ts";
import { RequestRefused } from "../server/problem.ts";
import { accountOf, type DoorAt, type DoorForm, type DoorPage, goTo } from "./at.ts";
import { seatsOf } from "./come-in.ts";
import { doorPageOf } from "./frame.tsx";
import { EventRows } from "./news.tsx";
import { SeatRow } from "./organisations.tsx";

const SessionRow = ({ at, one, isThis, zone }: { at: DoorAt; one: SessionListed; isThis: boolean; zone?: string }) => {
  const { say } = at;
  const browser = one.browser === "" ? say("door.account.some-browser") : one.browser;
  return (
    <li>
      <b>{browser}</b> {isThis ? <span class="soft">({say("door.account.this-one")})</span> : null}
      <p class="soft">
        {say("door.account.session", {
          made: momentWords(one.made, zone, say),
          seen: momentWords(one.seen, zone, say),
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

/** What the page shows of an account. `zone`: times are said by the clock of the first organisation. */
type Known = {
  readonly account: Account;
  readonly here: string;
  readonly seats: readonly AccountSeat[];
  readonly open: readonly SessionListed[];
  readonly events: readonly AccountEvent[];
  readonly zone: { readonly zone?: string };
};

/** With what one comes in, and where to change it. */
const Identity = ({ at, known }: { at: DoorAt; known: Known }) => (
  <section>
    <p>{at.say("door.account.known-as", { signIn: known.account.signIn })}</p>
    <ul class="links">
      <li>
        <a class="quiet" href="/account/pin">
          {at.say("door.pin.change")}
        </a>
      </li>
      <li>
        <a class="quiet" href="/invitation">
          {at.say("door.have-invitation")}
        </a>
      </li>
    </ul>
    <Leave at={at} />
  </section>
);

const Organisations = ({ at, known: { seats } }: { at: DoorAt; known: Known }) => (
  <section>
    <h2>{at.say("door.account.organisations")}</h2>
    {seats.length === 0 ? <p>{at.say("door.organisations.none-why")}</p> : null}
    <ul class="rows">
      {seats.map((one) => (
        <SeatRow at={at} one={one} />
      ))}
    </ul>
  </section>
);

const Sessions = ({ at, known: { open, here, zone } }: { at: DoorAt; known: Known }) => (
  <section>
    <h2>{at.say("door.account.sessions")}</h2>
    <ul class="rows">
      {open.map((one) => (
        <SessionRow at={at} one={one} isThis={one.id === here} {...zone} />
      ))}
    </ul>
    {open.length > 1 ? (
      <form method="post" action="/account/sessions/end">
        <button class="do" type="submit" name="others" value="all">
          {at.say("door.account.end-others")}
        </button>
      </form>
    ) : null}
  </section>
);

async function knownOf(at: DoorAt): Promise<Known> {
  const signed = accountOf(at);
  const { accounts, sessions, store } = at.services.installation;
  const account = await accounts.find(signed.account);
  if (account === null) throw new RequestRefused(401, refused("session.none").refusal);
  const seats = await seatsOf(at, account.id);
  const [first] = seats;
  return {
    ...{ account, here: signed.id, seats },
    open: await sessions.list(account.id),
    events: await eventsOf(store.connect("app"), account.id, "all"),
    zone: first === undefined ? {} : { zone: first.zone },
  };
}

/** The page. */
export const accountPage: DoorPage = {
  path: "/account",
  open: async (at) => {
    const { say } = at;
    if (at.signed !== null && at.signed.account === null) return withoutAccount(at, at.signed);
    const known = await knownOf(at);
    const children = (
      <>
        <Identity at={at} known={known} />
        <Organisations at={at} known={known} />
        <Sessions at={at} known={known} />
        <section>
          <h2>{say("door.account.happened")}</h2>
          <EventRows say={say} events={known.events} {...known.zone} />
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
