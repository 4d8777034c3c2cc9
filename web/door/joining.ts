/** Taking a seat by an invitation: the account says yes, and the book hears, on the word of whoever invited, whose account it is. */
import { derivedUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import type { Account } from "../../store/installation/accounts.ts";
import { telephonesOf } from "../../store/installation/accounts-telephones.ts";
import type { Invitation } from "../../store/installation/invitations.ts";
import type { Services } from "../server/services.ts";
import { digitsAsked } from "./come-in.ts";

/** What is behind an invitation, for the page that asks whether to take it. */
export type Invited = {
  readonly organisation: string;
  readonly book: string;
  readonly country: string;
  readonly zone: string;
  readonly roles: readonly string[];
  readonly until: string | null;
  /** Digits that the PIN must have. */
  readonly fewest: number;
};

/**
 * What stands behind an invitation now. Refuses `invitation.no-longer` when whoever invited may no longer give seats, or the seat has
 * ended: an invitation lives by the word of its inviter.
 */
export async function invitedTo(services: Services, { book, seat, agent, by }: Invitation): Promise<Result<Invited>> {
  const inviter = await services.reader.visit({ book, ...by }, async ({ powers, settings }) =>
    done({ powers, settings }),
  );
  if (!inviter.ok || !inviter.value.powers.has("manage-seats")) return refused("invitation.no-longer");
  const { settings } = inviter.value;
  const { rows } = await services.installation.store
    .connect("keeper")
    .query("select roles, until::text from books.seat where book_id = $1::uuid and seat = $2::uuid", [book, seat]);
  const [row] = rows as { readonly roles: readonly string[]; readonly until: string | null }[];
  const today = dayInZone(services.installation.now(), settings.zone);
  if (row === undefined || (row.until !== null && row.until < today)) return refused("invitation.no-longer");
  return done({
    organisation: settings.name,
    book,
    country: settings.country,
    zone: settings.zone,
    ...row,
    fewest: await digitsAsked(services, { book, seat, agent }),
  });
}

/** Makes an account and takes the seat with it, both or neither. */
export async function joinAnew(
  services: Services,
  invitation: Invitation,
  invited: Invited,
  typed: { readonly signIn: string; readonly pin: string },
): Promise<Result<Account>> {
  const { accounts, invitations } = services.installation;
  const asked = { ...typed, telephones: telephonesOf(invited.country), fewest: invited.fewest };
  const made = await accounts.make(asked, (client, { id }) => invitations.claim(invitation, id, client));
  if (!made.ok) return made;
  const refusal = await tellTheBook(services, invitation, invited, made.value.id);
  return refusal === null ? made : { ok: false, refusal };
}

/** Takes the seat with an account that there is. */
export async function joinWith(
  services: Services,
  invitation: Invitation,
  invited: Invited,
  account: Account,
): Promise<Refusal | null> {
  const claimed = await services.installation.invitations.claim(invitation, account.id);
  return claimed ?? (await tellTheBook(services, invitation, invited, account.id));
}

/** The act that names the account on the seat. When the book refuses it, the invitation is as it was. */
async function tellTheBook(
  { installation }: Services,
  invitation: Invitation,
  { roles, until, zone }: Invited,
  account: string,
): Promise<Refusal | null> {
  const { book, seat, agent, by } = invitation;
  const instant = installation.now();
  const says = {
    ...{ seat, agent, roles, from: dayInZone(instant, zone), account },
    ...(until === null ? {} : { until }),
  };
  const through = { way: "seat", seat: by.seat, at: new Date(instant).toISOString() };
  const id = derivedUuid(`invitation ${invitation.id} ${account}`);
  const version = installation.tools.vocabulary.newest("seat.give") ?? 1;
  const body = JSON.stringify({ id, book, kind: "seat.give", version, by: by.agent, through, says });
  const [answer] = await installation.writers.take(book, `seat ${by.seat}`, [{ body }]);
  if (
    answer !== undefined &&
    "outcome" in answer &&
    (answer.outcome === "done" || answer.outcome === "known already")
  ) {
    await installation.sessions.endAt(book, { seat, butAccount: account });
    return null;
  }
  await installation.invitations.release(invitation, account);
  if (answer !== undefined && "refusals" in answer) return answer.refusals[0] as Refusal;
  return refused("invitation.no-longer").refusal;
}
