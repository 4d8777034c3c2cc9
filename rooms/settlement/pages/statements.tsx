/** The closed statements: what was settled, and what is still owed on it? Each number leads to its paper. */
import type { ComponentChildren } from "preact";
import { type ExportFiles, ExportLinks } from "../../../web/components/export-links.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Find, type ListPage, Pager } from "../../../web/components/list.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";

/** A name as the register has it: null when it has none, or it was erased. */
export type Named = { readonly name: string | null; readonly erasedOn: string | null };

/** One closed statement as the view answers. All its amounts are in `currency`. */
export type StatementRow = Named & {
  readonly number: string;
  /** Null for a producer who is no member. */
  readonly memberNumber: string | null;
  readonly closedOn: string;
  readonly currency: string;
  /** Value of what was delivered, what the paper says is handed over, and what of it is still owed. */
  readonly value: string;
  readonly toPay: string;
  readonly owed: string;
  readonly href: string;
};

/** The view's answer: totals of what was asked, and one page of those found. */
export type StatementsAnswer = {
  readonly closed: string;
  /** On how many something is still owed, and how much, for each currency. */
  readonly stillOwed: string;
  readonly owedInAll: readonly Money[];
  readonly found: string;
  readonly rows: readonly StatementRow[];
};

export type StatementsProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  readonly answer: StatementsAnswer;
  /** Whose they are: everybody's, one person's, or the reader's own. */
  readonly whose: "everybody" | "one" | "mine";
  /** The one person, as the register knows them; null when there is nothing to know. */
  readonly person: Named | null;
  /** Asked for one person: words of the address that keep it so. */
  readonly kept: Readonly<Record<string, string>>;
  readonly q: string;
  readonly action: string;
  /** The same list as a sheet. */
  readonly files?: ExportFiles;
};

function nameOf({ name, erasedOn }: Named, say: Say): string {
  return name ?? (erasedOn === null ? say("members.name-unknown") : say("members.erased", { day: erasedOn }));
}

const sentences = {
  everybody: "statements.answer",
  one: "statements.answer-one",
  mine: "statements.answer-mine",
} as const;

function Answer({ props }: { props: StatementsProps }) {
  const say = useSay();
  const { answer, whose, person } = props;
  const name = person === null ? "" : nameOf(person, say);
  const values = { closed: answer.closed, owing: answer.stillOwed, owed: sumsInWords(answer.owedInAll, say), name };
  return (
    <h1 class="speak">
      <Sentence of={sentences[whose]} values={values} />
    </h1>
  );
}

/** The cells after the number. In one currency its name heads the column; among several each figure carries its code. */
function cellsOf(row: StatementRow, mixed: boolean, say: Say): readonly ComponentChildren[] {
  const money = (value: string) =>
    mixed ? say("value.money-code", { value, currency: row.currency }) : say("value.figure", { value });
  return [
    nameOf(row, say),
    row.memberNumber ?? say("members.no-number"),
    <span class="nb">{say("value.day", { value: row.closedOn })}</span>,
    money(row.value),
    money(row.toPay),
    money(row.owed),
  ];
}

function Empty({ props }: { props: StatementsProps }) {
  const say = useSay();
  return props.q === "" ? (
    <Notice state="none" title={say("statements.none")}>
      <p>{say("statements.none-why")}</p>
    </Notice>
  ) : (
    <Notice state="none" title={say("statements.not-found", { q: props.q })}>
      <p>{say(props.whose === "everybody" ? "statements.not-found-why" : "statements.not-found-why-one")}</p>
    </Notice>
  );
}

function List({ rows }: { rows: readonly StatementRow[] }) {
  const say = useSay();
  const [currency = "", ...others] = new Set(rows.map((row) => row.currency));
  const mixed = others.length > 0;
  const unit = mixed ? {} : { unit: say(`currencies.${currency}.line`, { count: "100" }) };
  return (
    <Table
      label={say("statements.title")}
      columns={[
        { head: say("statements.number") },
        { head: say("statements.member") },
        { head: say("statements.member-number") },
        { head: say("statements.closed-on") },
        { head: say("statements.value"), figures: true, ...unit },
        { head: say("statements.to-pay"), figures: true, ...unit },
        { head: say("statements.owed"), figures: true, ...unit },
      ]}
      rows={rows.map((row) => ({ name: <a href={row.href}>{row.number}</a>, cells: cellsOf(row, mixed, say) }))}
    />
  );
}

function Body({ props }: { props: StatementsProps }) {
  const say = useSay();
  const { answer, whose, q } = props;
  const nothing = answer.closed === "0";
  return (
    <OfficeFrame frame={props.frame} skipTo="statements">
      <Answer props={props} />
      {whose === "one" ? (
        <a class="quiet" href={props.action}>
          {say("statements.of-everybody")}
        </a>
      ) : null}
      {nothing ? null : (
        <Find
          action={props.action}
          kept={props.kept}
          q={q}
          label={say(whose === "everybody" ? "statements.find" : "statements.find-one")}
          all={say("statements.all")}
        />
      )}
      <section>
        {answer.rows.length === 0 ? <Empty props={props} /> : <List rows={answer.rows} />}
        <Pager page={props} found={answer.found} />
        {props.files && !nothing ? <ExportLinks files={props.files} /> : null}
      </section>
    </OfficeFrame>
  );
}

/** The page of the closed statements. */
export const statementsPage = (props: StatementsProps, say: Say): Page => ({
  title: `${say(props.whose === "mine" ? "statements.mine" : "statements.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
