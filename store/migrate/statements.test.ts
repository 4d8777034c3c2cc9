import { expect, test } from "vitest";
import { statementsOf } from "./statements.ts";

test("a semicolon ends a statement, but not in a string, a name, a body or a comment", () => {
  const text = `
    -- bags; not a statement
    create table bag (code text default 'a;b', "odd;name" int);
    create function f() returns int language sql as $body$ select 1; select 2; $body$;
    create function g() returns text language sql as $$ select 'x;' $$; /* a; b */
    comment on table bag is 'it''s; one bag';
    -- the end;
  `;
  expect(statementsOf(text).map((statement) => statement.replace(/^--.*\n\s*/, "").slice(0, 22))).toEqual([
    "create table bag (code",
    "create function f() re",
    "create function g() re",
    "/* a; b */\n    comment",
  ]);
});

test("the last statement may go without its semicolon, and an empty file has none", () => {
  expect(statementsOf("select 1;\nselect 2")).toEqual(["select 1", "select 2"]);
  expect(statementsOf("-- nothing\n;\n")).toEqual([]);
});
