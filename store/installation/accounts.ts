/**
 * Accounts: a telephone or a name, and a PIN. An account belongs to a person and to no book. Whoever signs in with an unknown name
 * waits as long, and reads the same, as with a wrong PIN.
 */
import type pg from "pg";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import { type BrowserKnown, knowBrowser, knownBrowser } from "./accounts-browsers.ts";
import { newId, tellAccount } from "./accounts-events.ts";
import { type Hashing, isOutdated } from "./accounts-hashing.ts";
import { checkPin } from "./accounts-pin.ts";
import { signInsMeant, signInToKeep, type Telephones } from "./accounts-sign-in.ts";
import type { Guessing, Subject } from "./guessing.ts";

/** An account as its holder knows it. `signIn` as kept; `pinDigits` is how long the PIN is. */
export type Account = { readonly id: string; readonly signIn: string; readonly pinDigits: number };

/** What somebody types to make an account; `telephones` of the person's country; `fewest` digits of the PIN where more are asked. */
export type NewAccount = {
  readonly signIn: string;
  readonly pin: string;
  readonly telephones: Telephones | null;
  readonly fewest?: number;
};

/** What somebody types to sign in, and from where: the address, and the browser's own token if it shows one. */
export type SigningIn = {
  readonly signIn: string;
  readonly pin: string;
  readonly source: string;
  readonly browser?: string | undefined;
};

/** Signed in; `browser` is the token by which this browser is known from now on. */
export type SignedIn = { readonly account: Account; readonly browser: string };

/** The accounts of this installation. */
export type Accounts = {
  /** Makes an account, in a transaction of its own or the one given. Refuses `account.taken`, `sign-in.busy`, those of the PIN and of the name. */
  make(of: NewAccount, within?: Within): Promise<Result<Account>>;
  /** Refuses `sign-in.wrong`, `sign-in.busy`, and those of guessing. */
  signIn(of: SigningIn): Promise<Result<SignedIn>>;
  /** Changes the PIN of whoever knows the old one. Refuses `pin.old-wrong`, `pin.same`, those of the PIN and of guessing. */
  changePin(account: string, old: string, pin: string, fewest?: number): Promise<Result<void>>;
  find(account: string): Promise<Account | null>;
  /** The account kept under what was typed; null when there is none. For officers and the operator, not for who knocks. */
  named(signIn: string): Promise<Account | null>;
};

/** More to do in the transaction that makes an account; what it refuses takes the account back. */
export type Within = (client: pg.PoolClient, account: Account) => Promise<Refusal | null>;

/** What accounts stand on. `telephones` gives how numbers are written in the countries of this installation. */
export type AccountsAt = {
  readonly pool: pg.Pool;
  readonly now: () => number;
  readonly hashing: Hashing;
  readonly guessing: Guessing;
  readonly telephones: () => Promise<readonly Telephones[]>;
};

type Kept = Account & { readonly pinHash: string };

/** Opens the accounts. */
export const openAccounts = (at: AccountsAt): Accounts => ({
  make: (of, within) => makeAccount(at, of, within),
  signIn: (of) => signIn(at, of),
  changePin: (account, old, pin, fewest) => changePin(at, account, old, pin, fewest),
  find: async (account) => withoutHash(await keptAccount(at.pool, "id", [account])),
  named: async (signIn) =>
    withoutHash(await keptAccount(at.pool, "signIn", signInsMeant(signIn, await at.telephones()))),
});

const withoutHash = (kept: Kept | null): Account | null =>
  kept === null ? null : { id: kept.id, signIn: kept.signIn, pinDigits: kept.pinDigits };

/** The first account of the list that there is. */
async function keptAccount(pool: pg.Pool, by: "id" | "signIn", wanted: readonly string[]): Promise<Kept | null> {
  const column = by === "id" ? "a.account_id::text" : "a.sign_in";
  const { rows } = await pool.query(
    `select a.account_id::text as id, a.sign_in as "signIn", n.pin_digits as "pinDigits", n.pin_hash as "pinHash"
       from ayni.account a join ayni.account_now n on n.account_id = a.account_id
      where ${column} = any($1::text[]) order by array_position($1::text[], ${column}) limit 1`,
    [wanted],
  );
  return (rows[0] as Kept | undefined) ?? null;
}

