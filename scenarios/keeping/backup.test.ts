/** A backup is taken, read back, and restored elsewhere: the same book. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareTables } from "../../store/backup/load.ts";
import { readBackup } from "../../store/backup/read.ts";
import { restore } from "../../store/backup/restore.ts";
import { openStore } from "../../store/connection/pools.ts";
import { emptyDatabase } from "../../store/testing/database.ts";
import { backedUp, type Kept, keptExample, ownFolder, urlOf, verified } from "./kept.ts";

const folder = ownFolder();
const file = join(folder, "whole.backup");
let kept: Kept;
beforeAll(async () => {
  kept = await keptExample();
  await backedUp(kept, file);
}, 60_000);
afterAll(async () => {
  await kept.database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const restored = async (from: string, passphrase: string | null = null) => {
  const database = await emptyDatabase();
  const home = join(folder, `home-${process.hrtime.bigint()}`);
  const databaseUrl = urlOf(database.server);
  return {
    database,
    home,
    outcome: await restore({ file: from, passphrase, book: null, home, databaseUrl, numbering: "loose" }),
  };
};

test("[backup.restore] a restored installation equals the old one, table by table, and its book verifies with the old seals", async () => {
  const { database, home, outcome } = await restored(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  expect(outcome.value.tables.length).toBeGreaterThan(40);
  expect(outcome.value.tables.every(({ isSame }) => isSame)).toBe(true);
  expect(outcome.value.sameKey).toBe(false);
  const here = await compareTables(database, outcome.value.read.manifest.tables, kept.book);
  const there = await compareTables(kept.database, outcome.value.read.manifest.tables, kept.book);
  expect(here).toEqual(there);
  const report = await verified(database, kept.book, kept.key);
  expect(report.problems).toEqual([]);
  expect(report.acts).toBeGreaterThan(70);
  expect(report.seals).toBeGreaterThan(0);
  expect(readFileSync(join(home, "keys", `${[...kept.key.sealKeys.keys()][0]}.public`), "utf8").trim()).toBe(
    kept.key.raw,
  );
  await database.drop();
});

test("a backup under a passphrase gives the key back too; without it or with another it is refused", async () => {
  const closed = join(folder, "closed.backup");
  const passphrase = "tres quebradas, una sola balanza";
  await backedUp(kept, closed, { passphrase });
  expect(readFileSync(closed).includes("Tres Quebradas")).toBe(false);
  expect(await readBackup(closed, null)).toMatchObject({ refusal: { code: "backup.passphrase-needed" } });
  expect(await readBackup(closed, "another")).toMatchObject({ refusal: { code: "backup.passphrase-wrong" } });
  const { database, home, outcome } = await restored(closed, passphrase);
  expect(outcome).toMatchObject({ ok: true, value: { sameKey: true } });
  const pem = readFileSync(join(home, "keys", "installation.pem"), "utf8");
  expect(pem).toBe(kept.key.privateKey.export({ type: "pkcs8", format: "pem" }));
  await database.drop();
});

test("a backup that is not under a passphrase holds no private key", async () => {
  const read = await readBackup(file, null);
  expect(read).toMatchObject({ ok: true, value: { key: null, header: { closed: null } } });
  expect(readFileSync(file).includes("PRIVATE KEY")).toBe(false);
});

test("[backup.altered] any byte altered, anywhere, is found and told by its place; a file cut short too", async () => {
  const whole = readFileSync(file);
  const altered = join(folder, "altered.backup");
  const property = fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] as number) ^ by;
    writeFileSync(altered, bytes);
    const read = await readBackup(altered, null);
    expect(read).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/^backup\.(altered|cut-short|not-one)$/) },
    });
  });
  await fc.assert(property, { numRuns: 60 });
  const cut = fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
    writeFileSync(altered, whole.subarray(0, length));
    expect(await readBackup(altered, null)).toMatchObject({ ok: false });
  });
  await fc.assert(cut, { numRuns: 40 });
  writeFileSync(altered, Buffer.concat([whole, Buffer.from("more")]));
  expect(await readBackup(altered, null)).toMatchObject({ ok: false });
}, 60_000);

test("an altered backup is not restored at all: neither home nor database hold anything of it", async () => {
  const bytes = readFileSync(file);
  bytes[bytes.length - 5_000] = (bytes[bytes.length - 5_000] as number) ^ 1;
  const altered = join(folder, "altered-late.backup");
  writeFileSync(altered, bytes);
  const { database, home, outcome } = await restored(altered);
  expect(outcome).toMatchObject({ refusal: { code: "backup.altered" } });
  expect(() => readFileSync(join(home, "keys"))).toThrow("ENOENT");
  const { rows } = await database.connect("owner").query("select to_regclass('ayni.act')::text as made");
  expect(rows).toEqual([{ made: null }]);
  await database.drop();
});

test("a database that holds a book already is left as it is", async () => {
  const home = join(folder, "other-home");
  const outcome = await restore({
    file,
    passphrase: null,
    book: null,
    home,
    databaseUrl: urlOf(kept.database.server),
    numbering: "loose",
  });
  expect(outcome).toMatchObject({ refusal: { code: "restore.not-empty" } });
  const store = openStore(kept.database.server);
  expect((await verified(store, kept.book, kept.key)).problems).toEqual([]);
  await store.close();
});
