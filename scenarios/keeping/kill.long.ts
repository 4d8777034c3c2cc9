/** `kill -9` while a backup is being written: nothing half-done is taken for a backup, the older one stays, and the next one is good. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openedBook, peopleOf, sayAs } from "../../bench/ingest/book.ts";
import { handOver } from "../../bench/ingest/hand-over.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { tools } from "../../rooms/all.ts";
import { readBackup } from "../../store/backup/read.ts";
import { openInstallation } from "../../store/installation/open.ts";

const ROUNDS = 8;
const HAND_OVERS = 6_000;
const root = join(import.meta.dirname, "..", "..");
const words = ["--import", "tsx", join(root, "cli", "main.ts"), "backup", "--to"];
const above = mkdtempSync(join(tmpdir(), "ayni-kill-backup-"));
chmodSync(above, 0o711);
const home = join(above, "home");
const stick = join(above, "stick");
const { DATABASE_URL: _, ...environment } = process.env;
const env = { ...environment, AYNI_HOME: home, AYNI_LANGUAGE: "en" };

/** Makes a book that takes a while to back up. */
beforeAll(async () => {
  mkdirSync(stick);
  const opened = await openInstallation({ home, tools });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { writers } = opened.value;
  await openedBook(writers, "killed", 0);
  const { book, manager, members } = peopleOf("killed");
  const day = new Date().toISOString().slice(0, 10);
  const said = Array.from({ length: HAND_OVERS }, (_, sequence) => {
    const member = members[sequence % members.length] as string;
    const names = { delivery: derivedUuid(`killed ${sequence}`), member, sequence, series: "killed", day };
    return ["delivery.receive", handOver(names)] as const;
  });
  await sayAs(writers, book, manager, said, "killed hand-overs");
  await opened.value.close();
}, 120_000);
afterAll(() => rmSync(above, { recursive: true, force: true }));

const whole = (): Promise<{ code: number; said: string }> =>
  new Promise((answer) => {
    execFile(process.execPath, [...words, stick], { cwd: root, env }, (error, said, told) =>
      answer({ code: error === null ? 0 : 1, said: said + told }),
    );
  });

const drafts = () => readdirSync(stick).filter((name) => name.endsWith(".partial"));
const kept = () => readdirSync(stick).filter((name) => name.endsWith(".backup"));

/** Waits until a draft stands there, or the process has ended. */
async function writing(child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null) {
    if (drafts().length > 0) return true;
    await new Promise((later) => setTimeout(later, 2));
  }
  return false;
}

test("[backup.kill] a killed backup leaves the older one, and no file that passes for one", async () => {
  expect(await whole()).toMatchObject({ code: 0 });
  const [first = ""] = kept();
  let struck = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawn(process.execPath, [...words, stick], { cwd: root, env, stdio: "ignore" });
    const ended = new Promise((answer) => child.once("exit", answer));
    if (await writing(child)) await new Promise((later) => setTimeout(later, round * 40));
    if (child.kill("SIGKILL") && drafts().length > 0) struck += 1;
    await ended;
    for (const file of kept()) expect(await readBackup(join(stick, file), null), file).toMatchObject({ ok: true });
  }
  expect(struck, "blows that fell while a draft stood there").toBeGreaterThan(0);
  console.log(`${ROUNDS} blows, ${struck} of them with a draft half-written`);
  const last = await whole();
  expect(last, last.said).toMatchObject({ code: 0 });
  expect(drafts()).toEqual([]);
  const [newest = ""] = kept().sort().reverse();
  expect(newest > first || kept().length === 1).toBe(true);
  expect(await readBackup(join(stick, newest), null)).toMatchObject({ ok: true });
});
