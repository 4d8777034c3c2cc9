/** Looking around the example as one of its people. Each choice is a session on that seat, without any account. */
import { refused } from "../../kernel/refusal.ts";
import { roleName } from "../language/names.ts";
import type { Say } from "../language/say.ts";
import { RequestRefused } from "../server/problem.ts";
import { type DoorAt, type DoorForm, type DoorPage, goTo } from "./at.ts";
import { type ExampleSeat, exampleSeats, mayLook, removeExample } from "./example.ts";
import { doorPageOf } from "./frame.tsx";

/** Must: be one small form for each role, so that it works without script and never by a link that is followed by itself. */
export const LookButtons = ({ seats, say }: { seats: readonly ExampleSeat[]; say: Say }) => (
  <ul class="ways">
    {seats.map(({ seat, role }) => (
      <li>
        <form method="post" action="/look">
          <input type="hidden" name="seat" value={seat} />
          <button class="do" type="submit" name="role" value={role}>
            {roleName(role, say)}
          </button>
        </form>
      </li>
    ))}
  </ul>
);

async function seatsToLook(at: DoorAt): Promise<readonly ExampleSeat[]> {
  const { installation, doorway } = at.services;
  const seats = mayLook(at.caller, doorway) ? await exampleSeats(installation.store.connect("keeper")) : [];
  if (seats.length === 0) throw new RequestRefused(404, refused("example.not-here").refusal);
  return seats;
}

/** `/look`: as whom to look around; and, at this machine, taking the example away. */
export const lookPage: DoorPage = {
  path: "/look",
  open: async (at) => {
    const { say, caller } = at;
    const seats = await seatsToLook(at);
    const children = (
      <>
        <section>
          <p>{say("door.look.why")}</p>
          <LookButtons seats={seats} say={say} />
        </section>
        {at.signed === null ? null : (
          <section>
            <form method="post" action="/leave">
              <button class="do" type="submit">
                {say("door.account.leave")}
              </button>
            </form>
          </section>
        )}
        {caller.isHere ? (
          <section>
            <h2>{say("door.look.remove-title")}</h2>
            <p>{say("door.look.remove-why")}</p>
            <form method="post" action="/look/remove">
              <button class="do grave" type="submit">
                {say("door.look.remove")}
              </button>
            </form>
          </section>
        ) : null}
      </>
    );
    return doorPageOf(at, { title: say("door.look.title"), children, back: { href: "/", says: say("door.back") } });
  },
};

/** Takes a seat of the example. */
export const lookForm: DoorForm = {
  path: "/look",
  post: async (at) => {
    const chosen = (await seatsToLook(at)).find(({ seat }) => seat === at.form.text("seat"));
    if (chosen === undefined) throw new RequestRefused(404, refused("example.not-here").refusal);
    const { sessions } = at.services.installation;
    if (at.token !== null) await sessions.end(at.token);
    const { book, seat, agent } = chosen;
    const browser = at.request.headers.get("User-Agent") ?? "";
    return goTo("/", at, { session: await sessions.make({ book, seat, agent }, { way: "example", browser }) });
  },
};

/** Takes the example away: only at this machine. */
export const removeForm: DoorForm = {
  path: "/look/remove",
  post: async (at) => {
    if (!at.caller.isHere) throw new RequestRefused(404, refused("example.not-here").refusal);
    const { store, now, sessions } = at.services.installation;
    const book = await removeExample(store.connect("app"), store.connect("keeper"), now());
    if (book !== null) await sessions.endAt(book, null);
    return goTo("/", at);
  },
};
