/** Advances and credits that are open: who owes, since when, and how much is left? */
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { FilterChoice, Find, type ListPage, Pager } from "../../../web/components/list.tsx";
import { Mark } from "../../../web/components/mark.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { begun, personName } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";

/** One open debt. `interest` is up to today; null when it bears none. */
export type CreditRow = Readonly<Record<"kind" | "since", string>> &
  Readonly<Record<"due" | "purpose" | "rate" | "memberNumber" | "name" | "erased" | "href", string | null>> & {
    readonly principal: Money;
    readonly interest: Money | null;
    readonly isLate: boolean;
  };

export type CreditProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  readonly q: string;
  readonly show: string;
  readonly people: string;
  readonly owed: readonly Money[];
  readonly found: string;
  readonly rows: readonly CreditRow[];
  readonly action: string;
  readonly doors: readonly { readonly says: string; readonly href: string; readonly main?: boolean }[];
  readonly exports: readonly { readonly says: string; readonly href: string }[];
};

const sum = ({ exact, currency }: Money, say: Say) => (
  <span class="nb">{say("value.money-line", { value: exact, currency })}</span>
);

function List({ props }: { props: CreditProps }) {
  const say = useSay();
  const { rows } = props;
  const isNarrowed = props.q !== "" || props.show !== "";
  if (rows.length === 0)
    return (
      <Notice state="none" title={say(isNarrowed ? "credit.not-found" : "credit.none")}>
        <p>{say(isNarrowed ? "credit.not-found-why" : "credit.none-why")}</p>
      </Notice>
    );
  return (
    <Table
      label={say("place.credit")}
      columns={[
        { head: say("deliveries.who") },
        { head: say("credit.what") },
        { head: say("member.since") },
        { head: say("member.due") },
        { head: say("member.left"), figures: true },
        { head: say("member.interest"), figures: true },
      ]}
      rows={rows.map((row) => ({
        name: row.href === null ? nameOf(row, say) : <a href={row.href}>{nameOf(row, say)}</a>,
        cells: [
          [begun(say(`debt.${row.kind}`)), row.purpose].filter((one) => one !== null).join(": "),
          say("value.day", { value: row.since }),
          <Due row={row} />,
          sum(row.principal, say),
          row.interest === null ? say("debt.no-interest") : sum(row.interest, say),
        ],
      }))}
    />
  );
}

const nameOf = (row: CreditRow, say: Say): string =>
  [personName(row, say), row.memberNumber].filter((one) => one !== null).join(" · ");

function Due({ row }: { row: CreditRow }) {
  const say = useSay();
  if (row.due === null) return <>{say("debt.at-settlement")}</>;
  const day = say("value.day", { value: row.due });
  if (!row.isLate) return <>{day}</>;
  return (
    <span class="st broken">
      <Mark name="broken" />
      {say("credit.late", { day: row.due })}
    </span>
  );
}

function Body({ props }: { props: CreditProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="credit">
      <h1 class="speak">
        <Sentence of="credit.answer" values={{ people: props.people, owed: sumsInWords(props.owed, say) }} />
      </h1>
      {props.doors.length === 0 ? null : (
        <p class="doors">
          {props.doors.map((door) => (
            <a class={door.main ? "do main" : "do"} href={door.href}>
              {door.says}
            </a>
          ))}
        </p>
      )}
      <Find
        action={props.action}
        q={props.q}
        label={say("credit.find")}
        all={say("deliveries.all")}
        narrowed={props.show !== ""}
      >
        <FilterChoice
          name="show"
          label={say("deliveries.show")}
          chosen={props.show}
          all={say("deliveries.show-all")}
          choices={["advance", "credit", "late"].map((one) => ({ value: one, says: say(`credit.show-${one}`) }))}
        />
      </Find>
      <section>
        <List props={props} />
        <Pager page={props} found={props.found} />
        <p class="doors">
          {props.exports.map((one) => (
            <a class="quiet" href={one.href}>
              {one.says}
            </a>
          ))}
        </p>
      </section>
    </OfficeFrame>
  );
}

/** The page of open advances and credits. */
export const creditPage = (props: CreditProps, say: Say): Page => ({
  title: `${say("place.credit")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "today"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
