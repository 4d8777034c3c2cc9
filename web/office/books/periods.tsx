/** `/o/BOOK/ledger/periods`: which months and years are open in the accounts, which are closed, and with which balances? */
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import { isYear, periodDays, periodPattern } from "../../../rooms/book/rules/periods.ts";
import { trialByAccount } from "../../../rooms/book/rules/trial-balance.ts";
import { ChoiceField, type Filled, fresh } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { rowsOf } from "../read.ts";
import { booksPage } from "./frame.tsx";
import { trialSums } from "./trial-read.ts";

/** A row of the view `accounting.periods`. */
export type Period = Readonly<Record<"period" | "first_day" | "last_day" | "opened_on", string>> &
  Readonly<Record<"closed_on" | "name", string | null>>;

const path = "/o/:book/ledger/periods";

/** The list, with what can be opened and closed. */
export const periodsPage: BookPage = { path, open: (at) => drawn(at, null) };
/** Opens one, or closes one. */
export const periodsForm: BookForm = { path, post: posted };

/** The name of a period as people say it: "septiembre de 2026", "2026". */
export const periodName = (period: string, at: Pick<PageAt, "say">): string =>
  isYear(period) ? at.say("books.year", { year: period }) : at.say("value.day", { value: period });

type Typed = { readonly kind: "open" | "close"; readonly filled: Filled };

async function drawn(at: PageAt, typed: Typed | null): Promise<Result<Page>> {
  const found = await at.ask("accounting.periods");
  if (!found.ok) return found;
  const periods = found.value.rows as readonly Period[];
  const { say } = at;
  const closed = await rowsOf<{ readonly closed_until: string }>(at, "accounting.closed");
  const closedUntil = closed?.[0]?.closed_until ?? null;
  const mayChange = at.powers.has("close-accounting-day");
  const open = periods.filter((one) => one.closed_on === null);
  return done(
    booksPage(at, {
      here: "periods",
      title: say("books.periods"),
      children: (
        <>
          <h1 class="speak">
            {say("books.periods-answer", { open: String(open.length), closed: String(periods.length - open.length) })}
          </h1>
          <p class="soft">{say("books.periods-why")}</p>
          {closedUntil === null ? null : <p>{say("books.days-until", { until: closedUntil })}</p>}
          {periods.length === 0 ? (
            <Notice state="none" title={say("books.no-periods")} />
          ) : (
            <List periods={periods} at={at} />
          )}
          {mayChange ? <Close at={at} open={open} typed={typed} /> : null}
          {mayChange ? <Open at={at} periods={periods} closedUntil={closedUntil} typed={typed} /> : null}
        </>
      ),
    }),
  );
}

function List({ periods, at }: { periods: readonly Period[]; at: PageAt }) {
  const { say } = at;
  return (
    <Table
      label={say("books.periods")}
      columns={[
        { head: say("books.period") },
        { head: say("books.state") },
        { head: say("books.later") },
        { head: say("books.balance-kept") },
      ]}
      rows={periods.map((one) => ({
        name: periodName(one.period, at),
        cells: [
          one.closed_on === null
            ? say("books.is-open", { since: one.opened_on })
            : say("books.is-closed", { on: one.closed_on, name: one.name ?? say("members.name-unknown") }),
          <a
            href={at.address("ledger/entries", {
              from: addDays(theDay(one.last_day), 1),
              until: at.today > one.last_day ? at.today : addDays(theDay(one.last_day), 1),
              only: "earlier",
            })}
          >
            {say("books.see-later")}
          </a>,
          one.closed_on === null ? (
            "–"
          ) : (
            <a href={at.address(`ledger/periods/${one.period}`)}>{say("books.see-balance")}</a>
          ),
        ],
      }))}
    />
  );
}

