/** The trial balances that closings kept, compared with the ledger: what was booked in closed days can no longer change. */
import type pg from "pg";
import type { Findings } from "./report.ts";

type Kept = {
  readonly first: string;
  readonly last: string;
  readonly balance: readonly Readonly<
    Record<"account" | "commodity" | "opening" | "debit" | "credit" | "closing", string>
  >[];
};

const sums = `
  select account, commodity,
         coalesce(sum(amount) filter (where booked < $2::date), 0)::text as opening,
         coalesce(sum(amount) filter (where booked >= $2::date and amount > 0), 0)::text as debit,
         coalesce(-sum(amount) filter (where booked >= $2::date and amount < 0), 0)::text as credit,
         sum(amount)::text as closing
    from ayni.posting where book_id = $1::uuid and booked <= $3::date group by 1, 2`;

const spelled = (one: Kept["balance"][number]): string =>
  [one.account, one.commodity, one.opening, one.debit, one.credit, one.closing].join("|");
const isThere = (one: Kept["balance"][number]): boolean =>
  [one.opening, one.debit, one.credit].some((amount) => amount !== "0");

/** Names each kept trial balance that is not what the ledger adds up to. */
export async function checkTrialBalances(client: pg.PoolClient, book: string, findings: Findings): Promise<void> {
  const papers = await client.query(
    "select number, content from ayni.paper where book_id = $1::uuid and kind = 'trial-balance' order by number",
    [book],
  );
  for (const { number, content } of papers.rows as { readonly number: string; readonly content: string }[]) {
    const kept = JSON.parse(content) as Kept;
    const found = await client.query(sums, [book, kept.first, kept.last]);
    const booked = new Set((found.rows as Kept["balance"]).filter(isThere).map(spelled));
    const said = new Set(kept.balance.filter(isThere).map(spelled));
    const differs = [...booked].filter((one) => !said.has(one)).concat([...said].filter((one) => !booked.has(one)));
    if (differs.length > 0)
      findings.found("verify.trial-balance-differs", `trial balance ${number}`, { lines: `${differs.length}` });
  }
}
