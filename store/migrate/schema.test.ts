import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inTransaction } from "../connection/pools.ts";
import { emptyDatabase, freshDatabase } from "../testing/database.ts";
import { SOUND_SCHEMA } from "../testing/fixtures.ts";
import { schemaText } from "./catalogue.ts";
import { SCHEMA_FILE } from "./schema.ts";

test("store/schema.sql shows what the migrations make; after a change run: npm run schema", async () => {
  const database = await freshDatabase();
  const text = await schemaText(database.connect("owner"));
  await database.drop();
  const committed = existsSync(SCHEMA_FILE) ? readFileSync(SCHEMA_FILE, "utf8") : "\n";
  expect(text === committed, "store/schema.sql is out of date: run `npm run schema` and read the difference").toBe(
    true,
  );
});

test("the text shows tables, rights, walls, comments and views, and changes with each of them", async () => {
  const database = await emptyDatabase();
  const pool = database.connect("owner");
  for (const statement of SOUND_SCHEMA) await pool.query(statement);
  const before = await schemaText(pool);
  expect(before).toContain("  grams bigint not null");
  expect(before).toContain("constraint hand_over_grams_check CHECK ((grams > 0))");
  expect(before).toContain("create view books.days with (security_invoker=true) (");
  const changes = [
    "grant delete on hand_over to ayni_app",
    "alter table hand_over no force row level security",
    "drop policy wall on hand_over",
    "comment on column hand_over.grams is 'Gross weight.'",
    "alter table hand_over alter day drop not null",
    "drop index hand_over_day",
    "create or replace view books.days with (security_invoker = true) as select book_id, day from hand_over where grams > 5",
    "alter view books.days reset (security_invoker)",
    "create function f() returns int language sql immutable as 'select 1'",
    "create type nature as enum ('fact', 'decision')",
  ];
  for (const change of changes) {
    const undone = inTransaction(pool, async (client) => {
      await client.query(change);
      expect(await schemaText(client), change).not.toBe(before);
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
  }
  expect(await schemaText(pool)).toBe(before);
  await database.drop();
});
