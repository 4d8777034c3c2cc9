/** The backup of each night: where it goes, what it takes away, and what becomes of it when the place fails. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { dailyBackup } from "../../store/backup/job.ts";
import { lastBackup } from "../../store/backup/last.ts";
import { alone } from "../../store/backup/lock.ts";
import { type BackupPlace, backupName, type OpenDraft, openDraft } from "../../store/backup/place.ts";
import { type BackupRequest, backUp } from "../../store/backup/run.ts";
import { keyIdOf } from "../../store/writer/seal.ts";
import { type Kept, keptExample, ownFolder } from "./kept.ts";

const root = ownFolder();
let kept: Kept;
let now = Date.parse("2026-11-22T08:00:00.000Z");
beforeAll(async () => {
  kept = await keptExample();
}, 60_000);
afterEach(async () => {
  await kept.database.connect("keeper").query("delete from ayni.backup_run");
});
afterAll(async () => {
  await kept.database.drop();
  rmSync(root, { recursive: true, force: true });
});

let folders = 0;
const place = (): BackupPlace => {
  folders += 1;
  const folder = join(root, `stick ${folders}`);
  mkdirSync(folder);
  return { folder, isOurs: false };
};
const request = (at: BackupPlace, more: Partial<BackupRequest> = {}): BackupRequest => ({
  store: kept.database,
  privateKey: kept.key.privateKey,
  sealKeys: kept.key.sealKeys,
  ayni: "test",
  now: () => now,
  passphrase: null,
  place: at,
  why: "daily",
  ...more,
});
const keyId = () => keyIdOf(kept.key.raw);

/** A disk with room for so many bytes: from then on it answers as a full one does. */
const diskOf =
  (room: number, code: string): OpenDraft =>
  async (path) => {
    const draft = await openDraft(path);
    let left = room;
    return {
      ...draft,
      write: async (bytes) => {
        left -= bytes.length;
        if (left < 0) throw Object.assign(new Error(code), { code });
        await draft.write(bytes);
      },
    };
  };

test("[backup.last-good] a backup is written, read back, named, and noted with the figures of the asked book", async () => {
  const at = place();
  const outcome = await backUp(request(at));
  expect(outcome).toMatchObject({ ok: true });
  expect(readdirSync(at.folder)).toEqual([backupName(keyId(), new Date(now).toISOString())]);
  const standing = await lastBackup(kept.database, kept.book, now);
  expect(standing.failed).toBeNull();
  expect(standing.good).toMatchObject({ place: at.folder, encrypted: false });
  const { rows } = await kept.database.connect("keeper").query("select position from ayni.book_head");
  expect(standing.good?.position).toBe(rows[0].position);
  expect(Date.parse(standing.next)).toBeGreaterThan(now);
});

test.each([
  ["disk-full", "ENOSPC"],
  ["place-failed", "EIO"],
  ["not-writable", "EROFS"],
])("[backup.faults] %s: told, nothing half-done left, and the older good one stays", async (code, fault) => {
  const at = place();
  now -= 86_400_000;
  expect(await backUp(request(at))).toMatchObject({ ok: true });
  now += 86_400_000;
  const before = readdirSync(at.folder);
  const outcome = await backUp(request(at, { opened: diskOf(60_000, fault) }));
  expect(outcome).toMatchObject({ ok: false, refusal: { code: `backup.${code}`, facts: { place: at.folder } } });
  expect(readdirSync(at.folder)).toEqual(before);
  const standing = await lastBackup(kept.database, kept.book, now);
  expect(standing.failed?.refusal.code).toBe(`backup.${code}`);
  expect(standing.good?.file).toBe(join(at.folder, before[0] as string));
});

test("a folder that is not there is not made: a stick that is not plugged in is told", async () => {
  const gone = { folder: join(root, "not plugged in"), isOurs: false };
  expect(await backUp(request(gone))).toMatchObject({ refusal: { code: "backup.place-gone" } });
  expect(readdirSync(root)).not.toContain("not plugged in");
});

test("a disk that changes what it was given is found by reading back, and its file is not kept", async () => {
  const at = place();
  const lying: OpenDraft = async (path) => {
    const draft = await openDraft(path);
    const finish = async (): Promise<void> => {
      await draft.finish();
      const bytes = readFileSync(path);
      bytes[9_000] = (bytes[9_000] as number) ^ 64;
      writeFileSync(path, bytes);
    };
    return { ...draft, finish };
  };
  expect(await backUp(request(at, { opened: lying }))).toMatchObject({ refusal: { code: "backup.not-good" } });
  expect(readdirSync(at.folder)).toEqual([]);
});

test("what a killed process left half-written is swept away; files of others are not touched", async () => {
  const at = place();
  const half = `${backupName(keyId(), "2026-11-20T07:00:00.000Z")}.partial`;
  const others = `${backupName("f".repeat(64), "2020-01-01T07:00:00.000Z")}`;
  for (const name of [half, others, "fotos.zip"]) writeFileSync(join(at.folder, name), "…");
  expect(await backUp(request(at))).toMatchObject({ ok: true });
  const here = readdirSync(at.folder);
  expect(here).not.toContain(half);
  expect(here).toContain(others);
  expect(here).toContain("fotos.zip");
});

// Nothing is forbidden to root; the fault above stands for it there.
test.skipIf(process.getuid?.() === 0)("a folder that may not be written is told", async () => {
  const at = place();
  chmodSync(at.folder, 0o500);
  expect(await backUp(request(at))).toMatchObject({ refusal: { code: "backup.not-writable" } });
});

test("[backup.once] two servers on one database: one backs up, the other leaves it alone", async () => {
  const at = place();
  const outcome = await alone(kept.database.server, "backup", () => backUp(request(at)));
  expect(outcome).toMatchObject({ refusal: { code: "backup.running" } });
  expect(readdirSync(at.folder)).toEqual([]);
});

test("the job of the server backs up when it is due, and is then not due until the next night", async () => {
  const at = place();
  const told: unknown[] = [];
  const job = dailyBackup(request(at), (outcome) => told.push(outcome));
  expect(await job.due()).toBe(true);
  await job.work();
  expect(told).toMatchObject([{ ok: true }]);
  expect(await job.due()).toBe(false);
  now += 2 * 86_400_000;
  expect(await job.due()).toBe(true);
});
