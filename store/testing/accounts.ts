/** Accounts over a database of the test's own, with a clock that the test sets. */
import { type Accounts, openAccounts } from "../installation/accounts.ts";
import { type Hashing, openHashing } from "../installation/accounts-hashing.ts";
import { openRecoveries, type Recoveries } from "../installation/accounts-recovery.ts";
import { telephonesOf } from "../installation/accounts-telephones.ts";
import { openGuessing } from "../installation/guessing.ts";
import { type Invitations, openInvitations } from "../installation/invitations.ts";
import { openSessions, type Sessions } from "../installation/sessions.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

/** All doors of sign-in over one database. `restarted` is a new process over the same database. */
export type Doors = {
  readonly accounts: Accounts;
  readonly recoveries: Recoveries;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
  readonly hashing: Hashing;
  readonly clock: { now: number };
  readonly database: TestDatabase;
  restarted(): Doors;
};

/** Ten in the morning in Bogotá, 15 November 2026. */
const began = Date.parse("2026-11-15T15:00:00.000Z");

/** Opens the doors; this installation has books in Colombia and in Peru. */
export async function openDoors(): Promise<Doors> {
  return doorsOver(await freshDatabase(), { now: began });
}

function doorsOver(database: TestDatabase, clock: { now: number }): Doors {
  const now = () => clock.now;
  const pool = database.connect("app");
  const telephones = async () => ["CO", "PE"].map(telephonesOf).filter((one) => one !== null);
  const hashing = openHashing();
  const at = { pool, now, hashing, guessing: openGuessing(pool, now), telephones };
  return {
    accounts: openAccounts(at),
    recoveries: openRecoveries(at),
    invitations: openInvitations(at),
    sessions: openSessions(pool, now),
    ...{ hashing, clock, database },
    restarted: () => doorsOver(database, clock),
  };
}

export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => minutes(count * 24 * 60);
