/** The wall in SQL, for every table and published view there is: the server's role with one book set never touches another's rows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { postgresTeller } from "../stories/postgres-teller.ts";
import { untilTheScale } from "../stories/seven-sacks.ts";

const teller = await postgresTeller();
const [own, other] = [idOf("another book"), idOf("book")];
const app = () => teller.database.connect("app");

type Relation = {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view";
  readonly comment: string;
};

/** Tables and views that carry a book, as PostgreSQL lists them: a new one is tried without anybody writing it down. */
async function relations(): Promise<readonly Relation[]> {
  const { rows } = await teller.database.connect("owner").query(
    `select n.nspname as schema, c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
            coalesce(obj_description(c.oid, 'pg_class'), '') as comment
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'book_id' and not a.attisdropped
      where n.nspname in ('ayni', 'books') and c.relkind in ('r', 'p', 'v') order by 1, 2`,
  );
  return rows as Relation[];
}

let all: readonly Relation[] = [];
const nameOf = ({ schema, name }: Relation): string => `${schema}."${name}"`;
/** Sign-in stands outside of books: an account belongs to a person, and what it says of a book is no row of that book. */
const isWalled = ({ comment }: Relation): boolean => !comment.startsWith("citus:local");

beforeAll(async () => {
  await untilTheScale(teller); // The other book: with rows in many tables.
  all = (await relations()).filter(isWalled);
});
afterAll(() => teller.end());

/** What a statement gave with a book set (none: null): a count, or the code of PostgreSQL's refusal. */
const tried = async (book: string | null, text: string, values: readonly unknown[] = []): Promise<string> => {
  try {
    return await inTransaction(app(), async (client) => {
      if (book !== null) await client.query(`set local ayni.book = '${book}'`);
      const answer = await client.query(text, [...values]);
      return String(answer.rows[0]?.rows ?? answer.rowCount);
    });
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
};

/** Codes of PostgreSQL: no privilege, or a row that its policy refuses. */
const refusedByTheWall = "42501";

test("the list is not empty, and has what it should [powers.wall]", () => {
  expect(all.filter((one) => one.kind === "table").length).toBeGreaterThan(35);
  expect(all.filter((one) => one.kind === "view").length).toBeGreaterThan(25);
  expect(all.map((one) => one.name)).toEqual(
    expect.arrayContaining(["act", "posting", "seat", "proposal", "delivery"]),
  );
});

test("every table has its wall on, also for its owner", async () => {
  const { rows } = await teller.database
    .connect("owner")
    .query(
      "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'ayni' and relrowsecurity and relforcerowsecurity",
    );
  const walled = new Set(rows.map((row) => row.relname as string));
  expect(all.filter((one) => one.kind === "table" && !walled.has(one.name)).map(nameOf)).toEqual([]);
});

test("with one book set no row of another is seen, in any table or view; with the other set they are there", async () => {
  const rows = await Promise.all(
    all.map(async (one) => ({
      name: nameOf(one),
      foreign: await tried(own, `select count(*) as rows from ${nameOf(one)} where book_id = $1`, [other]),
      total: await tried(own, `select count(*) as rows from ${nameOf(one)}`),
      there: await tried(other, `select count(*) as rows from ${nameOf(one)}`),
    })),
  );
  // A table that the server's role may not read at all says so: that is a wall too.
  expect(
    rows.filter(
      (one) => !["0", refusedByTheWall].includes(one.foreign) || !["0", refusedByTheWall].includes(one.total),
    ),
  ).toEqual([]);
  expect(rows.filter((one) => Number(one.there) > 0).length).toBeGreaterThan(40);
});

test("without a book every table and view answers with an error, never with nothing", async () => {
  const answers = await Promise.all(
    all.map(async (one) => [nameOf(one), await tried(null, `select count(*) as rows from ${nameOf(one)}`)] as const),
  );
  expect(answers.filter(([, code]) => !/^[0-9A-Z]{5}$/.test(code))).toEqual([]);
});

const aValue: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "'x'",
  date: "date '2026-01-01'",
  jsonb: "'{}'::jsonb",
  bytea: "'\\x00'::bytea",
  boolean: "true",
  "timestamp with time zone": "now()",
};

/** Columns that must be given, each with a value of its type: so that only the wall can be what refuses the row. */
async function columnsOf(table: Relation): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await teller.database.connect("owner").query(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attname <> 'book_id'
        and a.attidentity = '' and a.attgenerated = ''`,
    [nameOf(table)],
  );
  return rows.map(({ name, type }) => [name as string, aValue[type as string] ?? "1"] as const);
}

test("no row is written into another book, by insert or by moving one there", async () => {
  const tables = all.filter((one) => one.kind === "table");
  const answers = await Promise.all(
    tables.map(async (table) => {
      const columns = await columnsOf(table);
      const names = ["book_id", ...columns.map(([name]) => `"${name}"`)].join(", ");
      const insert = (book: string) =>
        `insert into ${nameOf(table)} (${names}) values (${[`'${book}'`, ...columns.map(([, value]) => value)].join(", ")})`;
      const inserted = await tried(own, insert(other));
      const into = await tried(own, `update ${nameOf(table)} set book_id = '${own}' where book_id = '${other}'`);
      const out = await tried(other, `update ${nameOf(table)} set book_id = '${own}'`);
      const gone = await tried(own, `delete from ${nameOf(table)} where book_id = '${other}'`);
      return { name: nameOf(table), inserted, into, out, gone };
    }),
  );
  const held = ["0", refusedByTheWall];
  expect(
    answers.filter(
      (one) =>
        one.inserted !== refusedByTheWall ||
        !held.includes(one.into) ||
        !held.includes(one.out) ||
        !held.includes(one.gone),
    ),
  ).toEqual([]);
});

test("the wall is what refused them: into its own book the same insert is let through", async () => {
  const settings = { own, at: "2026-01-02", name: testSettings.name, who: marta.agent };
  const text = `insert into ayni.seat (book_id, seat, agent, roles, version, from_day, position) values ('${settings.own}', '${settings.who}', '${settings.who}', '[]', 1, '${settings.at}', 1)`;
  expect(await tried(own, text)).toBe("1");
});
