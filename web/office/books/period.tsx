/** `/o/BOOK/ledger/periods/PERIOD`: with which balances was this month or year closed, and is that what the accounts say today? */
import type { ComponentChildren } from "preact";
import { type Account, chart as ledger } from "../../../kernel/ledger/chart.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { isResult } from "../../../rooms/book/rules/chart-of-accounts.ts";
import type { BalanceLine } from "../../../rooms/book/rules/kept-balance.ts";
import { isYear, periodPattern } from "../../../rooms/book/rules/periods.ts";
import { trialByAccount } from "../../../rooms/book/rules/trial-balance.ts";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { amountOf, countedOf } from "../ledger-amount.ts";
import { chartsAt, type ReadChart } from "./charts.ts";
import { booksPage, ReadBy } from "./frame.tsx";
import { isMoney } from "./lines-read.ts";
import { periodName } from "./periods.tsx";
import { trialSums } from "./trial-read.ts";

/** The kept balance of one period. */
export const periodPage: BookPage = { path: "/o/:book/ledger/periods/:period", open: drawn };

/** What the paper holds. */
type Kept = Readonly<Record<"period" | "first" | "last" | "closed" | "organisation", string>> & {
  readonly balance: readonly BalanceLine[];
};

async function drawn(at: PageAt): Promise<Result<Page>> {
  const period = at.parameter("period");
  if (!periodPattern.test(period)) return refused("accounting-period.unknown", { period });
  const found = await at.ask("accounting.period-paper", { period });
  if (!found.ok) return found;
  const content = found.value.rows[0]?.content;
  if (typeof content !== "string") return refused("accounting-period.unknown", { period });
  const kept = JSON.parse(content) as Kept;
  const charts = await chartsAt(at);
  const read = charts.on(kept.last);
  const now = await trialSums(at, { from: kept.first, until: kept.last });
  if (!now.ok) return now;
  const { say } = at;
  const name = periodName(period, at);
  const commodities = [...new Set(kept.balance.map((one) => one.commodity))];
  return done(
    booksPage(at, {
      here: "periods",
      title: name,
      children: (
        <>
          <h1 class="speak">{say("books.kept-answer", { name, on: kept.closed })}</h1>
          <Notice
            state={isSame(kept.balance, now.value) ? "kept" : "broken"}
            title={say(isSame(kept.balance, now.value) ? "books.kept-same" : "books.kept-differs")}
          />
          {isYear(period) ? <YearResult kept={kept} read={read} at={at} /> : null}
          <ReadBy at={at} read={read} />
          {commodities.map((commodity) => (
            <Group commodity={commodity} kept={kept} at={at} read={read} />
          ))}
        </>
      ),
    }),
  );
}

/** Whether the book adds up to what the paper says. */
function isSame(kept: readonly BalanceLine[], now: Parameters<typeof trialByAccount>[0]): boolean {
  const spelled = (one: Readonly<Record<"account" | "commodity" | "opening" | "debit" | "credit", unknown>>): string =>
    [one.account, one.commodity, one.opening, one.debit, one.credit].join("|");
  const booked = new Set(trialByAccount(now).map(({ name, ...one }) => spelled({ account: name, ...one })));
  return booked.size === kept.length && kept.every((one) => booked.has(spelled(one)));
}

/** What a year came to by our own accounts: revenues less expenses. Nothing is booked of it; the assembly decides. */
function YearResult({ kept, read, at }: { kept: Kept; read: ReadChart | null; at: PageAt }) {
  const { say } = at;
  const sums = new Map<string, bigint>();
  for (const { account, commodity, debit, credit } of kept.balance)
    if (isMoney(commodity) && isResult(ledger[account as Account]))
      sums.set(commodity, (sums.get(commodity) ?? 0n) + BigInt(credit) - BigInt(debit));
  const results = read?.chart.results;
  return (
    <>
      {[...sums].map(([commodity, sum]) => (
        <p>
          {say("books.year-result", {
            amount: amountOf(commodity, `${sum < 0n ? -sum : sum}`),
            unit: countedOf(commodity, say).unit,
            sign: sum < 0n ? "less" : "more",
          })}
        </p>
      ))}
      <p>
        {results === undefined
          ? say("books.result-nowhere")
          : say("books.result-carried", { code: results, name: read?.nameOf(results) ?? "" })}
      </p>
    </>
  );
}

function Group({ commodity, kept, at, read }: { commodity: string; kept: Kept; at: PageAt; read: ReadChart | null }) {
  const { say } = at;
  const counted = countedOf(commodity, say);
  const lines = kept.balance.filter((one) => one.commodity === commodity);
  const figure = (grains: bigint | string): ComponentChildren =>
    `${grains}` === "0" ? "" : say("value.figure", { value: amountOf(commodity, `${grains}`) });
  const sum = (of: "opening" | "debit" | "credit" | "closing"): bigint =>
    lines.reduce((all, one) => all + BigInt(one[of]), 0n);
  const sides = ["opening", "debit", "credit", "closing"] as const;
  return (
    <section>
      <h2>{counted.name}</h2>
      <div class="totalled">
        <Table
          label={counted.name}
          columns={[
            { head: say("ledger.account") },
            ...(read === null ? [] : [{ head: say("books.code") }]),
            ...sides.map((one) => ({ head: say(`books.${one}`), figures: true, unit: counted.unit })),
          ]}
          rows={[
            ...lines.map((one) => ({
              name: accountName(one.account, say),
              cells: [
                ...(read === null ? [] : [read.codeOf({ account: one.account, product: null, season: null })]),
                ...sides.map((side) => figure(one[side])),
              ],
            })),
            {
              name: say("ledger.sum"),
              cells: [...(read === null ? [] : [""]), ...sides.map((side) => figure(sum(side)))],
            },
          ]}
        />
      </div>
    </section>
  );
}
