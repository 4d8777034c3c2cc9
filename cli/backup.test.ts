/** Backups by the commands that an operator types, beside a running server and without one. A real process each time. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const words = ["--import", "tsx", join(root, "cli", "main.ts")];
const above = mkdtempSync(join(tmpdir(), "ayni-backup-"));
chmodSync(above, 0o711); // Started as root, the database runs under an ordinary account, which must be able to pass through.
const { DATABASE_URL: _, AYNI_BACKUP: __, ...environment } = process.env;
const homeOf = (name: string) => ({ ...environment, AYNI_HOME: join(above, name), AYNI_LANGUAGE: "en" });

const run = (env: NodeJS.ProcessEnv, ...command: string[]): Promise<{ ending: number; said: string; told: string }> =>
  new Promise((answer) => {
    execFile(process.execPath, [...words, ...command], { cwd: root, env }, (error, said, told) =>
      answer({ ending: error === null ? 0 : Number.parseInt(String(error.code), 10), said, told }),
    );
  });

const freePort = (): Promise<string> =>
  new Promise((answer) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const { port } = taken.address() as { port: number };
      taken.close(() => answer(`${port}`));
    });
  });

let child: ChildProcess;
let log = "";
beforeAll(async () => {
  child = spawn(process.execPath, [...words, "start"], {
    cwd: root,
    env: { ...homeOf("first"), PORT: await freePort() },
  });
  await new Promise<void>((answer, fail) => {
    const hear = (piece: Buffer) => {
      log += piece.toString();
      if (log.includes("Backed up, read back and good")) answer();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => fail(new Error(`ended with ${code}: ${log}`)));
  });
}, 120_000);
afterAll(async () => {
  const ended = new Promise((answer) => child.once("exit", answer));
  child.kill("SIGTERM");
  await ended;
  rmSync(above, { recursive: true, force: true });
});

test("the server backs up by itself soon after its first start, into its own folder [backup.by-itself]", () => {
  const kept = readdirSync(join(above, "first", "backups"));
  expect(kept).toHaveLength(1);
  expect(log).toContain(join(above, "first", "backups", kept[0] as string));
});

test("backup, look at it, restore into a new home: the book proves itself there [cli.backup]", async () => {
  const book = /book ([0-9a-f-]{36})/.exec(log)?.[1] ?? "";
  const stick = mkdtempSync(join(above, "stick "));
  const made = await run(homeOf("first"), "backup", "--to", stick);
  expect(made).toMatchObject({ ending: 0 });
  const [name = ""] = readdirSync(stick);
  const file = join(stick, name);
  const head = /head ([0-9a-f]{64})/.exec(made.said)?.[1];
  const status = await run(homeOf("first"), "backup", "status");
  expect(status.said).toContain(file);
  expect((await run(homeOf("first"), "backup", "check", file)).said).toContain(head);
  const restored = await run(homeOf("first"), "restore", file, "--to-new", join(above, "second"));
  expect(restored).toMatchObject({ ending: 0 });
  expect(restored.said).toContain(`0 problems. Head: ${head}`);
  const there = await run(homeOf("second"), "verify", book, "--json");
  expect(JSON.parse(there.said)).toMatchObject({ problems: [], sealsOfOthers: 0, head });
}, 120_000);

test("a book goes out of one installation and into another by two commands [cli.move]", async () => {
  const book = /book ([0-9a-f-]{36})/.exec(log)?.[1] ?? "";
  const file = join(above, "tres-quebradas.book");
  expect(await run(homeOf("first"), "export", "book", book, file)).toMatchObject({ ending: 0 });
  const came = await run(homeOf("third"), "import", "book", file);
  expect(came).toMatchObject({ ending: 0 });
  expect(came.said).toContain("0 problems");
  expect((await run(homeOf("third"), "books")).said).toContain(book);
  const again = await run(homeOf("third"), "import", "book", file);
  expect(again).toMatchObject({ ending: 1 });
  expect(again.told).toContain("[import.book-equal]");
}, 120_000);

test("an altered backup is refused with its place, and no folder is made; a folder with something in it is left alone", async () => {
  const [name = ""] = readdirSync(join(above, "first", "backups"));
  const bytes = readFileSync(join(above, "first", "backups", name));
  bytes[30_000] = (bytes[30_000] as number) ^ 1;
  const altered = join(above, "altered.backup");
  writeFileSync(altered, bytes);
  const refused = await run(homeOf("first"), "restore", altered, "--to-new", join(above, "fourth"));
  expect(refused).toMatchObject({ ending: 1 });
  expect(refused.told).toContain("[backup.altered]");
  expect(existsSync(join(above, "fourth"))).toBe(false);
  const taken = await run(homeOf("first"), "restore", altered, "--to-new", join(above, "first"));
  expect(taken.told).toContain("[restore.home-not-empty]");
}, 60_000);
