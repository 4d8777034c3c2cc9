import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../connection/pools.ts";
import { openServer, type Server } from "../connection/server.ts";
import { emptyDatabase, type TestDatabase } from "../testing/database.ts";
import { ensureRoles } from "./roles.ts";
import { migrate } from "./run.ts";

let database: TestDatabase;
let guest: Server;
const user = `ayni_test_guest_${process.pid}`;

beforeEach(async () => {
  database = await emptyDatabase();
  guest = { ...database.server, user, password: "de visita", roles: "set" };
  await openServer(database.server, (client) => client.query(`create role ${user} login password 'de visita'`));
});
afterEach(async () => {
  await database.drop();
  await openServer({ ...database.server, database: "postgres" }, (client) => client.query(`drop role ${user}`));
});

test("on a server of someone else's, what we may not do ourselves is told as SQL for its administrator, and that SQL is enough [store.other-postgres]", async () => {
  const refusal = await openServer(guest, ensureRoles);
  expect(refusal).toMatchObject({ ok: false, refusal: { code: "database.roles-missing" } });
  const sql = refusal.ok ? "" : String(refusal.refusal.facts.sql);
  expect(sql).toContain(`grant ayni_owner to "${user}";`);

  await openServer(database.server, (administrator) => administrator.query(sql));
  expect(await openServer(guest, ensureRoles)).toEqual({ ok: true, value: undefined });
});

test("signed in as a guest, each role is taken by `set role`, and the keeper still refuses to be walled in", async () => {
  const refusal = await openServer(guest, ensureRoles);
  const sql = refusal.ok ? "" : String(refusal.refusal.facts.sql);
  await openServer(database.server, (administrator) => administrator.query(sql));
  const store = openStore(guest);
  const seen = [];
  for (const role of ["owner", "app", "keeper"] as const) {
    const answer = await store
      .connect(role)
      .query(
        "select current_user::text as who, session_user::text as signed_in, current_setting('row_security') as wall",
      );
    seen.push(answer.rows[0]);
  }
  await store.close();
  expect(seen).toEqual([
    { who: "ayni_owner", signed_in: user, wall: "on" },
    { who: "ayni_app", signed_in: user, wall: "on" },
    { who: "ayni_keeper", signed_in: user, wall: "off" },
  ]);
});

test("migrating without the roles is refused before anything is made", async () => {
  const store = openStore(guest);
  expect(await migrate(store, undefined, "loose")).toMatchObject({
    ok: false,
    refusal: { code: "database.roles-missing" },
  });
  await store.close();
  const made = await openServer(database.server, (client) =>
    client.query("select 1 from pg_tables where schemaname = 'public'"),
  );
  expect(made.rowCount).toBe(0);
});
