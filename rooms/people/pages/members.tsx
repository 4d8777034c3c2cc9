/** The members' list: who are we, and to whom is something owed? */
import type { ComponentChildren } from "preact";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { FilterChoice, Find, type ListPage, Pager } from "../../../web/components/list.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { alignment, decimalsOf } from "../../../web/language/notation.ts";
import { placeName } from "../../../web/language/places.ts";
import type { Say } from "../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";

/** One member as the view answers. Weights in kilograms, as decimal text; money of each currency apart; null is not known. */
export type MemberRow = {
  readonly agent: string;
  readonly number: string | null;
  /** Null when it was erased. */
  readonly name: string | null;
  readonly erasedOn: string | null;
  readonly community: string | null;
  /** Kilograms handed over this season. */
  readonly seasonWeight: string | null;
  /** What the organisation owes the member, by currency; none of it: nothing. */
  readonly owed: readonly Money[] | null;
  /** What the member owes: advances and credit. */
  readonly debts: readonly Money[] | null;
  /** What was settled with this person; null when nothing was, or it is not the reader's to see. */
  readonly href: string | null;
};

/** The view's answer: counts over all members, and one page of those that were asked for. */
export type MembersAnswer = {
  readonly members: string;
  readonly creditors: string;
  readonly owedInAll: readonly Money[];
  /** How many fit what was searched. */
  readonly found: string;
  readonly rows: readonly MemberRow[];
};

export type MembersProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  readonly answer: MembersAnswer;
  /** What was searched; empty for everybody. */
  readonly q: string;
  /** Who is shown ("left", "others", "owed", "owing"; empty: members) and of which community; the communities there are. */
  readonly show: string;
  readonly community: string;
  readonly communities: readonly string[];
  /** Where the form asks, and its hidden fields. */
  readonly action: string;
  /** Where somebody new is registered; null when it is not the reader's to do. */
  readonly newHref: string | null;
  /** Where cards are given; null when it is not the reader's to do. */
  readonly cardsHref?: string | null;
  readonly exports: readonly { readonly says: string; readonly href: string }[];
};

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

/** What one sum is written as: by itself under the currency's name, or with its code where the list has several. */
const sum = ({ exact, currency }: Money, mixed: boolean, say: Say): string =>
  mixed ? say("value.money-code", { value: exact, currency }) : say("value.figure", { value: exact });

/** All sums of a cell, each on its line. */
function sums(money: readonly Money[] | null, mixed: boolean, say: Say): ComponentChildren {
  if (money === null) return null;
  if (money.length === 0) return say("value.figure", { value: "0" });
  return money.map((one) => <div class="nb">{sum(one, mixed, say)}</div>);
}

function cellsOf(row: MemberRow, places: number, mixed: boolean, say: Say): readonly ComponentChildren[] {
  return [
    row.number ?? say("members.no-number"),
    row.community === null ? null : placeName(row.community, say.language),
    row.seasonWeight === null ? null : aligned(row.seasonWeight, places, say),
    sums(row.owed, mixed, say),
    sums(row.debts, mixed, say),
  ];
}

/** The currencies that the list has sums of. */
const currenciesOf = ({ rows }: MembersAnswer): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => [...(row.owed ?? []), ...(row.debts ?? [])].map(({ currency }) => currency)));

function List({ props }: { props: MembersProps }) {
  const say = useSay();
  const { answer } = props;
  if (answer.rows.length === 0)
    return props.q === "" && (props.show !== "" || props.community !== "") ? (
      <Notice state="none" title={say("members.none-so")}>
        <p>{say("members.none-so-why")}</p>
      </Notice>
    ) : props.q === "" ? (
      <Notice state="none" title={say("members.none")}>
        <p>{say("members.none-why")}</p>
      </Notice>
    ) : (
      <Notice state="none" title={say("members.not-found", { q: props.q })}>
        <p>{say("members.not-found-why")}</p>
      </Notice>
    );
  const [currency = say.currency, ...others] = currenciesOf(answer);
  const mixed = others.length > 0;
  const unit = mixed ? {} : { unit: say(`currencies.${currency}.line`, { count: "100" }) };
  const places = Math.max(...answer.rows.map((row) => decimalsOf(row.seasonWeight ?? "")));
  return (
    <Table
      label={say("members.title")}
      columns={[
        { head: say("members.name") },
        { head: say("members.number") },
        { head: say("members.community") },
        { head: say("members.season-weight"), figures: true, unit: "kg" },
        { head: say("members.owed"), figures: true, ...unit },
        { head: say("members.debts"), figures: true, ...unit },
      ]}
      rows={answer.rows.map((row) => ({ name: nameOf(row, say), cells: cellsOf(row, places, mixed, say) }))}
    />
  );
}

/** The list of who left, and of everybody else, answer otherwise: those are not who we are. */
const answersOf: Readonly<Record<string, string>> = { left: "members.answer-left", others: "members.answer-others" };

function Filters({ props }: { props: MembersProps }) {
  const say = useSay();
  return (
    <Find
      action={props.action}
      q={props.q}
      label={say("members.find")}
      all={say("members.everybody")}
      narrowed={props.show !== "" || props.community !== ""}
    >
      <FilterChoice
        name="show"
        label={say("members.show")}
        chosen={props.show}
        all={say("members.show-current")}
        choices={["owed", "owing", "left", "others"].map((one) => ({ value: one, says: say(`members.show-${one}`) }))}
      />
      {props.communities.length === 0 ? null : (
        <FilterChoice
          name="community"
          label={say("members.community")}
          chosen={props.community}
          all={say("deliveries.any-product")}
          choices={props.communities.map((one) => ({ value: one, says: placeName(one, say.language) }))}
        />
      )}
    </Find>
  );
}

function Body({ props }: { props: MembersProps }) {
  const say = useSay();
  const { answer } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="members">
      <h1 class="speak">
        <Sentence
          of={answersOf[props.show] ?? "members.answer"}
          values={{ members: answer.members, creditors: answer.creditors, owed: sumsInWords(answer.owedInAll, say) }}
        />
      </h1>
      {props.newHref === null ? null : (
        <p class="doors">
          <a class="do main" href={props.newHref}>
            {say("person.register")}
          </a>
          {props.cardsHref ? (
            <a class="quiet" href={props.cardsHref}>
              {say("cards.title")}
            </a>
          ) : null}
        </p>
      )}
      <Filters props={props} />
      <section>
        <List props={props} />
        <Pager page={props} found={props.answer.found} />
        {props.exports.length === 0 ? null : (
          <p class="doors">
            {props.exports.map((one) => (
              <a class="quiet" href={one.href}>
                {one.says}
              </a>
            ))}
          </p>
        )}
      </section>
    </OfficeFrame>
  );
}

/** The page of the members' list. */
export const membersPage = (props: MembersProps, say: Say): Page => ({
  title: `${say("members.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "notice", "today"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
