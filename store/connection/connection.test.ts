import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../testing/database.ts";
import { inTransaction } from "./pools.ts";
import { serverFromUrl } from "./server.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

test("each role works under its own name, and only the keeper refuses to be walled in", async () => {
  const seen = [];
  for (const role of ["owner", "app", "keeper"] as const) {
    const answer = await database
      .connect(role)
      .query(
        "select current_user::text as who, current_setting('row_security') as wall, rolbypassrls as bypass, rolsuper as super from pg_roles where rolname = current_user",
      );
    seen.push(answer.rows[0]);
  }
  expect(seen).toEqual([
    { who: "ayni_owner", wall: "on", bypass: false, super: false },
    { who: "ayni_app", wall: "on", bypass: false, super: false },
    { who: "ayni_keeper", wall: "off", bypass: true, super: false },
  ]);
});

test("no value of the database passes through a floating-point number", async () => {
  const answer = await database.connect("app").query(
    `select 9007199254740993::int8 as grams, 0.10::numeric as rate, '2026-03-01'::date as day, array[1, null]::int8[] as many,
            '2026-03-01 05:06:07.5-05'::timestamptz as instant, '{"a": 1}'::jsonb as body, array['2026-03-01']::date[] as days`,
  );
  expect(answer.rows[0]).toEqual({
    grams: 9007199254740993n,
    rate: "0.10",
    day: "2026-03-01",
    many: [1n, null],
    instant: "2026-03-01T10:06:07.5Z",
    body: { a: 1 },
    days: ["2026-03-01"],
  });
});

test("a transaction whose work throws leaves nothing behind", async () => {
  const pool = database.connect("owner");
  await pool.query("create table bag (grams int8 not null)");
  await expect(
    inTransaction(pool, async (client) => {
      await client.query("insert into bag values (50000)");
      throw new Error("the scale fell over");
    }),
  ).rejects.toThrow("the scale fell over");
  await inTransaction(pool, (client) => client.query("insert into bag values (70000)"));
  expect((await pool.query("select grams from bag")).rows).toEqual([{ grams: 70_000n }]);
});

test("a DATABASE_URL is read with its socket folder, its port and its name; something else is refused by code", () => {
  expect(serverFromUrl("postgres://ana:secreto@db.example:6432/cooperativa")).toMatchObject({
    ok: true,
    value: { host: "db.example", port: 6432, user: "ana", password: "secreto", database: "cooperativa", roles: "set" },
  });
  expect(serverFromUrl("postgres://ana@/cooperativa?host=/run/postgresql")).toMatchObject({
    value: { host: "/run/postgresql", database: "cooperativa" },
  });
  expect(serverFromUrl("mysql://ana@db/x")).toMatchObject({ ok: false, refusal: { code: "database.url-unreadable" } });
});
