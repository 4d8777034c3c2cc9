/**
 * A forgotten PIN. The person asks; officers of every organisation where the account sits confirm that it is this person; then a code
 * holds for a day, with which the person chooses a new PIN. Nobody learns the old PIN, and everything is written down for the person.
 */
import { timingSafeEqual } from "node:crypto";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { type AccountsAt, setPin } from "./accounts.ts";
import { forgetBrowsers } from "./accounts-browsers.ts";
import { newId, tellAccount } from "./accounts-events.ts";
import { checkPin, pinDigits } from "./accounts-pin.ts";
import { signInsMeant } from "./accounts-sign-in.ts";
import type { Subject } from "./guessing.ts";
import { codeIn, newCode } from "./invitations-codes.ts";

/** An officer who confirmed: of which book, as which agent, signed in by which account (null: by the operator's link). */
export type Officer = { readonly book: string; readonly agent: string; readonly account: string | null };

/** A recovery that is open. `coded`: a code was given out and holds. Times in milliseconds since 1970. */
export type Recovery = {
  readonly id: string;
  readonly account: string;
  readonly asked: number;
  readonly coded: boolean;
  readonly confirmed: readonly Officer[];
};

/** How long a recovery waits for officers, and how long its code holds. */
const WAITS = 7 * 24 * 60 * 60_000;
const CODE_HOLDS = 24 * 60 * 60_000;

/** The recoveries of this installation. */
export type Recoveries = {
  /** Somebody at the door says they forgot. Whether there is such an account is not told. Refuses only those of guessing. */
  ask(signIn: string, source: string): Promise<Result<void>>;
  /** The open recovery of an account; null when there is none. */
  of(account: string): Promise<Recovery | null>;
  /** Which of these accounts have an open recovery. */
  waiting(accounts: readonly string[]): Promise<ReadonlySet<string>>;
  /** An officer confirms; a recovery that nobody asked for at the door begins with it. The same officer twice counts once. */
  confirm(account: string, by: Officer): Promise<Recovery>;
  /** A code for an open recovery, replacing any before. Whether enough have confirmed, the caller has seen to. Refuses `sign-in.busy`. */
  code(recovery: Recovery): Promise<Result<string>>;
  /** A code on the word of the operator of the machine alone. Refuses `sign-in.busy`. */
  byOperator(account: string): Promise<Result<string>>;
  /** Chooses a new PIN by a code; gives the account. Refuses `recovery.wrong`, `sign-in.busy`, those of the PIN and of guessing. */
  use(of: Using): Promise<Result<string>>;
};

/** What is typed to choose a new PIN. */
export type Using = { readonly signIn: string; readonly code: string; readonly pin: string; readonly source: string };

/** Opens the recoveries. */
export const openRecoveries = (at: AccountsAt): Recoveries => ({
  ask: (signIn, source) => askAtTheDoor(at, signIn, source),
  of: (account) => openOf(at, account),
  waiting: async (accounts) => {
    const { rows } = await at.pool.query(
      `select distinct account_id::text as account from ayni.recovery
        where account_id = any($1::uuid[]) and ended is null and expires > to_timestamp($2::bigint / 1000.0)`,
      [accounts, at.now()],
    );
    return new Set(rows.map(({ account }) => account as string));
  },
  confirm: (account, by) => confirm(at, account, by),
  code: (recovery) => giveCode(at, recovery),
  byOperator: async (account) => {
    const recovery = (await openOf(at, account)) ?? (await begin(at, account));
    await tellAccount(at.pool, at.now(), account, "recovery.by-operator");
    return giveCode(at, recovery);
  },
  use: (of) => useCode(at, of),
});

async function accountMeant({ pool, telephones }: AccountsAt, signIn: string) {
  const { rows } = await pool.query(
    `select a.account_id::text as id, a.sign_in as "signIn", n.pin_digits as digits
       from ayni.account a join ayni.account_now n on n.account_id = a.account_id
      where a.sign_in = any($1::text[]) order by array_position($1::text[], a.sign_in) limit 1`,
    [signInsMeant(signIn, await telephones())],
  );
  return (rows[0] as { readonly id: string; readonly signIn: string; readonly digits: number } | undefined) ?? null;
}

/** Each asking counts against the address, right or not: nobody shall fill an organisation's page with askings. */
async function askAtTheDoor(at: AccountsAt, signIn: string, source: string): Promise<Result<void>> {
  const attempt = await at.guessing.attempt([{ kind: "source", of: source }]);
  if (!attempt.ok) return attempt;
  const account = await accountMeant(at, signIn);
  if (account !== null && (await openOf(at, account.id)) === null) {
    await begin(at, account.id);
    await tellAccount(at.pool, at.now(), account.id, "recovery.asked");
  }
  return done(undefined);
}

