/** A database of its own beside the running one, on the same server: to play a restore through, and then gone. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { refused } from "../../kernel/refusal.ts";
import { openStore, type Store } from "../connection/pools.ts";
import { openServer, ROLE_NAMES, type Server } from "../connection/server.ts";
import { ensureRoles } from "../migrate/roles.ts";
import { breakOff, orBreak } from "./broken.ts";

/** PostgreSQL's code for what one may not do. */
const FORBIDDEN = "42501";

const prefixOf = ({ database }: Server): string => `${database.slice(0, 30)}_scratch_`;

/**
 * Works on an empty database, and drops it whatever happens. Those a killed process left are dropped first: whoever calls holds
 * a lock. Refuses (thrown) `backup.no-scratch` when our user may make no database on this server.
 */
export async function onScratch<T>(server: Server, work: (store: Store) => Promise<T>): Promise<T> {
  await sweep(server);
  const name = `${prefixOf(server)}${randomBytes(6).toString("hex")}`;
  const scratch = { ...server, database: name };
  const owner = server.roles === "login" ? ` owner ${ROLE_NAMES.owner}` : "";
  await openServer(server, (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)}${owner} template template0`),
  ).catch((error: { code?: string }) => {
    if (error.code === FORBIDDEN) breakOff(refused("backup.no-scratch", { user: server.user }).refusal);
    throw error;
  });
  const store = openStore(scratch, { owner: 1, app: 1, keeper: 2 });
  try {
    if (server.roles === "set") orBreak(await openServer(scratch, ensureRoles));
    return await work(store);
  } finally {
    await store.close();
    await drop(server, name);
  }
}

const drop = (server: Server, name: string): Promise<unknown> =>
  openServer(server, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} (force)`));

async function sweep(server: Server): Promise<void> {
  const { rows } = await openServer(server, (client) =>
    client.query("select datname as name from pg_database where starts_with(datname, $1)", [prefixOf(server)]),
  );
  for (const { name } of rows) await drop(server, name);
}
