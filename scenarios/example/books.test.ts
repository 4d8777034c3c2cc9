/** The example's two seasons as an accountant and an auditor read them: the books tie to documents and members, each statement to its file. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chartTemplate, chartTemplates } from "../../exchange/charts/templates.ts";
import { agentAccounts } from "../../kernel/ledger/balance.ts";
import type { Query, ViewDeclaration } from "../../kernel/view.ts";
import { type TrialSum, trialByAccount, trialByPair, trialTotals } from "../../rooms/book/rules/trial-balance.ts";
import { ledgerCosts, ledgerMember, ledgerStock, ledgerTrial } from "../../rooms/book/views.ts";
import { readExplained } from "../../rooms/settlement/rules/explained-file.ts";
import { recompute } from "../../rooms/settlement/rules/recompute.ts";
import { book, firstDay, type Made, madeExample } from "./made.ts";

let made: Made;
beforeAll(async () => {
  made = await madeExample();
}, 120_000);
afterAll(() => made.books.database.drop());

type Row = Readonly<Record<string, string | null>>;

/** A view asked as the server asks it, behind the wall of the book. */
async function ask(view: ViewDeclaration, asked: Readonly<Record<string, unknown>>): Promise<readonly Row[]> {
  const client = await made.books.database.connect("app").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('ayni.book', $1, true)", [book]);
    const { text, values } = (view.sql as (asked: unknown) => Query)(view.asks.parse(asked));
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const trial = async (from: string, until: string): Promise<readonly TrialSum[]> =>
  (await ask(ledgerTrial, { from, until })).map((row) => ({
    account: `${row.account}`,
    commodity: `${row.commodity}`,
    product: row.product ?? null,
    season: row.season ?? null,
    opening: BigInt(`${row.opening}`),
    carried: BigInt(`${row.carried}`),
    debit: BigInt(`${row.debit}`),
    credit: BigInt(`${row.credit}`),
  }));

describe("two seasons of coffee and cocoa [books.example]", () => {
  test("month by month each commodity adds up, and each month begins where the one before ended", async () => {
    let before = new Map<string, bigint>();
    for (const month of ["2025-10", "2025-11", "2025-12", "2026-08", "2026-09", "2026-10"]) {
      const [year = "", number = ""] = month.split("-");
      const last = new Date(Date.UTC(Number(year), Number(number), 0)).toISOString().slice(0, 10);
      const lines = trialByAccount(await trial(`${month}-01`, last));
      expect(
        [...trialTotals(lines).values()].every((one) => one.even),
        month,
      ).toBe(true);
      const key = (one: (typeof lines)[number]): string => `${one.name}|${one.commodity}`;
      if (["2025-11", "2025-12", "2026-09", "2026-10"].includes(month))
        for (const one of lines)
          expect([month, key(one), one.opening]).toEqual([month, key(one), before.get(key(one)) ?? 0n]);
      before = new Map(lines.map((one) => [key(one), one.closing]));
    }
    expect(before.size).toBeGreaterThan(10);
  });

  test.each(chartTemplates.map((one) => one.template))("by the codes of %s it comes to the same", async (name) => {
    const sums = await trial("2026-01-01", firstDay);
    const chart = { title: name, ...chartTemplate(name) };
    const [codes, accounts] = [trialByPair(sums, chart), trialByAccount(sums)];
    expect(trialTotals(codes)).toEqual(trialTotals(accounts));
    const unnamed = codes.filter((one) => one.code === chart.otherwise && one.account !== "unresolved");
    expect(unnamed).toEqual([]);
  });

  test("members' accounts come to what the ledger says of each account, to the grain", async () => {
    const control = trialByAccount(await trial("2025-01-01", firstDay)).filter(({ name }) => agentAccounts.has(name));
    const agents = await made.query(
      "select distinct agent from books.posting where book_id = $1 and agent is not null",
    );
    const sums = new Map<string, bigint>();
    for (const { agent } of agents) {
      const rows = await ask(ledgerMember, { agent, until: firstDay, limit: 2_000 });
      const last = new Map(rows.map((row) => [`${row.account}|${row.commodity}`, BigInt(`${row.balance}`)]));
      for (const [key, balance] of last) sums.set(key, (sums.get(key) ?? 0n) + balance);
    }
    expect(agents.length).toBeGreaterThan(50);
    expect(control.length).toBeGreaterThan(3);
    for (const { name, commodity, closing } of control)
      expect([name, commodity, sums.get(`${name}|${commodity}`) ?? 0n]).toEqual([name, commodity, closing]);
  });

  test("the stock is what was handed over and not voided: none has left it, since nothing sells from it yet", async () => {
    const lines = await ask(ledgerStock, { until: firstDay });
    const kept = new Map<string, bigint>();
    for (const one of lines)
      kept.set(`${one.commodity}`, (kept.get(`${one.commodity}`) ?? 0n) + BigInt(`${one.amount}`));
    const brought = await made.query(
      `select 'goods:' || d.product || ':g' as commodity, sum(d.net_g)::bigint as grams from books.delivery d
        where d.book_id = $1 and d.mode <> 'not-taken' and d.origin is distinct from 'past'
          and exists (select from books.entry e where e.book_id = d.book_id and e.about = d.delivery::text)
          and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)
        group by 1 order by 1`,
    );
    const opening = await made.query(
      "select commodity, sum(amount)::bigint as grams from books.posting where book_id = $1 and account = 'opening' and commodity like 'goods:%' group by 1",
    );
    const came = new Map<string, bigint>(brought.map((one) => [one.commodity, one.grams]));
    for (const { commodity, grams } of opening) came.set(commodity, (came.get(commodity) ?? 0n) - grams);
    expect(kept).toEqual(came);
  });

  test("what goods cost is what statements paid for them before deductions: the account of purchases", async () => {
    const costs = await ask(ledgerCosts, { until: firstDay });
    const sums = await trial("2025-01-01", firstDay);
    for (const cost of costs) {
      const booked = sums
        .filter((one) => one.account === "purchases" && one.product === cost.product)
        .reduce((sum, one) => sum + one.opening + one.debit - one.credit, 0n);
      expect([cost.product, cost.value]).toEqual([cost.product, `${booked}`]);
    }
    expect(costs.length).toBeGreaterThan(1);
  });
});

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