async function begin({ pool, now }: AccountsAt, account: string): Promise<Recovery> {
  const asked = now();
  const id = newId(asked);
  await pool.query(
    `insert into ayni.recovery (recovery_id, account_id, asked, expires)
     values ($1::uuid, $2::uuid, to_timestamp($3::bigint / 1000.0), to_timestamp($4::bigint / 1000.0))`,
    [id, account, asked, asked + WAITS],
  );
  return { id, account, asked, coded: false, confirmed: [] };
}

async function openOf({ pool, now }: AccountsAt, account: string): Promise<Recovery | null> {
  const { rows } = await pool.query(
    `select r.recovery_id::text as id, (extract(epoch from r.asked) * 1000)::bigint::text as asked,
            coalesce(r.code_until > to_timestamp($2::bigint / 1000.0), false) as coded,
            coalesce((select jsonb_agg(jsonb_build_object('book', c.book_id, 'agent', c.by_agent, 'account', c.by_account))
                        from ayni.recovery_confirmation c where c.recovery_id = r.recovery_id), '[]') as confirmed
       from ayni.recovery r
      where r.account_id = $1::uuid and r.ended is null and r.expires > to_timestamp($2::bigint / 1000.0)
      order by r.asked desc limit 1`,
    [account, now()],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, account, asked: Number.parseInt(row.asked, 10) };
}

async function confirm(at: AccountsAt, account: string, by: Officer): Promise<Recovery> {
  const recovery = (await openOf(at, account)) ?? (await begin(at, account));
  const { rowCount } = await at.pool.query(
    `insert into ayni.recovery_confirmation (recovery_id, book_id, by_agent, by_account, confirmed)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, to_timestamp($5::bigint / 1000.0)) on conflict do nothing`,
    [recovery.id, by.book, by.agent, by.account, at.now()],
  );
  if (rowCount !== 0) await tellAccount(at.pool, at.now(), account, "recovery.confirmed", by);
  return { ...recovery, confirmed: rowCount === 0 ? recovery.confirmed : [...recovery.confirmed, by] };
}

/** The code's hash holds the account too: a code opens no other. */
const purposeOf = (account: string): string => `recovery ${account}`;

async function giveCode({ pool, now, hashing }: AccountsAt, { id, account }: Recovery): Promise<Result<string>> {
  const code = newCode();
  const hash = await hashing.codeHash(purposeOf(account), code);
  if (hash === null) return refused("sign-in.busy");
  const until = now() + CODE_HOLDS;
  await pool.query(
    `update ayni.recovery set code_hash = $2, code_until = to_timestamp($3::bigint / 1000.0),
            expires = greatest(expires, to_timestamp($3::bigint / 1000.0)) where recovery_id = $1::uuid`,
    [id, hash, until],
  );
  return done(code);
}

async function useCode(at: AccountsAt, { signIn, code: typed, pin, source }: Using): Promise<Result<string>> {
  const { pool, now, hashing, guessing } = at;
  const account = await accountMeant(at, signIn);
  const subjects: readonly Subject[] = [
    { kind: "account", of: `recovery ${account?.id ?? signInsMeant(signIn, [])[0]}` },
    { kind: "source", of: source },
  ];
  const attempt = await guessing.attempt(subjects);
  if (!attempt.ok) return attempt;
  const hash = await hashing.codeHash(purposeOf(account?.id ?? "nobody"), codeIn(typed) ?? "");
  if (hash === null) return refused("sign-in.busy");
  const { rows } = await pool.query(
    `select recovery_id::text as id, code_hash as kept from ayni.recovery
      where account_id = $1::uuid and ended is null and code_until > to_timestamp($2::bigint / 1000.0)
      order by asked desc limit 1`,
    [account?.id ?? null, now()],
  );
  const [row] = rows as { readonly id: string; readonly kept: Buffer }[];
  if (account === null || row === undefined || !timingSafeEqual(row.kept, hash))
    return refused("recovery.wrong", {}, "code");
  // The code is right. A PIN that will not do is said so, and the code holds on; whoever had six digits keeps six at least.
  await guessing.forgive(subjects);
  const wrong = checkPin(
    pin,
    account.signIn,
    account.digits >= pinDigits.ofTrust ? pinDigits.ofTrust : pinDigits.fewest,
  );
  if (wrong !== null) return { ok: false, refusal: wrong };
  const { rowCount } = await pool.query(
    "update ayni.recovery set ended = to_timestamp($2::bigint / 1000.0) where recovery_id = $1::uuid and ended is null",
    [row.id, now()],
  );
  if (rowCount === 0) return refused("recovery.wrong", {}, "code"); // Used by another request in the same moment.
  const set = await setPin(at, account.id, pin, "recovery.used");
  if (!set.ok) return set;
  await forgetBrowsers(pool, account.id, now());
  await guessing.forgive([{ kind: "account", of: account.id }]); // Guesses at the old PIN say nothing of the new one.
  return done(account.id);
}
