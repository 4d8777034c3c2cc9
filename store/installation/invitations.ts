/**
 * Invitations: a code on paper, or the same code in a link, lets one person take one seat of a book, once, within two weeks. Only
 * its Argon2id hash is kept. Whoever tries codes is slowed by where they come from.
 */
import type pg from "pg";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { newId, tellAccount } from "./accounts-events.ts";
import type { Hashing } from "./accounts-hashing.ts";
import type { Guessing } from "./guessing.ts";
import { codeIn, newCode } from "./invitations-codes.ts";
import type { Seated } from "./sessions.ts";

/** An invitation. `by` invited: on their word the seat gets its account. Times in milliseconds since 1970. */
export type Invitation = Seated & {
  readonly id: string;
  readonly by: { readonly seat: string; readonly agent: string };
  readonly made: number;
  readonly expires: number;
};

/** The invitations of this installation. */
export type Invitations = {
  /** Invites to a seat; an earlier invitation to it that is open holds no more. Refuses `sign-in.busy`. */
  make(to: Seated, by: Invitation["by"]): Promise<Result<{ readonly invitation: Invitation; readonly code: string }>>;
  /**
   * The open invitation of a code as typed. Refuses `invitation.unknown`, `.used`, `.expired` and `.revoked`, `sign-in.busy`, and
   * those of guessing. `account`: one that has used it already, and was cut short, may go on.
   */
  look(typed: string, source: string, account?: string | null): Promise<Result<Invitation>>;
  /** Takes an open invitation for an account, which thereby says yes to the seat; within the transaction of another, if given. Refuses `invitation.used`. */
  claim(invitation: Invitation, account: string, client?: pg.PoolClient): Promise<Refusal | null>;
  /** Gives back what could not be carried out. */
  release(invitation: Invitation, account: string): Promise<void>;
  /** The open invitations of a book. */
  open(book: string): Promise<readonly Invitation[]>;
  /** Takes back an open invitation of a book. */
  revoke(book: string, id: string): Promise<void>;
};

/** How long an invitation holds. */
const LASTS = 14 * 24 * 60 * 60_000;

const columns = `invitation_id::text as id, book_id::text as book, seat::text, agent::text,
  jsonb_build_object('seat', by_seat, 'agent', by_agent) as by, (extract(epoch from made) * 1000)::bigint::text as made,
  (extract(epoch from expires) * 1000)::bigint::text as expires`;

const invitationOf = (row: Record<string, unknown>): Invitation =>
  ({
    ...row,
    made: Number.parseInt(String(row.made), 10),
    expires: Number.parseInt(String(row.expires), 10),
  }) as Invitation;

/** What invitations stand on. */
export type InvitationsAt = {
  readonly pool: pg.Pool;
  readonly now: () => number;
  readonly hashing: Hashing;
  readonly guessing: Guessing;
};

/** Opens the invitations. */
export function openInvitations(at: InvitationsAt): Invitations {
  const { pool, now } = at;
  return {
    make: (to, by) => makeInvitation(at, to, by),
    look: (typed, source, account) => lookAt(at, typed, source, account ?? null),
    claim: (invitation, account, client) =>
      client === undefined
        ? inTransaction(pool, (own) => claim(own, now(), invitation, account))
        : claim(client, now(), invitation, account),
    release: async ({ id }, account) => {
      await pool.query(
        "update ayni.invitation set used = null, used_by = null where invitation_id = $1::uuid and used_by = $2::uuid",
        [id, account],
      );
    },
    open: async (book) => {
      const { rows } = await pool.query(
        `select ${columns} from ayni.invitation where book_id = $1::uuid and used is null and revoked is null
            and expires > to_timestamp($2::bigint / 1000.0) order by made, invitation_id limit 500`,
        [book, now()],
      );
      return rows.map(invitationOf);
    },
    revoke: async (book, id) => {
      await pool.query(
        `update ayni.invitation set revoked = to_timestamp($3::bigint / 1000.0)
          where book_id = $1::uuid and invitation_id::text = $2 and used is null and revoked is null`,
        [book, id, now()],
      );
    },
  };
}

async function makeInvitation(
  { pool, now, hashing }: InvitationsAt,
  to: Seated,
  by: Invitation["by"],
): Promise<Result<{ readonly invitation: Invitation; readonly code: string }>> {
  const code = newCode();
  const hash = await hashing.codeHash("invitation", code);
  if (hash === null) return refused("sign-in.busy");
  const made = now();
  const invitation: Invitation = { ...to, id: newId(made), by, made, expires: made + LASTS };
  await inTransaction(pool, async (client) => {
    await client.query(
      `update ayni.invitation set revoked = to_timestamp($3::bigint / 1000.0)
        where book_id = $1::uuid and seat = $2::uuid and used is null and revoked is null`,
      [to.book, to.seat, made],
    );
    await client.query(
      `insert into ayni.invitation (invitation_id, code_hash, book_id, seat, agent, by_seat, by_agent, made, expires)
       values ($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::uuid, to_timestamp($8::bigint / 1000.0),
               to_timestamp($9::bigint / 1000.0))`,
      [invitation.id, hash, to.book, to.seat, to.agent, by.seat, by.agent, made, invitation.expires],
    );
  });
  return done({ invitation, code });
}

async function lookAt(
  { pool, now, hashing, guessing }: InvitationsAt,
  typed: string,
  source: string,
  account: string | null,
): Promise<Result<Invitation>> {
  const subjects = [{ kind: "source", of: source }] as const;
  const attempt = await guessing.attempt(subjects);
  if (!attempt.ok) return attempt;
  const code = codeIn(typed);
  if (code === null) return refused("invitation.unknown", {}, "code");
  const hash = await hashing.codeHash("invitation", code);
  if (hash === null) return refused("sign-in.busy");
  const { rows } = await pool.query(
    `select ${columns}, used is not null and used_by is distinct from $3::uuid as used, revoked is not null as revoked,
            expires <= to_timestamp($2::bigint / 1000.0) as late
       from ayni.invitation where code_hash = $1`,
    [hash, now(), account],
  );
  const [row] = rows;
  if (row === undefined) return refused("invitation.unknown", {}, "code");
  await guessing.forgive(subjects); // A code that there is was not guessed, whatever became of it.
  const { used, revoked, late, ...kept } = row;
  if (used) return refused("invitation.used", {}, "code");
  if (revoked) return refused("invitation.revoked", {}, "code");
  return late ? refused("invitation.expired", {}, "code") : done(invitationOf(kept));
}

async function claim(
  client: pg.PoolClient,
  now: number,
  { id, book, seat, agent }: Invitation,
  account: string,
): Promise<Refusal | null> {
  const { rowCount } = await client.query(
    `update ayni.invitation set used = coalesce(used, to_timestamp($3::bigint / 1000.0)), used_by = $2::uuid
      where invitation_id = $1::uuid and (used is null or used_by = $2::uuid) and revoked is null
        and expires > to_timestamp($3::bigint / 1000.0)`,
    [id, account, now],
  );
  if (rowCount === 0) return refused("invitation.used", {}, "code").refusal;
  await client.query(
    `insert into ayni.account_seat (account_id, book_id, seat, agent, since)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, to_timestamp($5::bigint / 1000.0)) on conflict do nothing`,
    [account, book, seat, agent, now],
  );
  await tellAccount(client, now, account, "seat.joined", { account, book });
  return null;
}
