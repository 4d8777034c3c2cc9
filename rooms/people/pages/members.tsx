/** The members' list: who are we, and to whom is something owed? */
import type { ComponentChildren } from "preact";
import { OfficeFrame, type RailPlace } from "../../../web/components/frames.tsx";
import type { Tongue } from "../../../web/components/language-switch.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { alignment, decimalsOf } from "../../../web/language/notation.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";

/** One member as the view answers. Weights in kilograms, money in the book's currency, both decimal text; null is not known. */
export type MemberRow = {
  readonly agent: string;
  readonly number: string | null;
  /** Null when it was erased. */
  readonly name: string | null;
  readonly erasedOn: string | null;
  readonly community: string | null;
  /** Kilograms handed over this season. */
  readonly seasonWeight: string | null;
  /** What the organisation owes the member. */
  readonly owed: string | null;
  /** What the member owes: advances and credit. */
  readonly debts: string | null;
  /** Everything between us and this person; null when there is no such page for the reader. */
  readonly href: string | null;
};

/** The view's answer: counts over all members, and one page of those that were asked for. */
export type MembersAnswer = {
  readonly members: string;
  readonly creditors: string;
  readonly owedInAll: string;
  /** How many fit what was searched. */
  readonly found: string;
  readonly rows: readonly MemberRow[];
};

export type MembersProps = {
  readonly organisation: string;
  readonly book: string;
  readonly answer: MembersAnswer;
  /** What was searched; empty for everybody. */
  readonly q: string;
  /** Where the form asks, and its hidden fields. */
  readonly action: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** First and last place shown of those found, "1" and "50". */
  readonly from: string;
  readonly to: string;
  readonly places: readonly RailPlace[];
  readonly tongues: readonly Tongue[];
};

function Find({ props }: { props: MembersProps }) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers of 2020, which people here have
    <form class="find" method="get" action={props.action} role="search">
      <div>
        <label for="q">{say("members.find")}</label>
        <input id="q" name="q" class="field" value={props.q} autoComplete="off" enterKeyHint="search" />
      </div>
      <button class="do" type="submit">
        {say("members.search")}
      </button>
      {props.q === "" ? null : (
        <a class="quiet" href={props.action}>
          {say("members.everybody")}
        </a>
      )}
    </form>
  );
}

/** The name leads to the person; an erased one says so and keeps its number. */
function nameOf(row: MemberRow, say: Say): ComponentChildren {
  const name =
    row.name ?? (row.erasedOn === null ? say("members.name-unknown") : say("members.erased", { day: row.erasedOn }));
  return row.href === null ? name : <a href={row.href}>{name}</a>;
}

/** A figure with its decimal mark under those of the column; on a telephone it stands alone and the blanks go. */
const aligned = (exact: string, places: number, say: Say): ComponentChildren => (
  <>
    {say("value.figure", { value: exact })}
    <span class="blank">{alignment(exact, places)}</span>
  </>
);

function cellsOf(row: MemberRow, places: number, say: Say): readonly ComponentChildren[] {
  const figure = (exact: string | null) => (exact === null ? null : aligned(exact, places, say));
  const money = (exact: string | null) => (exact === null ? null : say("value.money-figure", { value: exact }));
  return [
    row.number ?? say("members.no-number"),
    row.community,
    figure(row.seasonWeight),
    money(row.owed),
    money(row.debts),
  ];
}

function List({ props }: { props: MembersProps }) {
  const say = useSay();
  const { answer } = props;
  if (answer.rows.length === 0)
    return props.q === "" ? (
      <Notice state="none" title={say("members.none")}>
        <p>{say("members.none-why")}</p>
      </Notice>
    ) : (
      <Notice state="none" title={say("members.not-found", { q: props.q })}>
        <p>{say("members.not-found-why")}</p>
      </Notice>
    );
  const currency = say(`currencies.${say.currency}.line`, { count: "100" });
  const places = Math.max(...answer.rows.map((row) => decimalsOf(row.seasonWeight ?? "")));
  return (
    <Table
      label={say("members.title")}
      columns={[
        { head: say("members.name") },
        { head: say("members.number") },
        { head: say("members.community") },
        { head: say("members.season-weight"), figures: true, unit: "kg" },
        { head: say("members.owed"), figures: true, unit: currency },
        { head: say("members.debts"), figures: true, unit: currency },
      ]}
      rows={answer.rows.map((row) => ({ name: nameOf(row, say), cells: cellsOf(row, places, say) }))}
    />
  );
}

function Pager({ props }: { props: MembersProps }) {
  const say = useSay();
  if (props.answer.rows.length === 0) return null;
  return (
    <nav class="pages" aria-label={say("members.pages")}>
      <p class="soft">{say("members.range", { from: props.from, to: props.to, found: props.answer.found })}</p>
      {props.previous ? (
        <a class="quiet" rel="prev" href={props.previous}>
          {say("members.previous")}
        </a>
      ) : null}
      {props.next ? (
        <a class="quiet" rel="next" href={props.next}>
          {say("members.next")}
        </a>
      ) : null}
    </nav>
  );
}

function Body({ props }: { props: MembersProps }) {
  const { answer } = props;
  return (
    <OfficeFrame organisation={props.organisation} places={props.places} tongues={props.tongues} skipTo="members">
      <h1 class="speak">
        <Sentence
          of="members.answer"
          values={{ members: answer.members, creditors: answer.creditors, owed: answer.owedInAll }}
        />
      </h1>
      <Find props={props} />
      <section>
        <List props={props} />
        <Pager props={props} />
      </section>
    </OfficeFrame>
  );
}

/** The page of the members' list. */
export const membersPage = (props: MembersProps, say: Say): Page => ({
  title: `${say("members.title")} · ${props.organisation}`,
  style: ["sheet", "desk", "table", "members", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
