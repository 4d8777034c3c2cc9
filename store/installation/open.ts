/** Opens an installation: database, migrations, key, writers, sessions. One door for the server and for every command. */
import type { KeyObject } from "node:crypto";
import type { Tools } from "../../kernel/act/fold.ts";
import { done, type Result } from "../../kernel/refusal.ts";
import { openStore, type Store } from "../connection/pools.ts";
import { type FieldTickets, openTickets } from "../field/tickets.ts";
import { migrate } from "../migrate/run.ts";
import { sealWith } from "../writer/seal.ts";
import { deviceKeys, type Signatures } from "../writer/signatures.ts";
import { openWriters, type Writers } from "../writer/writers.ts";
import { type Accounts, type AccountsAt, openAccounts } from "./accounts.ts";
import { openHashing } from "./accounts-hashing.ts";
import { openRecoveries, type Recoveries } from "./accounts-recovery.ts";
import { telephonesHere } from "./accounts-telephones.ts";
import { databaseOf } from "./database.ts";
import { openGuessing } from "./guessing.ts";
import { type Home, homeAt, makeHome } from "./home.ts";
import { type Invitations, openInvitations } from "./invitations.ts";
import { installationKeys } from "./keys.ts";
import { openSessions, type Sessions } from "./sessions.ts";

/** What is asked of `openInstallation`. */
export type InstallationRequest = {
  /** The folder of the installation: `AYNI_HOME`, or `data`. */
  readonly home: string;
  readonly databaseUrl?: string | undefined;
  /** What the fold stands on. Given from outside, so that the store knows no room. */
  readonly tools: Tools;
  /** The clock, as milliseconds since 1970. */
  readonly now?: () => number;
  /** Work beside a server of this installation that already runs, instead of refusing. */
  readonly join?: boolean;
  /** Told what is being done, for a person who waits. */
  readonly progress?: (step: "database" | "migrations" | "ready") => void;
};

/** An open installation. `close` lets go of everything it opened, and may be called twice. */
export type Installation = {
  readonly home: Home;
  readonly store: Store;
  readonly tools: Tools;
  readonly writers: Writers;
  /** Writers whose books go by another clock (ISO instants): for the example, whose past is played. */
  readonly writersBy: (now: () => string) => Writers;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly recoveries: Recoveries;
  readonly devices: Signatures;
  /** Tickets by which telephones become devices of a book. */
  readonly tickets: FieldTickets;
  /** The key that seals books and signs what leaves the house: backups, a member's own history. */
  readonly privateKey: KeyObject;
  /** Public keys (raw Ed25519, base64url) by key id, of every key that sealed here. */
  readonly sealKeys: ReadonlyMap<string, string>;
  readonly now: () => number;
  close(): Promise<void>;
};

/** Opens an installation, setting it up when it is new. Refusals: those of the database, of `migrate`, and `installation.key-unreadable`. */
export async function openInstallation(request: InstallationRequest): Promise<Result<Installation>> {
  const home = homeAt(request.home);
  makeHome(home);
  const keys = installationKeys(home);
  if (!keys.ok) return keys;
  request.progress?.("database");
  const database = await databaseOf(home, request.databaseUrl, request.join ?? false);
  if (!database.ok) return database;
  const store = openStore(database.value.server);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= store.close().then(database.value.stop);
    return closing;
  };
  request.progress?.("migrations");
  const migrated = await migrate(store).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  if (!migrated.ok) {
    await close();
    return migrated;
  }
  const opened = overStore(home, store, request.tools, keys.value, request.now ?? Date.now);
  request.progress?.("ready");
  return done({ ...opened, close });
}

/** An installation over a store that is open already: what tests use. */
export function overStore(
  home: Home,
  store: Store,
  tools: Tools,
  keys: { readonly privateKey: KeyObject; readonly sealKeys: ReadonlyMap<string, string> },
  now: () => number,
): Omit<Installation, "close"> {
  const devices = deviceKeys(store.connect("app"));
  const writersBy = (clock: () => string): Writers =>
    openWriters(store, tools, sealWith(keys.privateKey), clock, devices);
  const writers = writersBy(() => new Date(now()).toISOString());
  const sessions = openSessions(store.connect("app"), now);
  const at = accountsAt(store, now);
  return {
    ...{ home, store, tools, writers, writersBy, sessions, devices, now, ...keys },
    accounts: openAccounts(at),
    invitations: openInvitations(at),
    recoveries: openRecoveries(at),
    tickets: openTickets(store.connect("app"), now),
  };
}

/** What accounts, invitations and recoveries stand on together: one count of guesses, one queue of hashing. */
function accountsAt(store: Store, now: () => number): AccountsAt {
  const [pool, keeper] = [store.connect("app"), store.connect("keeper")];
  return {
    ...{ pool, now, hashing: openHashing() },
    guessing: openGuessing(pool, now),
    telephones: telephonesHere(keeper, now),
  };
}
