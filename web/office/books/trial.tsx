/** `/o/BOOK/ledger/trial`: what did each account hold, what went in and out, what does it hold now, and does it add up? */
import type { ComponentChildren } from "preact";
import { done, type Result } from "../../../kernel/refusal.ts";
import { day, theDay } from "../../../kernel/time/index.ts";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import { DayField } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { amountOf, countedOf } from "../ledger-amount.ts";
import { booksPage, ReadBy } from "./frame.tsx";
import { type Trial, type TrialRow, trialAt } from "./trial-read.ts";

/** The trial balance. */
export const trialPage: BookPage = { path: "/o/:book/ledger/trial", open: drawn };

/** The days an address asks for: from the first of the year until today where it asks for none. */
export function daysAsked(at: PageAt): { readonly from: string; readonly until: string } {
  const until = day(at.words.get("until") ?? "") ?? theDay(at.today);
  const from = day(at.words.get("from") ?? "") ?? theDay(`${until.slice(0, 4)}-01-01`);
  return from <= until ? { from, until } : { from: until, until };
}

async function drawn(at: PageAt): Promise<Result<Page>> {
  const asked = daysAsked(at);
  const trial = await trialAt(at, asked);
  if (!trial.ok) return trial;
  const { say } = at;
  const { read, groups, even, carriedUntil } = trial.value;
  const filled = { typed: new URLSearchParams(asked), wrong: [] };
  const file = (ending: string): string => at.address(`ledger/file/trial.${ending}`, asked);
  return done(
    booksPage(at, {
      here: "trial",
      title: say("books.trial"),
      children: (
        <>
          <h1 class="speak">
            {say("books.trial-answer", { ...asked, even: groups.length === 0 ? "none" : even ? "yes" : "no" })}
          </h1>
          <ReadBy at={at} read={read} />
          <Filter action={at.address("ledger/trial")} narrowed={at.words.has("from")}>
            <DayField name="from" label={say("ledger.from")} filled={filled} />
            <DayField name="until" label={say("ledger.until")} filled={filled} />
          </Filter>
          <Carried trial={trial.value} at={at} />
          {groups.length === 0 ? <Notice state="none" title={say("ledger.none")} /> : null}
          {groups.map((group) => (
            <Group group={group} at={at} coded={read !== null} />
          ))}
          <p class="moves">
            <a class="quiet" href={file("xlsx")}>
              {say("books.as-workbook")}
            </a>
            <a class="quiet" href={file("csv")}>
              {say("books.as-sheet")}
            </a>
          </p>
          {carriedUntil === null ? null : <p class="small soft">{say("books.carried-how", { until: carriedUntil })}</p>}
        </>
      ),
    }),
  );
}

/** What became of the results of closed years: carried as the chart says, or plainly not. */
function Carried({ trial, at }: { trial: Trial; at: PageAt }) {
  const { say } = at;
  const { carriedUntil, read } = trial;
  if (carriedUntil === null || read === null) return null;
  const { results } = read.chart;
  return results === undefined ? (
    <Notice state="waiting" title={say("books.not-carried", { until: carriedUntil })} />
  ) : (
    <p>{say("books.carried", { until: carriedUntil, code: results, name: read.nameOf(results) })}</p>
  );
}

function Group({ group, at, coded }: { group: Trial["groups"][number]; at: PageAt; coded: boolean }) {
  const { say } = at;
  const counted = countedOf(group.commodity, say);
  const figure = (grains: bigint): ComponentChildren =>
    grains === 0n ? "" : say("value.figure", { value: amountOf(group.commodity, `${grains}`) });
  const amounts = ({ opening, debit, credit, closing }: TrialRow["amounts"]): ComponentChildren[] =>
    [opening, debit, credit, closing].map(figure);
  const heads = ["opening", "debit", "credit", "closing"].map((one) => ({
    head: say(`books.${one}`),
    figures: true,
    unit: counted.unit,
  }));
  return (
    <section>
      <h2>{counted.name}</h2>
      <div class="totalled">
        <Table
          label={counted.name}
          columns={[
            ...(coded ? [{ head: say("books.code") }, { head: say("books.their-name") }] : []),
            { head: say("ledger.account") },
            ...heads,
          ]}
          rows={[
            ...group.rows.map((row) => lineOf(row, group.commodity, at, amounts(row.amounts))),
            {
              name: say("ledger.sum"),
              cells: [
                ...(coded ? ["", group.even ? say("ledger.even") : say("ledger.uneven")] : []),
                ...amounts(group.total),
              ],
            },
          ]}
        />
      </div>
    </section>
  );
}

/** One line: their code and name first where there is a chart; our account leads to what is behind it. */
function lineOf(
  { code, name, account }: TrialRow,
  commodity: string,
  { address, say }: PageAt,
  amounts: readonly ComponentChildren[],
): { name: ComponentChildren; cells: readonly ComponentChildren[] } {
  const link = <a href={address("ledger/account", { account, commodity })}>{accountName(account, say)}</a>;
  return code === null ? { name: link, cells: amounts } : { name: code, cells: [name, link, ...amounts] };
}
