/** The step from 0.1.0 to this version: the tables go forward, the book proves itself, the pages answer, and it can leave. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { managerOf } from "../../examples/first-book/saying.ts";
import { tools } from "../../rooms/all.ts";
import { importBook } from "../../store/backup/book.ts";
import { restore } from "../../store/backup/restore.ts";
import { openStore } from "../../store/connection/pools.ts";
import { startEmbedded } from "../../store/embedded/server.ts";
import { homeAt, makeHome } from "../../store/installation/home.ts";
import { overStore } from "../../store/installation/open.ts";
import { MIGRATIONS, migrate } from "../../store/migrate/run.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { createApp } from "../../web/server/app.ts";
import { servicesOf } from "../../web/server/services.ts";
import { backedUp, ownFolder, ownKey, urlOf, verified } from "./kept.ts";
import { layRelease, releaseOf } from "./release.ts";

const release = releaseOf("0.1.0");
const folder = ownFolder();
const key = { ...ownKey(), sealKeys: release.sealKeys };
let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
  await layRelease(database.server, release);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("[step.release] an installation of 0.1.0 is brought forward, and its book proves itself with the head it had", async () => {
  const migrated = await migrate(database, MIGRATIONS, "loose");
  expect(migrated).toMatchObject({ ok: true });
  expect(migrated.ok && migrated.value[0]).toMatch(/^0010_/);
  const report = await verified(database, release.book, release);
  expect(report).toMatchObject({ problems: [], head: release.head, acts: release.acts, sealsOfOthers: 0 });
});

test("its pages answer", async () => {
  const home = homeAt(join(folder, "home"));
  makeHome(home);
  const installation = overStore(home, database, tools, key, Date.now);
  const app = createApp(servicesOf(installation));
  const { rows } = await database
    .connect("keeper")
    .query("select seat, agent from books.seat where book_id = $1 and agent = $2", [
      release.book,
      managerOf(release.book).agent,
    ]);
  const token = await installation.sessions.make({
    book: release.book,
    ...(rows[0] as { seat: string; agent: string }),
  });
  for (const page of ["members", "statements"]) {
    const response = await app.request(`/o/${release.book}/${page}`, { headers: { Authorization: `Bearer ${token}` } });
    expect(response.status, page).toBe(200);
    expect(await response.text()).toContain("Tres Quebradas");
  }
});

test("it is backed up and restored into a fresh PostgreSQL of another installation: the same book", async () => {
  const file = join(folder, "step.backup");
  await backedUp({ database, key }, file);
  const restored = await restore({
    file,
    passphrase: null,
    book: null,
    home: join(folder, "new"),
    numbering: "loose",
  });
  if (!restored.ok) throw new Error(JSON.stringify(restored.refusal));
  expect(restored.value.tables.every(({ isSame }) => isSame)).toBe(true);
  const embedded = await startEmbedded({ folder: join(folder, "new", "database"), settings: { fsync: "off" } });
  if (!embedded.ok) throw new Error(embedded.refusal.code);
  const store = openStore(embedded.value.connection);
  try {
    const version = await store.connect("app").query("show server_version_num");
    expect(version.rows[0].server_version_num).toMatch(/^18/);
    expect(await verified(store, release.book, release)).toMatchObject({ problems: [], head: release.head });
  } finally {
    await store.close();
    await embedded.value.stop();
  }
}, 60_000);

test("[backup.older] what an earlier version wrote is restored, and a book of it taken in, and both are brought forward", async () => {
  const earlier = await emptyDatabase();
  await layRelease(earlier.server, release);
  const firstThatBacksUp = 13;
  expect(await migrate(earlier, MIGRATIONS, "loose", firstThatBacksUp)).toMatchObject({ ok: true });
  const whole = join(folder, "earlier.backup");
  const book = join(folder, "earlier.book");
  await backedUp({ database: earlier, key }, whole);
  await backedUp({ database: earlier, key }, book, { book: release.book });
  await earlier.drop();
  const [into, beside] = [await emptyDatabase(), await freshDatabase()];
  const how = { passphrase: null, book: null, numbering: "loose" as const };
  const home = homeAt(join(folder, "beside"));
  makeHome(home);
  const restored = await restore({ ...how, file: whole, home: join(folder, "into"), databaseUrl: urlOf(into.server) });
  expect(restored).toMatchObject({ ok: true });
  const came = await importBook({ ...how, ...key, store: beside, home, file: book, ayni: "test", now: Date.now });
  expect(came).toMatchObject({ ok: true, value: { book: { head: release.head } } });
  const latest = await database.connect("owner").query("select max(number) as number from public.migration");
  expect(latest.rows[0].number).toBeGreaterThan(firstThatBacksUp);
  for (const one of [into, beside]) {
    const { rows } = await one.connect("owner").query("select max(number) as number from public.migration");
    expect(rows).toEqual(latest.rows);
    expect(await verified(one, release.book, release)).toMatchObject({
      problems: [],
      head: release.head,
      sealsOfOthers: 0,
    });
    await one.drop();
  }
}, 60_000);
