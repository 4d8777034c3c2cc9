/** What the page of issuing draws: the choice of series and statements, what each document would say, how far the work is, who is held. */
import type { Refusal } from "../../../kernel/refusal.ts";
import { ChoiceField, DayField, type Filled, fresh } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import { sentenceInWords } from "../../language/sentence.ts";
import type { Preview, WaitingRow, Wanted } from "./issue.tsx";
import type { HeldSeller, Progress } from "./job.ts";
import { money, type SeriesRow } from "./read.ts";

const nameOf = (one: { readonly name: string | null; readonly member_number: string | null }, at: PageAt): string =>
  [personName(one, at.say), one.member_number].filter((part) => part !== null).join(" · ");

/** A closed settlement that can be chosen. */
export type Settlement = { readonly settlement: string; readonly title: string };
type ChoosingProps = {
  documents: readonly SeriesRow[];
  settlements: readonly Settlement[];
  wanted: Wanted | null;
  at: PageAt;
};

export function Choosing({ documents, settlements, wanted, at }: ChoosingProps) {
  const { say } = at;
  const filled = fresh({
    series: wanted?.series ?? "",
    settlement: wanted?.settlement ?? "",
    from: wanted?.from ?? "",
    until: wanted?.until ?? "",
  });
  const choices = documents.map((one) => ({
    value: one.series,
    says: say("purchase.series-left", {
      prefix: one.prefix,
      left: `${BigInt(one.last_number) - BigInt(one.first_number) + 1n - BigInt(one.used)}`,
    }),
  }));
  return (
    <Filter
      action={at.address("purchases/issue")}
      narrowed={[wanted?.settlement, wanted?.from, wanted?.until].some((one) => one !== undefined)}
    >
      <ChoiceField name="series" label={say("purchase.series")} choices={choices} filled={filled} />
      <ChoiceField
        name="settlement"
        label={say("purchase.settlement")}
        choices={settlements.map((one) => ({ value: one.settlement, says: one.title }))}
        none={say("purchase.every-settlement")}
        filled={filled}
        optional
      />
      <DayField name="from" label={say("purchase.closed-from")} filled={filled} optional />
      <DayField name="until" label={say("purchase.closed-until")} filled={filled} optional />
    </Filter>
  );
}

/** How far the work is, said and drawn. */
export function Working({ progress, at }: { progress: Progress; at: PageAt }) {
  const { issued, proposed, held, total, isDone } = progress;
  const taken = issued + proposed + held.length;
  const facts = { issued: `${issued}`, proposed: `${proposed}`, held: `${held.length}`, total: `${total}` };
  return (
    <Notice
      state={isDone ? "kept" : "waiting"}
      title={at.say(isDone ? "purchase.work-done" : "purchase.working", { ...facts, taken: `${taken}` })}
    >
      <p>
        <progress value={taken} max={Math.max(1, total)} aria-label={at.say("purchase.working-label")} />
      </p>
      {proposed === 0 ? null : <p>{at.say("purchase.work-proposed", facts)}</p>}
    </Notice>
  );
}

const Reasons = ({ of, at }: { of: readonly Pick<Refusal, "code" | "facts">[]; at: PageAt }) => (
  <>
    {of.map((one) => (
      <div>{sentenceInWords(one, at.say)}</div>
    ))}
  </>
);

export function HeldSellers({ held, at }: { held: readonly HeldSeller[]; at: PageAt }) {
  const { say } = at;
  if (held.length === 0) return null;
  return (
    <section>
      <h2>{say("purchase.held-title")}</h2>
      <Table
        label={say("purchase.held-title")}
        columns={[{ head: say("purchase.seller") }, { head: say("purchase.reason") }]}
        rows={held.map((one) => ({
          name: <a href={at.address(`members/${one.agent}/taxpayer`)}>{nameOf(one, at)}</a>,
          cells: [<Reasons of={one.reasons} at={at} />],
        }))}
      />
    </section>
  );
}

type PreviewsProps = {
  rows: readonly WaitingRow[];
  previews: readonly Preview[];
  wanted: Wanted;
  at: PageAt;
};

export function Previews({ rows, previews, wanted, at }: PreviewsProps) {
  const { say } = at;
  if (rows.length === 0)
    return (
      <Notice state="none" title={say("purchase.none-waiting")}>
        <p>{say("purchase.none-waiting-why")}</p>
      </Notice>
    );
  return (
    <section>
      <h2>{say("purchase.waiting-title", { found: rows[0]?.found ?? "0" })}</h2>
      <Table
        label={say("purchase.issue-title")}
        columns={[
          { head: say("purchase.seller") },
          { head: say("purchase.statements"), figures: true },
          { head: say("purchase.value"), figures: true },
          { head: say("purchase.withheld"), figures: true },
          { head: say("purchase.payable"), figures: true },
          { head: say("purchase.state") },
        ]}
        rows={rows.map((row, at_) => {
          const found = previews[at_];
          const of = (grains: string) => money(at, row.currency, row.line_grain, grains);
          const isReady = found !== undefined && found.wrong.length === 0;
          return {
            name: <a href={at.address(`members/${row.agent}/taxpayer`)}>{nameOf(row, at)}</a>,
            cells: [
              `${row.statements.length}`,
              of(row.value),
              isReady ? of(found.withheld) : "",
              isReady ? of(found.payable) : "",
              found === undefined ? "" : <State found={found} row={row} wanted={wanted} at={at} />,
            ],
          };
        })}
      />
    </section>
  );
}

/** Ready, held and why, or paid before: then it can be issued by itself, as a question to the treasurer. */
function State({ found, row, wanted, at }: { found: Preview; row: WaitingRow; wanted: Wanted; at: PageAt }) {
  const { say } = at;
  if (found.wrong.length > 0) return <Reasons of={found.wrong} at={at} />;
  if (found.unresolved === "0" || found.unresolved.startsWith("-")) return <>{say("purchase.ready")}</>;
  return (
    <>
      <div>{say("purchase.paid-before", { amount: money(at, row.currency, row.line_grain, found.unresolved) })}</div>
      {at.powers.has("pay") ? (
        <form method="post" action={at.address("purchases/issue")}>
          <input type="hidden" name="act" value={at.newAct()} />
          <input type="hidden" name="do" value="one" />
          <input type="hidden" name="afterPayment" value="on" />
          <input type="hidden" name="series" value={wanted.series} />
          <input type="hidden" name="statements" value={row.statements.join(",")} />
          <button class="do" type="submit">
            {say("purchase.issue-anyway")}
          </button>
        </form>
      ) : null}
    </>
  );
}

export function AllForm({ wanted, total, filled, at }: { wanted: Wanted; total: string; filled: Filled; at: PageAt }) {
  const words = Object.entries(wanted) as readonly (readonly [string, string])[];
  return (
    <ActForm
      action={at.address("purchases/issue")}
      act={at.newAct()}
      filled={filled}
      named={[]}
      submit={at.say("purchase.issue-all", { total })}
      grave
    >
      <p>{at.say("purchase.issue-all-why")}</p>
      <input type="hidden" name="do" value="all" />
      {words.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </ActForm>
  );
}
