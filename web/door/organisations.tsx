/** `/organisations`: who sits in several says in which they work now. */
import { refused } from "../../kernel/refusal.ts";
import type { AccountSeat } from "../../store/installation/accounts-seats.ts";
import { roleName } from "../language/names.ts";
import { RequestRefused } from "../server/problem.ts";
import { accountOf, type DoorAt, type DoorForm, type DoorPage } from "./at.ts";
import { comeIn, seatsOf } from "./come-in.ts";
import { doorPageOf } from "./frame.tsx";

/** One organisation, and the button that opens it. */
export const SeatRow = ({ at, one }: { at: DoorAt; one: AccountSeat }) => {
  const { say, signed } = at;
  const roles = one.roles.map((role) => roleName(role, say)).join(", ");
  const isHere = signed?.seated?.book === one.book && signed.seated.seat === one.seat;
  return (
    <li>
      <b>{one.name}</b> · <span class="soft">{roles}</span>
      {isHere ? (
        <p class="soft">{say("door.organisations.here")}</p>
      ) : (
        <form method="post" action="/organisations">
          <input type="hidden" name="book" value={one.book} />
          <button
            class="do"
            type="submit"
            name="seat"
            value={one.seat}
            aria-label={say("door.organisations.open", { name: one.name })}
          >
            {say("door.organisations.work")}
          </button>
        </form>
      )}
    </li>
  );
};

/** The page. Who sits nowhere is told how that changes. */
export const organisationsPage: DoorPage = {
  path: "/organisations",
  open: async (at) => {
    const { say } = at;
    const seats = await seatsOf(at, accountOf(at).account);
    const children =
      seats.length === 0 ? (
        <section>
          <p>{say("door.organisations.none-why")}</p>
          <p class="acts">
            <a class="do" href="/invitation">
              {say("door.have-invitation")}
            </a>
          </p>
        </section>
      ) : (
        <section>
          <ul class="rows">
            {seats.map((one) => (
              <SeatRow at={at} one={one} />
            ))}
          </ul>
        </section>
      );
    const title = say(seats.length === 0 ? "door.organisations.none" : "door.organisations.title");
    return doorPageOf(at, { title, children, back: { href: "/account", says: say("door.account.title") } });
  },
};

/** Sits down on a seat of one's own. */
export const organisationsForm: DoorForm = {
  path: "/organisations",
  post: async (at) => {
    const { account } = accountOf(at);
    const wanted = (await seatsOf(at, account)).find(
      ({ book, seat }) => book === at.form.text("book") && seat === at.form.text("seat"),
    );
    const found = await at.services.installation.accounts.find(account);
    if (wanted === undefined || found === null) throw new RequestRefused(404, refused("book.unknown").refusal);
    return comeIn(at, found, { wanted });
  },
};
