import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openServer, type Server } from "../connection/server.ts";
import { barrier } from "./account.ts";
import { hasEnded, isAlive } from "./processes.ts";
import { startEmbedded } from "./server.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const NODE = join(REPOSITORY, "node_modules/.bin/node");
const asRoot = process.getuid?.() === 0;
/** The account Debian keeps for those who own nothing. */
const NOBODY = { name: "nobody", uid: 65534, gid: 65534 };

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ayni-embedded-"));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

type Serving = { readonly pid: number; readonly server: number; readonly connection: Server };

/** Starts another Ayni on the folder and reads its first line: what it serves, or its refusal. */
const otherAyni = async (place: string, account?: typeof NOBODY): Promise<{ child: ChildProcess; said: Serving }> => {
  const as = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  const child = spawn(NODE, ["--import", "tsx", "store/testing/serve.ts", place], {
    cwd: REPOSITORY,
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, HOME: folder },
    ...as,
  });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (data: Buffer) => resolve(data.toString()));
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it said anything`)));
  });
  return { child, said: JSON.parse(line) as Serving };
};

const ended = (child: ChildProcess): Promise<number | NodeJS.Signals | null> =>
  new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));

const start = async (place = folder) => {
  const started = await startEmbedded({ folder: place, settings: { fsync: "off" } });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value;
};

const read = (server: Server, query: string): Promise<unknown[]> =>
  openServer(server, async (client) => (await client.query(query)).rows);

describe("what is made [store.embedded]", () => {
  test("no TCP, passwords by SCRAM with a secret only its owner reads, checksums, text ordered by code point", async () => {
    const embedded = await start();
    const rows = await read(
      embedded.connection,
      `select current_setting('listen_addresses') as tcp, current_setting('password_encryption') as passwords,
              current_setting('data_checksums') as checksums, 'a' < 'Á' and 'Z' < 'a' as ordered, lower('ÑANDÚ') as lower,
              (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open_doors`,
    );
    expect(rows).toEqual([
      { tcp: "", passwords: "scram-sha-256", checksums: "on", ordered: true, lower: "ñandú", open_doors: 0 },
    ]);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "secret"), "utf8")).toMatch(/^[\w-]{43}$/);
    await embedded.stop();
  });

  test("without the secret nobody signs in, not even by the socket", async () => {
    const embedded = await start();
    await expect(read({ ...embedded.connection, password: "password" }, "select 1")).rejects.toThrow(
      /password authentication failed/,
    );
    await embedded.stop();
  });

  test("what was stored is there after a stop and a start", async () => {
    const first = await start();
    await read(first.connection, "create table bag as select 50000::int8 as grams");
    await first.stop();
    await first.stop();
    const second = await start();
    expect(await read(second.connection, "select grams from bag")).toEqual([{ grams: 50_000n }]);
    await second.stop();
    expect(isAlive(second.pid)).toBe(false);
  });

  test("a folder with a very long name gets a socket elsewhere, for a socket's path has 107 bytes at most", async () => {
    const long = join(folder, "cooperativa-agraria-cafetalera-".repeat(4));
    const embedded = await start(long);
    expect(Buffer.byteLength(join(embedded.connection.host, ".s.PGSQL.5432"))).toBeLessThanOrEqual(107);
    expect(await read(embedded.connection, "select 1 as one")).toEqual([{ one: 1 }]);
    await embedded.stop();
    expect(existsSync(embedded.connection.host)).toBe(false);
  });
});

describe("two on one folder", () => {
  test("the second is refused by code while the first lives, and may start when it has ended", async () => {
    const { child, said } = await otherAyni(folder);
    expect(await startEmbedded({ folder })).toEqual({
      ok: false,
      refusal: { code: "database.folder-in-use", facts: { folder, pid: said.pid } },
    });
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
    await (await start()).stop();
  });

  test("a lock whose number now belongs to another process is taken over", async () => {
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, birth: "a boot long ago 17" }));
    await (await start()).stop();
  });
});

describe("sudden ends [store.sudden-end]", () => {
  test("after kill -9 of node the orphaned server is found and stopped, and what it had acknowledged is there", async () => {
    const { child, said } = await otherAyni(folder);
    await read(said.connection, "create table bag as select 70000::int8 as grams");
    child.kill("SIGKILL");
    await ended(child);
    expect(isAlive(said.server)).toBe(true);
    const embedded = await start();
    expect(isAlive(said.server)).toBe(false);
    expect(embedded.pid).not.toBe(said.server);
    expect(await read(embedded.connection, "select grams from bag")).toEqual([{ grams: 70_000n }]);
    await embedded.stop();
  });

  test("after kill -9 of node and of the server, at once, the next start recovers by itself", async () => {
    const { child, said } = await otherAyni(folder);
    await read(said.connection, "create table bag as select 70000::int8 as grams");
    child.kill("SIGKILL");
    process.kill(said.server, "SIGKILL");
    await ended(child);
    const embedded = await start();
    expect(await read(embedded.connection, "select grams from bag")).toEqual([{ grams: 70_000n }]);
    await embedded.stop();
  });

  test("a process that merely has the number of a server long gone is left alone", async () => {
    await (await start()).stop();
    const bystander = spawn("sleep", ["60"], { stdio: "ignore" });
    children.push(bystander);
    writeFileSync(join(folder, "postgres/postmaster.pid"), `${bystander.pid}\n${join(folder, "postgres")}\n1\n5432\n`);
    await (await start()).stop();
    expect(isAlive(bystander.pid ?? 0)).toBe(true);
  });

  test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "%s ends the server cleanly, then node with 0",
    async (signal) => {
      const { child, said } = await otherAyni(folder);
      child.kill(signal);
      expect(await ended(child)).toBe(0);
      expect(await hasEnded(said.server, 1)).toBe(true);
      expect(readFileSync(join(folder, "server.log"), "utf8")).toMatch(/database system is shut down\n$/);
    },
  );
});

describe("what is refused [store.refused]", () => {
  test("a data directory of another major version, with both versions named", async () => {
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres/PG_VERSION"), "17\n");
    expect(await startEmbedded({ folder })).toMatchObject({
      ok: false,
      refusal: { code: "database.other-major", facts: { found: "17", needed: "18" } },
    });
  });

  test("a folder that holds something else under our name is not touched", async () => {
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres/harvest.txt"), "1984");
    expect(await startEmbedded({ folder })).toMatchObject({ refusal: { code: "database.folder-foreign" } });
    expect(readFileSync(join(folder, "postgres/harvest.txt"), "utf8")).toBe("1984");
  });

  test("a server that cannot start says why, and gives the folder back", async () => {
    const wrong = await startEmbedded({ folder, settings: { shared_buffers: "much" } });
    expect(wrong).toMatchObject({ ok: false, refusal: { code: "database.start-failed" } });
    expect(wrong.ok ? "" : wrong.refusal.facts.output).toMatch(/shared_buffers/);
    await (await start()).stop();
  });
});

describe.runIf(asRoot)("started as root", () => {
  test("the server runs under an ordinary account, which owns the data", async () => {
    const embedded = await start();
    const uid = statSync(`/proc/${embedded.pid}`).uid;
    expect(uid).not.toBe(0);
    expect(statSync(join(folder, "postgres")).uid).toBe(uid);
    await embedded.stop();
  });

  test("a folder the account cannot reach is refused, and the folder in the way is named", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    expect(await startEmbedded({ folder: join(closed, "data") })).toMatchObject({
      refusal: { code: "database.folder-unreachable", facts: { blocked: closed } },
    });
  });

  test("an ordinary user starts it as themselves", async (context) => {
    context.skip(barrier(REPOSITORY, NOBODY) !== null, "the repository lies where no ordinary user may read it");
    const theirs = join(folder, "theirs");
    mkdirSync(theirs, { mode: 0o700 });
    chownSync(theirs, NOBODY.uid, NOBODY.gid);
    const { child, said } = await otherAyni(theirs, NOBODY);
    expect(said.server, JSON.stringify(said)).toBeGreaterThan(1);
    expect(statSync(join(theirs, "postgres")).uid).toBe(NOBODY.uid);
    expect(await read(said.connection, "select 1 as one")).toEqual([{ one: 1 }]);
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
  });
});
