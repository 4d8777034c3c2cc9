/** `/o/BOOK/ledger/stock`: how much lies in store at the end of a day, whose is it, and what did it cost? */
import type { ExportTable } from "../../../exchange/export/table.ts";
import { commodityParts } from "../../../kernel/ledger/commodity.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { day } from "../../../kernel/time/index.ts";
import { type Cost, type StockRule, stockRules, stockValue } from "../../../rooms/book/rules/stock-value.ts";
import { ChoiceField, DayField } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import { exactOf } from "../../desk/listed.ts";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { amountOf, countedOf } from "../ledger-amount.ts";
import { booksPage } from "./frame.tsx";

/** The stock and its value. */
export const stockPage: BookPage = { path: "/o/:book/ledger/stock", open: drawn };

type StockRow = Readonly<Record<"commodity" | "amount", string>> &
  Readonly<Record<"season" | "place", string | null>> & { readonly own: boolean };
type CostRow = Readonly<
  Record<
    | "product"
    | "currency"
    | "line_grain"
    | "value"
    | "net_grams"
    | "last_value"
    | "last_grams"
    | "last_number"
    | "last_day",
    string
  >
>;

/** One line of the stock; `value` null where it is not ours, or nothing says what it cost. */
export type StockLine = StockRow & {
  readonly value: bigint | null;
  readonly currency: string | null;
  readonly line: string | null;
};

/** The day and the rule that an address asks for. */
const askedAt = (at: PageAt): { readonly until: string; readonly rule: StockRule } => ({
  until: day(at.words.get("until") ?? "") ?? at.today,
  rule: stockRules.find((one) => one === at.words.get("rule")) ?? "average",
});

/** The stock of a day, each line with its value by the rule. */
export async function stockAt(
  at: PageAt,
): Promise<Result<{ readonly lines: readonly StockLine[]; readonly costs: readonly CostRow[] }>> {
  const { until, rule } = askedAt(at);
  const [stock, costs] = [await at.ask("ledger.stock", { until }), await at.ask("ledger.costs", { until })];
  if (!stock.ok) return stock;
  if (!costs.ok) return costs;
  const known = costs.value.rows as readonly CostRow[];
  const lines = (stock.value.rows as readonly StockRow[]).map((row): StockLine => {
    const product = commodityParts(row.commodity)?.what ?? "";
    const bought = known.filter((one) => one.product === product);
    // Bought in two currencies, a kilo has no one cost.
    const cost = row.own && bought.length === 1 ? (bought[0] ?? null) : null;
    const value = cost === null ? null : stockValue(BigInt(row.amount), costBy(cost, rule));
    return { ...row, value, currency: cost?.currency ?? null, line: cost?.line_grain ?? null };
  });
  return done({ lines, costs: known });
}

const costBy = (row: CostRow, rule: StockRule): Cost =>
  rule === "last"
    ? { value: BigInt(row.last_value), grams: BigInt(row.last_grams) }
    : { value: BigInt(row.value), grams: BigInt(row.net_grams) };

/** What the values come to, by currency. */
export function worthOf(lines: readonly StockLine[]): ReadonlyMap<string, { line: string; sum: bigint }> {
  const sums = new Map<string, { line: string; sum: bigint }>();
  for (const { value, currency, line } of lines)
    if (value !== null && currency !== null && line !== null)
      sums.set(currency, { line, sum: (sums.get(currency)?.sum ?? 0n) + value });
  return sums;
}

