/** What does each account hold? The balances, closing of days, and the journal to take along. */
import type { ComponentChildren } from "preact";
import { type Account, chart } from "../../kernel/ledger/chart.ts";
import { accountName } from "../../rooms/settlement/pages/people.tsx";
import { DayField, type Filled, TextField } from "../components/fields.tsx";
import { Filter } from "../components/filter.tsx";
import { ActForm } from "../components/form.tsx";
import { type Frame, OfficeFrame } from "../components/frames.tsx";
import { Notice } from "../components/notice.tsx";
import { Sentence, Speaking, useSay } from "../components/speaking.tsx";
import { Table } from "../components/table.tsx";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import type { Counted } from "./ledger-amount.ts";

/** What one account holds: its figure without sign, and on which side it stands. */
export type BalanceRow = {
  readonly account: string;
  readonly figure: string;
  readonly side: "debit" | "credit" | "none";
  readonly href: string;
};

/** All balances of one commodity; debits and credits come to the same, or the book is broken. */
export type BalanceGroup = {
  readonly counted: Counted;
  readonly rows: readonly BalanceRow[];
  readonly debits: string;
  readonly credits: string;
  readonly even: boolean;
};

export type LedgerProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly groups: readonly BalanceGroup[];
  readonly even: boolean;
  readonly filter: { readonly action: string; readonly filled: Filled; readonly narrowed: boolean };
  readonly closed: { readonly until: string; readonly on: string; readonly name: string | null } | null;
  readonly close: { readonly act: string; readonly filled: Filled } | null;
  readonly journal: { readonly action: string; readonly filled: Filled };
  readonly sheet: string;
  /** The ways to the books: trial balance, journal by codes, stock, periods, chart. */
  readonly ways: ComponentChildren;
};

const root = (account: string, say: Say): string => say(`ledger.root.${chart[account as Account] ?? "equity"}`);

function Group({ group }: { group: BalanceGroup }) {
  const say = useSay();
  const { counted } = group;
  const figure = (value: string): ComponentChildren => say("value.figure", { value });
  return (
    <section>
      <h2>{counted.name}</h2>
      <div class="totalled">
        <Table
          label={counted.name}
          columns={[
            { head: say("ledger.account") },
            { head: say("ledger.kind") },
            { head: say("ledger.debit"), figures: true, unit: counted.unit },
            { head: say("ledger.credit"), figures: true, unit: counted.unit },
          ]}
          rows={[
            ...group.rows.map((row) => ({
              name: <a href={row.href}>{accountName(row.account, say)}</a>,
              cells: [
                root(row.account, say),
                row.side === "credit" ? "–" : figure(row.figure),
                row.side === "credit" ? figure(row.figure) : "–",
              ],
            })),
            {
              name: say("ledger.sum"),
              cells: [
                group.even ? say("ledger.even") : say("ledger.uneven"),
                figure(group.debits),
                figure(group.credits),
              ],
            },
          ]}
        />
      </div>
    </section>
  );
}

function Closing({ props }: { props: LedgerProps }) {
  const say = useSay();
  const { closed, close } = props;
  return (
    <section>
      <h2>{say("ledger.days")}</h2>
      <p>
        {closed === null
          ? say("ledger.never-closed")
          : say("ledger.closed", {
              until: closed.until,
              on: closed.on,
              name: closed.name ?? say("members.name-unknown"),
            })}
      </p>
      {close === null ? null : (
        <ActForm
          action={props.filter.action}
          act={close.act}
          filled={close.filled}
          named={["until"]}
          submit={say("ledger.close-days")}
          grave
        >
          <DayField
            name="until"
            label={say("ledger.close-until")}
            hint={say("ledger.close-hint")}
            filled={close.filled}
          />
        </ActForm>
      )}
    </section>
  );
}

function Journal({ journal, sheet }: Pick<LedgerProps, "journal" | "sheet">) {
  const say = useSay();
  return (
    <section>
      <h2>{say("ledger.journal")}</h2>
      <p class="soft">{say("ledger.journal-why")}</p>
      <Filter action={journal.action} narrowed={false} submit={say("ledger.journal-take")}>
        <DayField name="from" label={say("ledger.from")} filled={journal.filled} tells={["journal"]} />
        <DayField name="until-day" label={say("ledger.until")} filled={journal.filled} />
      </Filter>
      <a class="quiet" href={sheet}>
        {say("ledger.balances-sheet")}
      </a>
    </section>
  );
}

function Body({ props }: { props: LedgerProps }) {
  const say = useSay();
  const accounts = props.groups.reduce((sum, one) => sum + one.rows.length, 0);
  const { filter } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="ledger">
      <h1 class="speak">
        <Sentence of="ledger.answer" values={{ accounts: String(accounts), even: props.even ? "yes" : "no" }} />
      </h1>
      {props.ways}
      <Filter action={filter.action} narrowed={filter.narrowed}>
        <TextField
          name="month"
          label={say("ledger.month")}
          hint={say("ledger.month-hint")}
          filled={filter.filled}
          size="short"
          optional
        />
      </Filter>
      {props.groups.length === 0 ? (
        <Notice state="none" title={say("ledger.none")}>
          <p>{say("ledger.none-why")}</p>
        </Notice>
      ) : (
        props.groups.map((group) => <Group group={group} />)
      )}
      <Journal journal={props.journal} sheet={props.sheet} />
      <Closing props={props} />
    </OfficeFrame>
  );
}

/** The page. */
export const ledgerPage = (props: LedgerProps, say: Say): Page => ({
  title: `${say("place.ledger")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money", "books"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
