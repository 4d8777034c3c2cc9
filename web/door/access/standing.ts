/** How the seats of a book stand: who sits there, who can sign in, who is invited, who forgot their PIN. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { accountsInBook } from "../../../store/installation/accounts-seats.ts";
import type { Invitation } from "../../../store/installation/invitations.ts";
import type { PageAt } from "../../desk/page.ts";

/** A seat as the page of access shows it. `account` is the account that said yes to it. */
export type SeatStanding = {
  readonly seat: string;
  readonly agent: string;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly since: string;
  readonly until: string | null;
  readonly account: string | null;
  readonly invited: Invitation | null;
  /** Somebody said at the door that they forgot the PIN of this seat's account. */
  readonly forgot: boolean;
};

/** All seats. Refuses `view.not-yours`. */
export async function seatsStanding(at: PageAt): Promise<Result<readonly SeatStanding[]>> {
  const found = await at.ask("seats.named");
  if (!found.ok) return found;
  const { store, invitations, recoveries } = at.services.installation;
  const accounts = await accountsInBook(store.connect("keeper"), at.book);
  const invited = new Map((await invitations.open(at.book)).map((one) => [one.seat, one]));
  const seats = found.value.rows as unknown as readonly Omit<SeatStanding, "account" | "invited" | "forgot">[];
  const standing: SeatStanding[] = [];
  for (const one of seats) {
    const account = accounts.get(one.seat) ?? null;
    const forgot = account !== null && (await recoveries.of(account)) !== null;
    standing.push({ ...one, account, invited: invited.get(one.seat) ?? null, forgot });
  }
  return done(standing);
}

/** One seat, by its id in the address. Refuses `seat.unknown`. */
export async function seatStanding(at: PageAt): Promise<Result<SeatStanding>> {
  const all = await seatsStanding(at);
  if (!all.ok) return all;
  const seat = at.parameter("seat");
  const one = all.value.find((each) => each.seat === seat);
  return one === undefined ? refused("seat.unknown", { seat: seat.slice(0, 36) }) : done(one);
}

/** Whether a seat is in force on the book's day. */
export const isInForce = ({ since, until }: SeatStanding, today: string): boolean =>
  since <= today && (until === null || until >= today);

/** Only for whoever gives seats; and nobody comes into the example for good. Refuses `power.missing`, `example.nobody-joins`. */
export function mayLetIn(at: PageAt): Result<void> {
  if (!at.powers.has("manage-seats"))
    return refused("power.missing", { power: "manage-seats", agent: at.session.agent });
  return at.session.way === "example" ? refused("example.nobody-joins") : done(undefined);
}
