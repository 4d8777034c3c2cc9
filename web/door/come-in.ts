/** What happens once somebody is known: a new session, on their one seat, or on none until they say which. */
import { done } from "../../kernel/refusal.ts";
import type { Account } from "../../store/installation/accounts.ts";
import { eventsOf } from "../../store/installation/accounts-events.ts";
import { pinDigits } from "../../store/installation/accounts-pin.ts";
import { type AccountSeat, seatsOfAccount } from "../../store/installation/accounts-seats.ts";
import type { Seated } from "../../store/installation/sessions.ts";
import type { Services } from "../server/services.ts";
import { type DoorAt, goTo } from "./at.ts";

/** Powers that ask for a PIN of six digits: over seats and devices, over money, over everything that is kept. */
const powersOfTrust = [
  ...["settings", "manage-seats", "manage-devices", "back-up"],
  ...["pay", "close-settlement", "give-advance", "grant-credit", "record-opening"],
];

/** How many digits a PIN must have to sit on a seat. */
export async function digitsAsked(services: Services, seated: Seated): Promise<number> {
  const stands = await services.reader.visit(seated, async ({ powers }) => done(powers));
  const trusted = stands.ok && powersOfTrust.some((power) => stands.value.has(power));
  return trusted ? pinDigits.ofTrust : pinDigits.fewest;
}

/** The seats of an account now. */
export const seatsOf = ({ services, now }: DoorAt, account: string): Promise<readonly AccountSeat[]> =>
  seatsOfAccount(services.installation.store.connect("keeper"), account, now);

/**
 * Opens a session for an account and sends it on its way. A session that the browser came with ends: nobody can lay one into it
 * beforehand. `wanted` is the seat that was chosen; else the only one there is.
 */
export async function comeIn(
  at: DoorAt,
  account: Account,
  { browser, wanted, first }: { readonly browser?: string; readonly wanted?: Seated; readonly first?: string } = {},
): Promise<Response> {
  const { sessions, store } = at.services.installation;
  const seats = await seatsOf(at, account.id);
  const seat = wanted ?? (seats.length === 1 ? seats[0] : undefined);
  const short = seat !== undefined && account.pinDigits < (await digitsAsked(at.services, seat));
  const news = await eventsOf(store.connect("app"), account.id, "unread");
  if (at.token !== null) await sessions.end(at.token);
  const session = await sessions.make(short || seat === undefined ? null : placeOf(seat), {
    account: account.id,
    browser: at.request.headers.get("User-Agent") ?? "",
  });
  const where = seat === undefined ? "/organisations" : (first ?? "/");
  const location = short ? "/account/pin" : where;
  return goTo(news.length > 0 ? "/account/news" : location, at, {
    session,
    ...(browser === undefined ? {} : { browser }),
  });
}

const placeOf = ({ book, seat, agent }: Seated): Seated => ({ book, seat, agent });
