import pg from "pg";
import { inject } from "vitest";
import { openStore, type Store } from "../connection/pools.ts";
import { openServer } from "../connection/server.ts";
import { ensureRoles } from "../migrate/roles.ts";

/** A database of one test's own. `drop` closes its connections and removes it. */
export type TestDatabase = Store & { drop(): Promise<void> };

let made = 0;

/** A fresh database with all migrations applied, copied from the run's template (some tens of milliseconds). */
export const freshDatabase = (): Promise<TestDatabase> => databaseFrom(inject("testServer").database);

/** A fresh database with nothing in it, for tests of the migration runner itself. The owner role may create in it. */
export const emptyDatabase = (): Promise<TestDatabase> => databaseFrom("template0");

const databaseFrom = async (template: string): Promise<TestDatabase> => {
  const server = inject("testServer");
  made += 1;
  const name = `ayni_test_${process.pid}_${process.hrtime.bigint() % 1_000_000_000n}_${made}`;
  const maintenance = { ...server, database: "postgres" };
  const owner = server.roles === "login" ? " owner ayni_owner" : "";
  await openServer(maintenance, (client) =>
    client.query(`create database ${name}${owner} template ${pg.escapeIdentifier(template)}`),
  );
  if (server.roles === "set") await openServer({ ...server, database: name }, ensureRoles);
  const store = openStore({ ...server, database: name }, { owner: 1, app: 4, keeper: 1 });
  const drop = async (): Promise<void> => {
    await store.close();
    await openServer(maintenance, (client) => client.query(`drop database if exists ${name} (force)`));
  };
  return { ...store, drop };
};
