/** A database server for a benchmark: the embedded one, durable as in use, on the disk as it is or with a slower fsync. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../store/connection/pools.ts";
import { openServer, type Server } from "../../store/connection/server.ts";
import { startEmbedded } from "../../store/embedded/server.ts";
import { migrate } from "../../store/migrate/run.ts";
import { unwrap } from "./unwrap.ts";

/** A running server in a folder of its own; `stop` removes all of it. */
export type BenchServer = {
  readonly server: Server;
  readonly pid: number;
  /** A fresh migrated database. */
  migrated(name: string): Promise<Server>;
  /** A fresh empty database. */
  empty(name: string): Promise<Server>;
  stop(): Promise<void>;
};

/** Starts a server whose every fsync takes so many milliseconds more. */
export async function startServer(slowerMilliseconds: number): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), "ayni-bench-"));
  chmodSync(folder, 0o711); // Started as root, the server runs under another account, which must pass through.
  const embedded = unwrap(
    await startEmbedded({
      folder: join(folder, "database"),
      environment: slowerMilliseconds === 0 ? {} : slowDisk(folder, slowerMilliseconds),
    }),
  );
  const create = async (name: string): Promise<Server> => {
    const owned = pg.escapeIdentifier(name);
    await openServer(embedded.connection, (client) => client.query(`create database ${owned} owner ayni_owner`));
    return { ...embedded.connection, database: name };
  };
  return {
    server: embedded.connection,
    pid: embedded.pid,
    empty: create,
    migrated: async (name) => {
      const server = await create(name);
      const store = openStore(server);
      unwrap(await migrate(store));
      await store.close();
      return server;
    },
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function slowDisk(folder: string, milliseconds: number): Readonly<Record<string, string>> {
  const library = join(folder, "slowsync.so");
  const source = join(import.meta.dirname, "..", "slowsync.c");
  execFileSync("cc", ["-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"]);
  chmodSync(library, 0o755);
  return { LD_PRELOAD: library, FSYNC_DELAY_US: `${milliseconds * 1_000}` };
}
