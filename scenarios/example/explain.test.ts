/** Every statement of the example, worked out again from its own file by the engine alone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readExplained } from "../../rooms/settlement/rules/explained-file.ts";
import { recompute } from "../../rooms/settlement/rules/recompute.ts";
import { type Made, madeExample } from "./made.ts";

let made: Made;
beforeAll(async () => {
  made = await madeExample();
}, 120_000);
afterAll(() => made.books.database.drop());

test("all of them agree, coffee and cocoa, with advances and credits collected [settlement.explain-example]", async () => {
  const papers = await made.query(
    `select p.content,
            (select jsonb_agg(jsonb_build_object('plan', v.plan, 'version', v.version, 'body', v.body))
               from books.price_plan v where v.book_id = p.book_id) as plans,
            (select a.body -> 'deductions' from books.agreement a
              where a.book_id = p.book_id and a.agreement::text = p.content::jsonb -> 'deductionPlan' ->> 'id'
                and a.version = (p.content::jsonb -> 'deductionPlan' ->> 'version')::int) as deductions
       from books.paper p where p.book_id = $1 and p.kind = 'statement' and p.content::jsonb ->> 'form' = 'statement/1'`,
  );
  expect(papers.length).toBeGreaterThan(50);
  let figures = 0;
  for (const { content, plans, deductions } of papers) {
    const read = readExplained({
      form: "ayni-statement/1",
      statement: JSON.parse(content as string),
      plans,
      deductions,
    });
    if ("field" in read) throw new Error(`${read.field} is not read`);
    const again = recompute(read.file);
    if (!again.ok) throw new Error(JSON.stringify(again.refusal));
    expect([read.file.statement.number, again.value.differences]).toEqual([read.file.statement.number, []]);
    figures += again.value.figures;
  }
  expect(figures).toBeGreaterThan(5_000);
});
