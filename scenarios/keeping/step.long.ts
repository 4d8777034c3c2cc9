/**
 * The step over a major version of PostgreSQL, from a real PostgreSQL 15: where its programs are, as on Debian 12. Where they are not,
 * this test is reported as skipped, by name.
 */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restore } from "../../store/backup/restore.ts";
import { openStore } from "../../store/connection/pools.ts";
import { openServer, type Server } from "../../store/connection/server.ts";
import { asAccount, serverAccount } from "../../store/embedded/account.ts";
import { ownFolder as giveTo } from "../../store/embedded/folder.ts";
import { startEmbedded } from "../../store/embedded/server.ts";
import { ensureRoles } from "../../store/migrate/roles.ts";
import { MIGRATIONS, migrate } from "../../store/migrate/run.ts";
import { backedUp, ownFolder, ownKey, verified } from "./kept.ts";
import { layRelease, releaseOf } from "./release.ts";

const programs = "/usr/lib/postgresql/15/bin";
const release = releaseOf("0.1.0");

/** A PostgreSQL 15 of the test's own, as an ordinary account. */
async function postgres15(folder: string): Promise<{ server: Server; stop: () => Promise<void> }> {
  const account = serverAccount(folder);
  if (!account.ok) throw new Error(account.refusal.code);
  const data = join(folder, "postgres15");
  giveTo(data, account.value);
  const run = { cwd: data, ...asAccount(account.value) };
  const made = spawnSync(
    `${programs}/initdb`,
    ["-D", data, "-U", "ayni_old", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"],
    run,
  );
  if (made.status !== 0) throw new Error(`${made.stderr}`);
  const settings = ["listen_addresses=", `unix_socket_directories=${data}`, "port=5432", "fsync=off"];
  const child = spawn(`${programs}/postgres`, ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
    ...run,
    stdio: "ignore",
  });
  const server: Server = { host: data, port: 5432, user: "ayni_old", password: "", database: "postgres", roles: "set" };
  for (let tries = 0; ; tries += 1) {
    const ready = await openServer(server, (client) => client.query("create database ayni")).catch(() => null);
    if (ready !== null) break;
    if (tries > 100) throw new Error("PostgreSQL 15 does not start");
    await new Promise((later) => setTimeout(later, 100));
  }
  const stop = async (): Promise<void> => {
    const ended = new Promise((answer) => child.once("exit", answer));
    child.kill("SIGINT");
    await ended;
  };
  return { server: { ...server, database: "ayni" }, stop };
}

test.skipIf(!existsSync(programs))(
  "[step.postgres-major] an installation of 0.1.0 on PostgreSQL 15 is brought forward there, backed up, and restored into PostgreSQL 18: the same book",
  async () => {
    const folder = ownFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "old"), { mode: 0o755 });
    const old = await postgres15(join(folder, "old"));
    const store = openStore(old.server);
    try {
      await openServer(old.server, ensureRoles);
      await layRelease(old.server, release);
      expect(await migrate(store, MIGRATIONS, "loose")).toMatchObject({ ok: true });
      expect((await store.connect("app").query("show server_version_num")).rows[0].server_version_num).toMatch(/^15/);
      expect(await verified(store, release.book, release)).toMatchObject({ problems: [], head: release.head });
      const file = join(folder, "from-15.backup");
      await backedUp(
        { database: { ...store, drop: async () => undefined }, key: { ...ownKey(), sealKeys: release.sealKeys } },
        file,
      );
      const home = join(folder, "new");
      const restored = await restore({ file, passphrase: null, book: null, home, numbering: "loose" });
      expect(restored).toMatchObject({ ok: true });
      const embedded = await startEmbedded({ folder: join(home, "database"), settings: { fsync: "off" } });
      if (!embedded.ok) throw new Error(embedded.refusal.code);
      const fresh = openStore(embedded.value.connection);
      expect(await verified(fresh, release.book, release)).toMatchObject({
        problems: [],
        head: release.head,
        sealsOfOthers: 0,
      });
      await fresh.close();
      await embedded.value.stop();
    } finally {
      await store.close();
      await old.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
