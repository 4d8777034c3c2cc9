import { fileURLToPath } from "node:url";
import type pg from "pg";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction, type Store } from "../connection/pools.ts";
import { openServer } from "../connection/server.ts";
import { type Migration, migrationsIn, type Numbering } from "./files.ts";
import { ensureRoles } from "./roles.ts";
import { statementsOf } from "./statements.ts";

/** Where the house's migrations lie. */
export const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** The runner's own two tables: what was applied, and the one row that runners lock, so that two never work at once. */
const OWN_TABLES = [
  `create table if not exists migration (
    number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`,
  "comment on table migration is 'citus:local room:store shape:event Migrations applied to this database, with the SHA-256 of each file.'",
  "create table if not exists migration_lock (one int primary key check (one = 1))",
  "comment on table migration_lock is 'citus:local room:store shape:now The row a migration runner locks, so that two never work at once.'",
  "insert into migration_lock values (1) on conflict do nothing",
];

/**
 * Brings the database to the folder's last migration. Each file is one transaction; another runner waits for its end. An applied
 * file that was changed, removed or is newer than the folder is refused, never repaired in silence.
 *
 * Refusals: `database.too-old`, `database.roles-missing`, `migration.misnamed`, `migration.gap`, `migration.changed`,
 * `migration.unknown` (the database is ahead of this program), `migration.failed` (facts: name, statement, reason).
 *
 * @param upTo the last number to be applied: a backup is restored into the tables it was taken from, and only then brought forward.
 * @returns the names of the files applied now.
 */
export const migrate = async (
  store: Store,
  folder: string = MIGRATIONS,
  numbering: Numbering = "strict",
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<Result<readonly string[]>> => {
  const files = migrationsIn(folder, numbering);
  if (!files.ok) return files;
  if (store.server.roles === "set") {
    const roles = await openServer(store.server, ensureRoles);
    if (!roles.ok) return roles;
  }
  const pool = store.connect("owner");
  await makeOwnTables(pool);
  const applied: string[] = [];
  for (const file of files.value.filter(({ number }) => number <= upTo)) {
    const outcome = await inTransaction(pool, (client) => applyOne(client, file, files.value)).catch(failureOf);
    if (!outcome.ok) return outcome;
    if (outcome.value) applied.push(file.name);
  }
  const known = await inTransaction(pool, (client) => historyAgrees(client, files.value));
  return known.ok ? done(applied) : known;
};

/** Two runners that begin on an empty database can collide on the tables' names; the second then finds them made. */
const makeOwnTables = async (pool: pg.Pool): Promise<void> => {
  const make = (): Promise<void> =>
    inTransaction(pool, async (client) => {
      for (const statement of OWN_TABLES) await client.query(statement);
    });
  await make().catch(make);
};

/** True when applied now, false when it already was. */
const applyOne = async (
  client: pg.PoolClient,
  file: Migration,
  files: readonly Migration[],
): Promise<Result<boolean>> => {
  await client.query("select one from migration_lock for update");
  const agrees = await historyAgrees(client, files);
  if (!agrees.ok) return agrees;
  if (agrees.value >= file.number) return done(false);
  for (const statement of statementsOf(file.text)) {
    await client.query(statement).catch((error: Error) => {
      throw new MigrationFailure(file.name, statement, error.message);
    });
  }
  await client.query("insert into migration (number, name, checksum) values ($1, $2, $3)", [
    file.number,
    file.name,
    file.checksum,
  ]);
  return done(true);
};

/** The number of the last migration applied, when each applied one is the folder's own, unchanged. */
const historyAgrees = async (client: pg.PoolClient, files: readonly Migration[]): Promise<Result<number>> => {
  const history = await client.query<{ number: number; name: string; checksum: string }>(
    "select number, name, checksum from migration order by number",
  );
  for (const row of history.rows) {
    const file = files.find(({ number }) => number === row.number);
    if (file === undefined) return refused("migration.unknown", { name: row.name });
    if (file.name !== row.name || file.checksum !== row.checksum)
      return refused("migration.changed", { name: row.name });
  }
  return done(history.rows.at(-1)?.number ?? 0);
};

/** Carries a failed statement out of its transaction, so that the transaction is rolled back. */
class MigrationFailure extends Error {
  readonly file: string;
  readonly statement: string;
  constructor(file: string, statement: string, reason: string) {
    super(reason);
    this.file = file;
    this.statement = statement;
  }
}

const failureOf = (error: unknown): Result<never> => {
  if (!(error instanceof MigrationFailure)) throw error;
  return refused("migration.failed", { name: error.file, statement: error.statement, reason: error.message });
};
