/** How the seats of a book stand: who sits there, who can sign in, who is invited, who forgot their PIN. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { accountsInBook } from "../../../store/installation/accounts-seats.ts";
import type { Invitation } from "../../../store/installation/invitations.ts";
import type { Asked } from "../../../store/reader/ask.ts";
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

/** What a look at seats found: those of one page, how many there are, and which of them somebody forgot the PIN of. */
export type SeatsFound = {
  readonly seats: readonly SeatStanding[];
  readonly found: string;
  readonly more: boolean;
  /** Seats of the book whose account said yes, by seat. */
  readonly accounts: ReadonlyMap<string, string>;
  /** The seats of those who forgot their PIN. */
  readonly forgot: readonly string[];
};

type Row = Pick<SeatStanding, "seat" | "agent" | "name" | "roles" | "since" | "until"> & { readonly found: string };

/** Seats as they were asked for, with how each stands. Refuses `view.not-yours`. */
export async function seatsFound(at: PageAt, asked: Asked): Promise<Result<SeatsFound>> {
  const answer = await at.ask("seats.named", { on: at.today, ...asked });
  if (!answer.ok) return answer;
  const rows = answer.value.rows as readonly Row[];
  const { store, invitations, recoveries } = at.services.installation;
  const accounts = await accountsInBook(store.connect("keeper"), at.book);
  const waiting = await recoveries.waiting([...accounts.values()]);
  const invited = new Map((await invitations.open(at.book)).map((one) => [one.seat, one]));
  const forgot = [...accounts].filter(([, account]) => waiting.has(account)).map(([seat]) => seat);
  const seats = rows.map((row) => ({
    ...row,
    account: accounts.get(row.seat) ?? null,
    invited: invited.get(row.seat) ?? null,
    forgot: forgot.includes(row.seat),
  }));
  return done({ seats, found: rows[0]?.found ?? "0", more: answer.value.next !== undefined, accounts, forgot });
}

/** One seat, by its id in the address. Refuses `seat.unknown`. */
export async function seatStanding(at: PageAt, seat: string = at.parameter("seat")): Promise<Result<SeatStanding>> {
  if (!isUuid(seat)) return refused("seat.unknown", { seat: seat.slice(0, 36) });
  const all = await seatsFound(at, { seat });
  if (!all.ok) return all;
  const [one] = all.value.seats;
  return one === undefined ? refused("seat.unknown", { seat }) : done(one);
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