async function drawn(at: PageAt): Promise<Result<Page>> {
  const found = await stockAt(at);
  if (!found.ok) return found;
  const { say } = at;
  const asked = askedAt(at);
  const { lines, costs } = found.value;
  const file = (ending: string): string => at.address(`ledger/file/stock.${ending}`, asked);
  const filled = { typed: new URLSearchParams(asked), wrong: [] };
  const money = (value: bigint, line: string, currency: string): string =>
    say("value.money", { value: exactOf(`${value}`, line), currency });
  const unvalued = lines.some((one) => one.own && one.value === null);
  return done(
    booksPage(at, {
      here: "stock",
      title: say("books.stock"),
      children: (
        <>
          <h1 class="speak">{say("books.stock-answer", { until: asked.until })}</h1>
          {[...worthOf(lines)].map(([currency, { line, sum }]) => (
            <p>
              <b>{money(sum, line, currency)}</b> {say(`books.rule-${asked.rule}`)}
            </p>
          ))}
          <Filter action={at.address("ledger/stock")} narrowed={at.words.has("until")}>
            <DayField name="until" label={say("books.end-of")} filled={filled} />
            <ChoiceField
              name="rule"
              label={say("books.rule")}
              filled={filled}
              choices={stockRules.map((value) => ({ value, says: say(`books.rule-is-${value}`) }))}
            />
          </Filter>
          {lines.length === 0 ? (
            <Notice state="none" title={say("books.no-stock")} />
          ) : (
            <Table
              label={say("books.stock")}
              columns={[
                { head: say("books.product") },
                { head: say("books.season") },
                { head: say("ledger.place") },
                { head: say("books.whose") },
                { head: say("books.quantity"), figures: true },
                { head: say("books.value"), figures: true },
              ]}
              rows={lines.map((one) => {
                const { name, unit } = countedOf(one.commodity, say);
                return {
                  name,
                  cells: [
                    one.season ?? "–",
                    one.place ?? "–",
                    say(one.own ? "books.ours" : "books.theirs"),
                    say("ledger.figure", { value: amountOf(one.commodity, one.amount), unit }),
                    one.value === null || one.line === null || one.currency === null
                      ? say(one.own ? "books.not-valued" : "books.not-ours")
                      : money(one.value, one.line, one.currency),
                  ],
                };
              })}
            />
          )}
          {unvalued ? <p class="soft">{say("books.not-valued-why")}</p> : null}
          <Costs costs={costs} at={at} />
          <p class="moves">
            <a class="quiet" href={file("xlsx")}>
              {say("books.as-workbook")}
            </a>
            <a class="quiet" href={file("csv")}>
              {say("books.as-sheet")}
            </a>
          </p>
        </>
      ),
    }),
  );
}

/** What each product cost: what the values stand on, so that they can be worked out again. */
function Costs({ costs, at }: { costs: readonly CostRow[]; at: PageAt }) {
  const { say } = at;
  if (costs.length === 0) return null;
  const said = (row: CostRow, value: string, grams: string) => ({
    value: exactOf(value, row.line_grain),
    currency: row.currency,
    kilograms: amountOf("goods:any:g", grams),
    product: countedOf(`goods:${row.product}:g`, say).name,
    number: row.last_number,
    day: row.last_day,
  });
  return (
    <section>
      <h2>{say("books.costs")}</h2>
      <ul>
        {costs.flatMap((row) => [
          <li>{say("books.cost-average", said(row, row.value, row.net_grams))}</li>,
          <li>{say("books.cost-last", said(row, row.last_value, row.last_grams))}</li>,
        ])}
      </ul>
      <p class="small soft">{say("books.costs-how")}</p>
    </section>
  );
}

/** The stock as a table for a file. */
export async function stockTable(at: PageAt): Promise<Result<ExportTable>> {
  const found = await stockAt(at);
  if (!found.ok) return found;
  const { say } = at;
  const text = (head: string) => ({ head: say(head), kind: "text" as const });
  const number = (head: string) => ({ head: say(head), kind: "number" as const });
  return done({
    name: say("books.stock"),
    columns: [
      ...[text("books.product"), text("books.season"), text("ledger.place"), text("books.whose")],
      ...[
        number("books.quantity"),
        text("books.unit"),
        number("books.value"),
        text("books.currency"),
        text("books.rule"),
      ],
    ],
    rows: found.value.lines.map((one) => {
      const { name, unit } = countedOf(one.commodity, say);
      const valued = one.value !== null && one.line !== null;
      return [
        ...[name, one.season ?? "", one.place ?? "", say(one.own ? "books.ours" : "books.theirs")],
        ...[amountOf(one.commodity, one.amount), unit],
        valued ? exactOf(`${one.value}`, one.line ?? "1") : "",
        one.currency ?? "",
        valued ? say(`books.rule-is-${askedAt(at).rule}`) : "",
      ];
    }),
  });
}
