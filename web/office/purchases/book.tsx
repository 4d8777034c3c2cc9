/** `/o/BOOK/purchases`: which purchases from growers are documented in this period, what was withheld, and does the ledger say the same? */
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { addDays, day as readDay, theDay } from "../../../kernel/time/index.ts";
import { ExportLinks } from "../../components/export-links.tsx";
import { DayField, fresh } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { personName, wordOr } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { money } from "./read.ts";

export const purchasesPage: BookPage = { path: "/o/:book/purchases", open };

type Texts<Names extends string> = Readonly<Record<Names, string>>;
/** What the view `purchase-book.list` answers. */
type Line = Texts<
  "document" | "number" | "line" | "on_day" | "currency" | "line_grain" | "grams" | "value" | "withheld"
> &
  Texts<"payable" | "found"> &
  Readonly<Record<"note" | "member_number" | "name" | "erased", string | null>>;
/** What the view `purchase-book.ties` answers. */
type Tie = Texts<"account" | "currency" | "line_grain" | "amount" | "by_statements" | "posted" | "ledger">;

/** The days asked for: of this month, unless said. */
function periodOf({ words, today }: PageAt): { readonly from: string; readonly until: string } {
  const month = today.slice(0, 7);
  const nextMonth = addDays(theDay(`${month}-28`), 4).slice(0, 7);
  const last = addDays(theDay(`${nextMonth}-01`), -1);
  return {
    from: readDay(words.get("from") ?? "") ?? `${month}-01`,
    until: readDay(words.get("until") ?? "") ?? last,
  };
}

async function open(at: PageAt): Promise<Result<Page>> {
  const { say } = at;
  const period = periodOf(at);
  const skip = Math.max(0, Number.parseInt(at.words.get("skip") ?? "0", 10) || 0);
  const found = await at.ask("purchase-book.list", { ...period, limit: 100, skip });
  if (!found.ok) return found;
  const ties = await at.ask("purchase-book.ties", period);
  if (!ties.ok) return ties;
  const lines = found.value.rows as readonly Line[];
  const total = Number(lines[0]?.found ?? "0");
  const filled = fresh(period);
  return done(
    formPage(at, {
      here: "settlements",
      asks: say("purchase.book-title"),
      about: say("purchase.book-why"),
      style: ["books"],
      children: (
        <div class="books">
          <p class="acts">
            {at.may("purchases.waiting", { currency: "XXX" }) ? (
              <a class="do" href={at.address("purchases/issue")}>
                {say("purchase.to-issue")}
              </a>
            ) : null}{" "}
            <a class="quiet" href={at.address("purchases/rules")}>
              {say("purchase.rules-title")}
            </a>
          </p>
          <Filter action={at.address("purchases")} narrowed={at.words.has("from") || at.words.has("until")}>
            <DayField name="from" label={say("purchase.from")} filled={filled} />
            <DayField name="until" label={say("purchase.until")} filled={filled} />
          </Filter>
          <Lines rows={lines} at={at} />
          {skip + lines.length < total ? (
            <a class="quiet" href={at.address("purchases", { ...period, skip: `${skip + lines.length}` })}>
              {say("list.next")}
            </a>
          ) : null}
          <Ties rows={ties.value.rows as readonly Tie[]} at={at} />
          <Files period={period} at={at} />
          <p class="soft">{say("purchase.not-sent")}</p>
        </div>
      ),
    }),
  );
}

function Lines({ rows, at }: { rows: readonly Line[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0)
    return (
      <Notice state="none" title={say("purchase.none")}>
        <p>{say("purchase.none-why")}</p>
      </Notice>
    );
  const cells = (one: Line) => {
    const of = (grains: string) => money(at, one.currency, one.line_grain, grains);
    return [
      say("value.day", { value: one.on_day }),
      [personName(one, say), one.member_number].filter((part) => part !== null).join(" · "),
      say("value.figure", { value: kilogramsOf(one.grams) }),
      of(one.value),
      of(one.withheld),
      of(one.payable),
    ];
  };
  return (
    <Table
      label={say("purchase.book-title")}
      columns={[
        { head: say("purchase.number") },
        { head: say("purchase.day") },
        { head: say("purchase.seller") },
        { head: say("purchase.kilos"), figures: true, unit: "kg" },
        { head: say("purchase.value"), figures: true },
        { head: say("purchase.withheld"), figures: true },
        { head: say("purchase.payable"), figures: true },
      ]}
      rows={rows.map((one) => ({
        name: (
          <a href={at.address(`purchases/documents/${one.document}`)}>
            {one.line === "issued" ? one.number : say("purchase.annulled-line", { number: one.number })}
          </a>
        ),
        cells: cells(one),
      }))}
    />
  );
}

/** Each tax account beside the ledger: the same figure twice, or a notice that is hard to overlook. */
function Ties({ rows, at }: { rows: readonly Tie[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0) return null;
  const isTied = rows.every((one) => one.posted === one.ledger);
  return (
    <section>
      <h2>{say("purchase.ties")}</h2>
      <Notice state={isTied ? "kept" : "broken"} title={say(isTied ? "purchase.tied" : "purchase.untied")} />
      <Table
        label={say("purchase.ties")}
        columns={[
          { head: say("purchase.account") },
          { head: say("purchase.by-documents"), figures: true },
          { head: say("purchase.in-ledger"), figures: true },
          { head: say("purchase.by-statements-head"), figures: true },
        ]}
        rows={rows.map((one) => ({
          name: wordOr("account", one.account, say),
          cells: [one.posted, one.ledger, one.by_statements].map((grains) =>
            money(at, one.currency, one.line_grain, grains),
          ),
        }))}
      />
    </section>
  );
}

function Files({ period, at }: { period: { readonly from: string; readonly until: string }; at: PageAt }) {
  const filesOf = (view: string) => ({
    xlsx: at.address(`export/${view}.xlsx`, period),
    csv: at.address(`export/${view}.csv`, period),
  });
  return (
    <section>
      <h2>{at.say("purchase.files")}</h2>
      <ExportLinks files={filesOf("purchase-book.list")} />
      {at.may("purchase-book.identified", period) ? (
        <>
          <p>{at.say("purchase.identified-why")}</p>
          <ExportLinks files={filesOf("purchase-book.identified")} />
        </>
      ) : null}
    </section>
  );
}
