/** One account: what went in and out, and what was there after each. One entry: what it books, and why. One person's accounts. */
import type { ComponentChildren } from "preact";
import { accountName } from "../../rooms/settlement/pages/people.tsx";
import { DayField, type Filled, TextField } from "../components/fields.tsx";
import { Filter } from "../components/filter.tsx";
import { type Frame, OfficeFrame } from "../components/frames.tsx";
import { Notice } from "../components/notice.tsx";
import { Sentence, Speaking, useSay } from "../components/speaking.tsx";
import { Table } from "../components/table.tsx";
import { wordOr } from "../language/names.ts";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import type { Counted } from "./ledger-amount.ts";

/** One posting: its day, why it was booked, of whom, and the balance after it. Figures carry their sign. */
export type PostingRow = {
  readonly booked: string;
  readonly happened: string;
  readonly because: string;
  readonly who: string | null;
  readonly place: string | null;
  readonly amount: string;
  readonly balance: string;
  readonly href: string;
};

export type AccountProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly account: string;
  readonly counted: Counted;
  readonly balance: string;
  readonly of: string | null;
  readonly filter: {
    readonly action: string;
    readonly kept: Readonly<Record<string, string>>;
    readonly filled: Filled;
    readonly narrowed: boolean;
  };
  readonly rows: readonly PostingRow[];
  readonly next: string | null;
  readonly first: string | null;
  readonly sheet: string;
  readonly back: string;
};

/** Why something was booked, in words. */
export const becauseOf = (code: string, say: Say): string => wordOr("because", code, say);

function Postings({ props }: { props: AccountProps }) {
  const say = useSay();
  const { counted } = props;
  const day = (value: string): ComponentChildren => <span class="nb">{say("value.day", { value })}</span>;
  return (
    <Table
      label={accountName(props.account, say)}
      columns={[
        { head: say("ledger.why") },
        { head: say("ledger.booked") },
        { head: say("ledger.who") },
        { head: say("ledger.place") },
        { head: say("ledger.amount"), figures: true, unit: counted.unit },
        { head: say("ledger.balance"), figures: true, unit: counted.unit },
      ]}
      rows={props.rows.map((row) => ({
        name: <a href={row.href}>{becauseOf(row.because, say)}</a>,
        cells: [
          row.booked === row.happened ? (
            day(row.booked)
          ) : (
            <>
              {day(row.booked)} <span class="small soft">{say("ledger.happened", { day: row.happened })}</span>
            </>
          ),
          row.who ?? "–",
          row.place ?? "–",
          say("value.figure", { value: row.amount }),
          say("value.figure", { value: row.balance }),
        ],
      }))}
    />
  );
}

function AccountBody({ props }: { props: AccountProps }) {
  const say = useSay();
  const { filter } = props;
  const name = accountName(props.account, say);
  return (
    <OfficeFrame frame={props.frame} skipTo="account">
      <a class="quiet" href={props.back}>
        {say("ledger.back")}
      </a>
      <h1 class="speak">
        <Sentence
          of={props.of === null ? "ledger.account-answer" : "ledger.account-answer-of"}
          values={{ account: name, balance: props.balance, unit: props.counted.unit, who: props.of ?? "" }}
        />
      </h1>
      <Filter action={filter.action} kept={filter.kept} narrowed={filter.narrowed}>
        <DayField name="from" label={say("ledger.from")} filled={filter.filled} optional />
        <DayField name="until" label={say("ledger.until")} filled={filter.filled} optional />
        <TextField name="place" label={say("ledger.place")} filled={filter.filled} optional />
      </Filter>
      {props.rows.length === 0 ? (
        <Notice state="none" title={say("ledger.nothing-booked")} />
      ) : (
        <Postings props={props} />
      )}
      <p class="moves">
        {props.first === null ? null : (
          <a class="do" rel="prev" href={props.first}>
            {say("ledger.newest")}
          </a>
        )}
        {props.next === null ? null : (
          <a class="do" rel="next" href={props.next}>
            {say("ledger.older")}
          </a>
        )}
      </p>
      <a class="quiet" href={props.sheet}>
        {say("ledger.take-sheet")}
      </a>
    </OfficeFrame>
  );
}

