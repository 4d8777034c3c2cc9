import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import type { Refusal } from "../../kernel/refusal.ts";
import { openStore } from "../connection/pools.ts";
import { openServer, type Server, serverFromUrl } from "../connection/server.ts";
import { startEmbedded } from "../embedded/server.ts";
import { ensureRoles } from "../migrate/roles.ts";
import { MIGRATIONS, migrate } from "../migrate/run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server of this run; its `database` is the migrated template. */
    readonly testServer: Server;
  }
}

/** Nothing here outlives the run, so nothing waits for the disk. */
const HASTE = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "100" };

/** One database server for the whole test run: `DATABASE_URL` if set, else an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL;
  const { server, stop } =
    url === undefined ? await temporaryServer() : { server: given(url), stop: async () => undefined };
  const template = { ...server, database: `ayni_template_${process.pid}` };
  await makeTemplate(server, template).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  project.provide("testServer", template);
  return async () => {
    await openServer(server, (client) =>
      client.query(`drop database if exists ${pg.escapeIdentifier(template.database)} (force)`),
    );
    await stop();
  };
}

const given = (url: string): Server => unwrap(serverFromUrl(url));

const temporaryServer = async (): Promise<{ server: Server; stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), "ayni-test-"));
  // Started as root, the server runs under an ordinary account, which must be able to pass through.
  chmodSync(folder, 0o711);
  const embedded = unwrap(await startEmbedded({ folder: join(folder, "database"), settings: HASTE }));
  const stop = async (): Promise<void> => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { server: embedded.connection, stop };
};

const makeTemplate = async (server: Server, template: Server): Promise<void> => {
  await openServer(server, (client) => client.query(`create database ${pg.escapeIdentifier(template.database)}`));
  if (server.roles === "set") unwrap(await openServer(template, ensureRoles));
  else {
    await openServer(server, (client) =>
      client.query(`alter database ${pg.escapeIdentifier(template.database)} owner to ayni_owner`),
    );
  }
  const hasMigrations = existsSync(MIGRATIONS) && readdirSync(MIGRATIONS).some((name) => name.endsWith(".sql"));
  if (!hasMigrations) return;
  const store = openStore(template);
  try {
    unwrap(await migrate(store, MIGRATIONS, "loose"));
  } finally {
    await store.close();
  }
};

const unwrap = <T>(result: { ok: true; value: T } | { ok: false; refusal: Refusal }): T => {
  if (result.ok) return result.value;
  throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.facts, null, 2)}`);
};