function Close({ at, open, typed }: { at: PageAt; open: readonly Period[]; typed: Typed | null }) {
  const { say } = at;
  if (open.length === 0) return null;
  const choices = [...open].reverse().map(({ period }) => ({ value: period, says: periodName(period, at) }));
  return (
    <section>
      <h2>{say("books.close")}</h2>
      <p class="soft">{say("books.close-why")}</p>
      <ActForm
        action={at.address("ledger/periods")}
        act={at.newAct()}
        filled={typed?.kind === "close" ? typed.filled : fresh()}
        named={["period"]}
        submit={say("books.close-do")}
        grave
      >
        <input type="hidden" name="do" value="close" />
        <ChoiceField name="period" label={say("books.period")} choices={choices} filled={typed?.filled ?? fresh()} />
      </ActForm>
    </section>
  );
}

function Open(props: { at: PageAt; periods: readonly Period[]; closedUntil: string | null; typed: Typed | null }) {
  const { at } = props;
  const { say } = at;
  const choices = nextPeriods(at.today, props.periods, props.closedUntil).map((value) => ({
    value,
    says: periodName(value, at),
  }));
  if (choices.length === 0) return null;
  const filled = props.typed?.kind === "open" ? props.typed.filled : fresh();
  return (
    <section>
      <h2>{say("books.open")}</h2>
      <ActForm
        action={at.address("ledger/periods")}
        act={at.newAct()}
        filled={filled}
        named={["opened", "period"]}
        submit={say("books.open-do")}
      >
        <input type="hidden" name="do" value="open" />
        <ChoiceField name="opened" label={say("books.period")} choices={choices} filled={filled} tells={["period"]} />
      </ActForm>
    </section>
  );
}

/** What may be opened next: after what is there the one that follows it, else any month of this year that is not all closed. */
function nextPeriods(today: string, periods: readonly Period[], closedUntil: string | null): readonly string[] {
  const following = (years: boolean): readonly string[] => {
    const same = periods.filter((one) => isYear(one.period) === years).map((one) => one.last_day);
    const last = same.reduce<string | null>((latest, one) => (latest === null || one > latest ? one : latest), null);
    if (last !== null) return [addDays(theDay(last), 1).slice(0, years ? 4 : 7)];
    const year = today.slice(0, 4);
    return years ? [year] : Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`);
  };
  return [...following(false), ...following(true)].filter(
    (period) => closedUntil === null || periodDays(period).last > closedUntil,
  );
}

async function posted(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const isOpening = form.text("do") === "open";
  const period = form.text(isOpening ? "opened" : "period");
  const again = (wrong: readonly Refusal[]) =>
    drawn(at, { kind: isOpening ? "open" : "close", filled: { typed: form.typed, wrong } });
  if (!periodPattern.test(period)) {
    form.readText(isOpening ? "opened" : "period");
    return again(form.wrong);
  }
  const spoken = isOpening ? await at.speak("accounting-period.open", { period }) : await closed(at, period);
  if (!("outcome" in spoken)) return spoken;
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address("ledger/periods"), told: isOpening ? "period-opened" : "period-closed" });
}

/** Closes the days that are open still; from then on nothing in them changes, and their balance is what is said and kept. */
async function closed(at: FormAt, period: string): ReturnType<FormAt["speak"]> {
  const { first, last } = periodDays(period);
  const known = await at.ask("accounting.closed");
  const until = known.ok ? (known.value.rows[0]?.closed_until as string | undefined) : undefined;
  if (until === undefined || until < last) {
    const days = await at.speak("accounting-day.close", { until: last });
    if (days.outcome === "refused" || days.waitsUntil !== undefined) return days;
  }
  const sums = await trialSums(at, { from: first, until: last });
  if (!sums.ok) return { outcome: "refused", refusals: [sums.refusal] };
  const balance = trialByAccount(sums.value).map(({ name, commodity, opening, debit, credit, closing }) => ({
    account: name,
    commodity,
    opening: `${opening}`,
    debit: `${debit}`,
    credit: `${credit}`,
    closing: `${closing}`,
  }));
  return at.speak("accounting-period.close", { period, balance });
}