async function makeAccount(at: AccountsAt, of: NewAccount, within?: Within): Promise<Result<Account>> {
  const signIn = signInToKeep(of.signIn, of.telephones);
  if (!signIn.ok) return signIn;
  const wrong = checkPin(of.pin, signIn.value, of.fewest);
  if (wrong !== null) return { ok: false, refusal: wrong };
  const pinHash = await at.hashing.hash(of.pin);
  if (pinHash === null) return refused("sign-in.busy");
  const now = at.now();
  const account: Account = { id: newId(now), signIn: signIn.value, pinDigits: of.pin.length };
  return undoable(at.pool, async (client) => {
    const { rowCount } = await client.query(
      `insert into ayni.account (account_id, sign_in, made) values ($1::uuid, $2, to_timestamp($3::bigint / 1000.0))
       on conflict (sign_in) do nothing`,
      [account.id, account.signIn, now],
    );
    if (rowCount === 0) return refused("account.taken", {}, "signIn").refusal;
    await client.query(
      `insert into ayni.account_now (account_id, pin_hash, pin_digits, pin_since, read_until)
       values ($1::uuid, $2, $3, to_timestamp($4::bigint / 1000.0), to_timestamp($4::bigint / 1000.0))`,
      [account.id, pinHash, account.pinDigits, now],
    );
    await tellAccount(client, now, account.id, "account.made");
    return within === undefined ? null : within(client, account);
  }).then((refusal) => (refusal === null ? done(account) : { ok: false, refusal }));
}

class TakenBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A transaction that is rolled back by a refusal. */
const undoable = (pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Refusal | null>): Promise<Refusal | null> =>
  inTransaction(pool, async (client) => {
    const refusal = await work(client);
    if (refusal !== null) throw new TakenBack(refusal);
    return null;
  }).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  });

async function signIn(at: AccountsAt, { signIn, pin, source, browser }: SigningIn): Promise<Result<SignedIn>> {
  const meant = signInsMeant(signIn, await at.telephones());
  const kept = await keptAccount(at.pool, "signIn", meant);
  const known = await knownBrowser(at.pool, kept?.id ?? null, browser, at.now());
  const subjects = subjectsOf(kept?.id ?? `nobody ${meant[0]}`, source, known);
  const attempt = await at.guessing.attempt(subjects);
  if (!attempt.ok) return attempt;
  const right = await at.hashing.isRight(kept?.pinHash ?? null, pin);
  if (right === null) {
    await at.guessing.forgive(subjects);
    return refused("sign-in.busy");
  }
  if (kept === null || !right) return refused("sign-in.wrong");
  await at.guessing.forgive(subjects);
  if (isOutdated(kept.pinHash)) await renewHash(at, kept, pin);
  const account = { id: kept.id, signIn: kept.signIn, pinDigits: kept.pinDigits };
  return done({ account, browser: await knowBrowser(at.pool, kept.id, known, at.now()) });
}

/** In a browser that the account knows, only what was guessed in that browser counts: whoever guesses elsewhere keeps nobody out. */
const subjectsOf = (account: string, source: string, known: BrowserKnown | null): readonly Subject[] =>
  known !== null
    ? [{ kind: "browser", of: `${account} ${known.key}` }]
    : [
        { kind: "account", of: account },
        { kind: "source", of: source },
      ];

/** Computers grow faster: a PIN is hashed anew when it was hashed more weakly than today, and is at hand. */
async function renewHash({ pool, hashing }: AccountsAt, kept: Kept, pin: string): Promise<void> {
  const renewed = await hashing.hash(pin);
  if (renewed === null) return; // Too much to do just now: the next time will do.
  await pool.query("update ayni.account_now set pin_hash = $2 where account_id = $1::uuid and pin_hash = $3", [
    kept.id,
    renewed,
    kept.pinHash,
  ]);
}

async function changePin(
  at: AccountsAt,
  account: string,
  old: string,
  pin: string,
  fewest?: number,
): Promise<Result<void>> {
  const kept = await keptAccount(at.pool, "id", [account]);
  if (kept === null) return refused("pin.old-wrong", {}, "old");
  const wrong = checkPin(pin, kept.signIn, fewest);
  if (wrong !== null) return { ok: false, refusal: wrong };
  if (old === pin) return refused("pin.same", {}, "pin");
  const subjects: readonly Subject[] = [{ kind: "browser", of: `${account} signed in` }];
  const attempt = await at.guessing.attempt(subjects);
  if (!attempt.ok) return attempt;
  const right = await at.hashing.isRight(kept.pinHash, old);
  if (right === false) return refused("pin.old-wrong", {}, "old");
  await at.guessing.forgive(subjects);
  if (right === null) return refused("sign-in.busy");
  return setPin(at, account, pin, "pin.changed");
}

/** Sets a PIN that was checked, and writes down why. */
export async function setPin(
  { pool, hashing, now }: AccountsAt,
  account: string,
  pin: string,
  why: "pin.changed" | "recovery.used",
): Promise<Result<void>> {
  const pinHash = await hashing.hash(pin);
  if (pinHash === null) return refused("sign-in.busy");
  await pool.query(
    `update ayni.account_now set pin_hash = $2, pin_digits = $3, pin_since = to_timestamp($4::bigint / 1000.0)
      where account_id = $1::uuid`,
    [account, pinHash, pin.length, now()],
  );
  await tellAccount(pool, now(), account, why, { account });
  return done(undefined);
}
