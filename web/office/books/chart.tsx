/** `/o/BOOK/ledger/chart`: by which codes and names of our own do we read the accounts, and where does each account of the book go? */
import { chart as ledger } from "../../../kernel/ledger/chart.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import type { ChartOfAccounts, ChartPlace } from "../../../rooms/book/rules/chart-of-accounts.ts";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import { productName } from "../../../rooms/settlement/pages/statement-words.ts";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { ChartForms, type ChartTyped } from "./chart-forms.tsx";
import { chartsAt, type ReadChart } from "./charts.ts";
import { booksPage } from "./frame.tsx";

/** The chart in force. */
export const chartPage: BookPage = { path: "/o/:book/ledger/chart", open: (at) => drawChart(at, null) };

/** A season as it can be chosen. */
export type SeasonChoice = { readonly agreement: string; readonly product: string; readonly season: string };

/** Seasons the book knows: to split an account by them. */
export async function seasonChoices(at: Pick<PageAt, "ask">): Promise<readonly SeasonChoice[]> {
  const found = await at.ask("seasons.list", { limit: 100 });
  return found.ok
    ? found.value.rows.map((row) => ({
        agreement: String(row.agreement),
        product: String(row.product),
        season: String(row.season),
      }))
    : [];
}

/** Draws the page; `typed` is what a form of it could not take. */
export async function drawChart(at: PageAt, typed: ChartTyped | null): Promise<Result<Page>> {
  const found = await at.ask("chart.versions");
  if (!found.ok) return found;
  const charts = await chartsAt(at);
  const read = charts.on(at.today);
  const seasons = await seasonChoices(at);
  const { say } = at;
  return done(
    booksPage(at, {
      here: "chart",
      title: say("books.chart"),
      children: (
        <>
          <h1 class="speak">
            {read === null
              ? say("books.no-chart")
              : say("books.chart-answer", {
                  title: read.chart.title,
                  accounts: String(read.chart.accounts.length),
                  since: read.since,
                })}
          </h1>
          <p class="soft">{say("books.chart-why")}</p>
          {read === null ? null : <Shown read={read} at={at} seasons={seasons} />}
          {at.powers.has("close-accounting-day") ? (
            <ChartForms at={at} read={read} seasons={seasons} typed={typed} />
          ) : null}
        </>
      ),
    }),
  );
}

/** Who checked it and where its codes come from, its accounts, and what of ours has no place of its own. */
function Shown({ read, at, seasons }: { read: ReadChart; at: PageAt; seasons: readonly SeasonChoice[] }) {
  const { say } = at;
  const { chart } = read;
  const unplaced = Object.keys(ledger).filter(
    (account) =>
      !chart.places.some((one) => one.account === account && one.product === undefined && one.season === undefined),
  );
  return (
    <>
      {chart.checkedBy === undefined ? (
        <Notice state="waiting" title={say("books.unchecked")}>
          {chart.source === undefined ? null : <p>{say("books.source", { source: chart.source })}</p>}
        </Notice>
      ) : (
        <p class="soft">
          {say("books.checked-by", { name: chart.checkedBy })}{" "}
          {chart.source === undefined ? null : say("books.source", { source: chart.source })}
        </p>
      )}
      <ChartTable chart={chart} at={at} seasons={seasons} nameOf={(code) => read.nameOf(code)} />
      {unplaced.length === 0 ? null : (
        <p>
          {say("books.unplaced", {
            accounts: unplaced.map((one) => accountName(one, say)).join(", "),
            code: chart.otherwise,
            name: read.nameOf(chart.otherwise),
          })}
        </p>
      )}
      <p class="moves">
        <a class="quiet" href={at.address("ledger/file/chart.xlsx")}>
          {say("books.as-workbook")}
        </a>
        <a class="quiet" href={at.address("ledger/file/chart.csv")}>
          {say("books.as-sheet")}
        </a>
      </p>
    </>
  );
}

/** The accounts of a chart with what they take, in words. */
export function ChartTable(props: {
  chart: Pick<ChartOfAccounts, "accounts" | "places" | "otherwise" | "results">;
  at: PageAt;
  seasons: readonly SeasonChoice[];
  nameOf: (code: string) => string;
}) {
  const { chart, at } = props;
  const { say } = at;
  const taken = (code: string): string =>
    [
      ...chart.places.filter((one) => one.code === code).map((one) => placeInWords(one, at, props.seasons)),
      ...(chart.otherwise === code ? [say("books.takes-otherwise")] : []),
      ...(chart.results === code ? [say("books.takes-results")] : []),
    ].join("; ");
  return (
    <Table
      label={say("books.chart")}
      columns={[
        { head: say("books.code") },
        { head: say("books.their-name") },
        { head: say("books.kind") },
        { head: say("books.takes") },
      ]}
      rows={chart.accounts.map(({ code, kind }) => ({
        name: code,
        cells: [props.nameOf(code), say(`books.kind.${kind}`), taken(code) || "–"],
      }))}
    />
  );
}

/** "Purchases from producers: coffee, season 2026". */
function placeInWords(
  { account, product, season }: ChartPlace,
  { say }: PageAt,
  seasons: readonly SeasonChoice[],
): string {
  const of = seasons.find((one) => one.agreement === season);
  return say("books.place", {
    account: accountName(account, say),
    only: `${product === undefined ? "" : "product"}${season === undefined ? "" : "season"}`,
    product: product === undefined ? "" : productName(product, say),
    season: of === undefined ? (season ?? "") : `${of.season} (${productName(of.product, say)})`,
  });
}
