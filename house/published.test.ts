import { expect, test } from "vitest";
import { unpublishedNames } from "./published.ts";
import { sources } from "./sources.ts";

const view = (sql: string) => [{ path: "rooms/acopio/views.ts", text: `const sql = \`${sql}\`;` }];

test("the views of every room read published views only", () => {
  expect(unpublishedNames(sources())).toEqual([]);
});

test("a table of the history, a table of a room and a join to one are found", () => {
  expect(unpublishedNames(view("select * from ayni.act"))).toEqual(["rooms/acopio/views.ts: ayni.act"]);
  expect(unpublishedNames(view("select * from hand_over"))).toEqual(["rooms/acopio/views.ts: hand_over"]);
  expect(unpublishedNames(view("select 1 from books.hand_over h join weighing w on true"))).toEqual([
    "rooms/acopio/views.ts: weighing",
  ]);
});

test("published views, functions, subqueries and common table expressions are no fault", () => {
  const sql = `with late as (select * from books.hand_over), named (a) as (select 1 from late)
    select * from late join named on true join lateral (select * from books.posting) p on true, unnest(array[1]) u join unnest($1::text[]) v on true`;
  expect(unpublishedNames(view(sql))).toEqual([]);
  expect(
    unpublishedNames([{ path: "rooms/acopio/views.ts", text: 'import { view } from "../../kernel/view.ts";' }]),
  ).toEqual([]);
});
