import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "../../store/connection/pools.ts";
import { openServer } from "../../store/connection/server.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { SOUND_SCHEMA } from "../../store/testing/fixtures.ts";
import { ROOMS } from "../arrows.ts";
import { breaches, type Check, queryOf } from "./checks.ts";
import { DISTRIBUTION_FAULTS, SUPERUSER_FAULTS, WALL_FAULTS } from "./faults.ts";

let real: TestDatabase;
let sound: TestDatabase;

beforeAll(async () => {
  real = await freshDatabase();
  sound = await emptyDatabase();
  for (const statement of SOUND_SCHEMA) await sound.connect("owner").query(statement);
});
afterAll(async () => {
  await real.drop();
  await sound.drop();
});

describe("the schema that our migrations make", () => {
  test("a distributed engine could carry it", async () => {
    expect(await breaches(real.connect("owner"), "distributable")).toEqual([]);
  });

  test("every book is walled off and every room keeps to its own tables", async () => {
    expect(await breaches(real.connect("owner"), "wall")).toEqual([]);
  });

  test("rooms named in the catalogue are rooms of the house", async () => {
    const found = await real
      .connect("owner")
      .query<{ room: string }>(
        "select distinct substring(description from '\\mroom:(\\w+)') as room from pg_description where classoid = 'pg_class'::regclass and description ~ '\\mroom:'",
      );
    const known: readonly string[] = ["store", ...ROOMS];
    expect(found.rows.map((row) => row.room).filter((room) => !known.includes(room))).toEqual([]);
  });
});

/** The rules that the check finds broken with the fault in the schema; the fault is undone. */
const withFault = async (client: pg.ClientBase, check: Check, statements: readonly string[]): Promise<string[]> => {
  await client.query("begin");
  try {
    for (const statement of statements) await client.query(statement);
    return (await breaches(client, check)).map(({ rule }) => rule.split(" ")[0] ?? "");
  } finally {
    await client.query("rollback");
  }
};

const asOwner = (check: Check, statements: readonly string[]): Promise<string[]> =>
  openServer(sound.server, async (client) => {
    await client.query("set role ayni_owner");
    return withFault(client, check, statements);
  });

describe("each rule finds its fault, and a sound schema has none", () => {
  test("a sound schema breaks no rule", async () => {
    expect(await breaches(sound.connect("owner"), "distributable")).toEqual([]);
    expect(await breaches(sound.connect("owner"), "wall")).toEqual([]);
  });

  test.each(Object.entries(DISTRIBUTION_FAULTS))("distributable %s", async (rule, statements) => {
    expect(await asOwner("distributable", statements)).toContain(rule);
  });

  test.each(Object.entries(WALL_FAULTS))("wall %s", async (rule, statements) => {
    expect(await asOwner("wall", statements)).toContain(rule);
  });

  test.each(Object.entries(SUPERUSER_FAULTS))("wall %s", async (rule, statements) => {
    expect(await openServer(sound.server, (client) => withFault(client, "wall", statements))).toContain(rule);
  });

  test("no rule of either check is without a fault that proves it", () => {
    const proven = Object.keys({ ...DISTRIBUTION_FAULTS, ...WALL_FAULTS, ...SUPERUSER_FAULTS }).sort();
    const rules = (["distributable", "wall"] as const).flatMap((check) => [
      ...queryOf(check).matchAll(/select '([RW]\d+b?) /g),
    ]);
    expect(rules.map((match) => match[1]).sort()).toEqual(proven);
  });
});

describe("the wall itself, with two books behind it", () => {
  const coffee = "018f0000-0000-7000-8000-000000000001";
  const cocoa = "018f0000-0000-7000-8000-000000000002";
  const insert = "insert into hand_over (book_id, id, grams, day) values ($1, gen_random_uuid(), 50000, '2026-03-01')";

  test("the app role sees and writes one book, and without a book nothing, loudly; the keeper sees all", async () => {
    const app = sound.connect("app");
    for (const book of [coffee, cocoa]) {
      await inTransaction(app, async (client) => {
        await client.query(`set local ayni.book = '${book}'`);
        await client.query(insert, [book]);
      });
    }
    await inTransaction(app, async (client) => {
      await client.query(`set local ayni.book = '${coffee}'`);
      const seen = await client.query(
        "select book_id::text from hand_over union all select book_id::text from books.days",
      );
      expect(seen.rows).toEqual([{ book_id: coffee }, { book_id: coffee }]);
      await expect(client.query(insert, [cocoa])).rejects.toThrow(/row-level security/);
      throw new Error("end");
    }).catch((error: Error) => expect(error.message).toBe("end"));
    await expect(app.query("select * from hand_over")).rejects.toThrow(/ayni\.book|invalid input syntax for type uuid/);
    await expect(
      inTransaction(app, async (client) => {
        await client.query(`set local ayni.book = '${coffee}'`);
        await client.query("update hand_over set grams = 1");
      }),
    ).rejects.toThrow(/permission denied/);
    expect((await sound.connect("keeper").query("select count(*) as n from hand_over")).rows).toEqual([{ n: 2n }]);
    await expect(sound.connect("owner").query("select * from hand_over")).rejects.toThrow(
      /ayni\.book|invalid input syntax for type uuid/,
    );
  });
});