const pageOf = (
  title: string,
  { frame, book }: { readonly frame: Frame; readonly book: string },
  say: Say,
  body: ComponentChildren,
): Page => ({
  title: `${title} · ${frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money"],
  bandOf: book,
  bandLies: "up",
  ownStyle: "",
  body: <Speaking value={say}>{body}</Speaking>,
});

/** The page of one account. */
export const accountPage = (props: AccountProps, say: Say): Page =>
  pageOf(accountName(props.account, say), props, say, <AccountBody props={props} />);

/** One posting of an entry. */
export type EntryLine = {
  readonly account: string;
  readonly who: string | null;
  readonly place: string | null;
  readonly counted: Counted;
  readonly figure: string;
  readonly side: "debit" | "credit";
  readonly href: string;
};

export type EntryProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly because: string;
  readonly kind: string;
  readonly by: string | null;
  readonly happened: string;
  readonly booked: string;
  readonly reverses: string | null;
  readonly lines: readonly EntryLine[];
  readonly back: string;
};

function EntryBody({ props }: { props: EntryProps }) {
  const say = useSay();
  const figure = (line: EntryLine, side: "debit" | "credit"): ComponentChildren =>
    line.side === side ? say("ledger.figure", { value: line.figure, unit: line.counted.unit }) : "–";
  return (
    <OfficeFrame frame={props.frame} skipTo="entry">
      <a class="quiet" href={props.back}>
        {say("ledger.back")}
      </a>
      <h1 class="speak">
        <Sentence
          of="ledger.entry-answer"
          values={{
            because: becauseOf(props.because, say),
            happened: props.happened,
            booked: props.booked,
            same: props.happened === props.booked ? "yes" : "no",
            by: props.by ?? say("members.name-unknown"),
          }}
        />
      </h1>
      <p class="soft">{say("ledger.act", { kind: props.kind })}</p>
      {props.reverses === null ? null : (
        <Notice state="waiting" title={say("ledger.reverses")}>
          <a class="quiet" href={props.reverses}>
            {say("ledger.to-reversed")}
          </a>
        </Notice>
      )}
      <Table
        label={becauseOf(props.because, say)}
        columns={[
          { head: say("ledger.account") },
          { head: say("ledger.who") },
          { head: say("ledger.place") },
          { head: say("ledger.debit"), figures: true },
          { head: say("ledger.credit"), figures: true },
        ]}
        rows={props.lines.map((line) => ({
          name: <a href={line.href}>{accountName(line.account, say)}</a>,
          cells: [line.who ?? "–", line.place ?? "–", figure(line, "debit"), figure(line, "credit")],
        }))}
      />
    </OfficeFrame>
  );
}

/** The page of one entry. */
export const entryPage = (props: EntryProps, say: Say): Page =>
  pageOf(becauseOf(props.because, say), props, say, <EntryBody props={props} />);

export type PersonProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly name: string | null;
  readonly lines: readonly (EntryLine & { readonly lastDay: string; readonly postings: string })[];
  /** Their account line by line. */
  readonly account: string;
  readonly back: string;
};

function PersonBody({ props }: { props: PersonProps }) {
  const say = useSay();
  const figure = (line: EntryLine, side: "debit" | "credit"): ComponentChildren =>
    line.side === side ? say("ledger.figure", { value: line.figure, unit: line.counted.unit }) : "–";
  return (
    <OfficeFrame frame={props.frame} skipTo="person">
      <a class="quiet" href={props.back}>
        {say("ledger.back")}
      </a>
      <h1 class="speak">{say("ledger.person-answer", { name: props.name ?? say("members.name-unknown") })}</h1>
      <p>
        <a class="do" href={props.account}>
          {say("books.to-account")}
        </a>
      </p>
      {props.lines.length === 0 ? (
        <Notice state="none" title={say("ledger.nothing-booked")} />
      ) : (
        <Table
          label={say("place.ledger")}
          columns={[
            { head: say("ledger.account") },
            { head: say("ledger.entries"), figures: true },
            { head: say("ledger.last-day") },
            { head: say("ledger.debit"), figures: true },
            { head: say("ledger.credit"), figures: true },
          ]}
          rows={props.lines.map((line) => ({
            name: <a href={line.href}>{accountName(line.account, say)}</a>,
            cells: [
              say("value.figure", { value: line.postings }),
              <span class="nb">{say("value.day", { value: line.lastDay })}</span>,
              figure(line, "debit"),
              figure(line, "credit"),
            ],
          }))}
        />
      )}
    </OfficeFrame>
  );
}

/** The page of one person's accounts. */
export const personPage = (props: PersonProps, say: Say): Page =>
  pageOf(props.name ?? say("place.ledger"), props, say, <PersonBody props={props} />);
