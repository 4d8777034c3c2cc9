/** The settlements: what waits to be settled, and how far each settlement has come. */
import type { ComponentChildren } from "preact";
import { ChoiceField, type Filled } from "../../../web/components/fields.tsx";
import { Filter } from "../../../web/components/filter.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { type ListPage, Pager } from "../../../web/components/list.tsx";
import { Mark, type MarkName } from "../../../web/components/mark.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";
import { productName } from "./statement-words.ts";

/** What waits of one season. Kilograms as decimal text; `href` where it can be settled, null when the reader may not. */
export type WaitingRow = {
  readonly season: string | null;
  readonly product: string;
  readonly deliveries: string;
  readonly producers: string;
  readonly kilograms: string;
  readonly held: string;
  readonly named: string;
  readonly href: string | null;
};

/** One settlement. Sums as exact decimal text of `currency`; null while nothing was reviewed. */
export type SettlementRow = {
  readonly title: string;
  readonly href: string;
  readonly season: string | null;
  readonly product: string | null;
  readonly stage: string;
  readonly since: string;
  readonly statements: string;
  readonly currency: string;
  readonly net: string | null;
};

export type SettlementsProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  /** Hand-overs that wait and can be settled, persons they came from, and settlements begun and not closed. */
  readonly counts: { readonly waiting: string; readonly open: string };
  readonly waiting: readonly WaitingRow[];
  readonly found: string;
  readonly rows: readonly SettlementRow[];
  readonly filter: { readonly action: string; readonly filled: Filled; readonly narrowed: boolean };
  /** The list as a sheet. */
  readonly sheet: string;
  /** Where corrections of closed statements are; unsaid to who may not see them. */
  readonly corrections?: string;
  /** Where pools and second payments are; unsaid to who may not see them. */
  readonly pools?: string;
  /** Where tax documents of purchases are; unsaid to who may not see them. */
  readonly purchases?: string;
  readonly seasons: readonly { readonly value: string; readonly says: string }[];
};

const marks: Readonly<Record<string, MarkName>> = {
  drafted: "waiting",
  reviewed: "waiting",
  closed: "kept",
  paid: "kept",
  dropped: "none",
};

/** A stage as mark and word. */
export function Stage({ stage }: { stage: string }) {
  const say = useSay();
  const name = marks[stage] ?? "none";
  return (
    <span class={`nb ${name}`}>
      <Mark name={name} />
      {say(`settle.stage.${stage}`)}
    </span>
  );
}

const seasonOf = (season: string | null, say: Say): string => season ?? say("settle.no-season");

function Waiting({ rows }: { rows: readonly WaitingRow[] }) {
  const say = useSay();
  if (rows.length === 0)
    return (
      <Notice state="kept" title={say("settle.nothing-waits")}>
        <p>{say("settle.nothing-waits-why")}</p>
      </Notice>
    );
  const name = (row: WaitingRow): ComponentChildren => {
    const says = say("settle.season-product", {
      season: seasonOf(row.season, say),
      product: productName(row.product, say),
    });
    return row.href === null ? says : <a href={row.href}>{says}</a>;
  };
  return (
    <Table
      label={say("settle.waiting")}
      columns={[
        { head: say("settle.season") },
        { head: say("settle.deliveries"), figures: true },
        { head: say("settle.producers"), figures: true },
        { head: say("settle.weight"), figures: true, unit: "kg" },
        { head: say("settle.held"), figures: true },
        { head: say("settle.named"), figures: true },
      ]}
      rows={rows.map((row) => ({
        name: name(row),
        cells: [row.deliveries, row.producers, row.kilograms, row.held, row.named].map((value) =>
          say("value.figure", { value }),
        ),
      }))}
    />
  );
}

function List({ props }: { props: SettlementsProps }) {
  const say = useSay();
  if (props.rows.length === 0)
    return (
      <Notice state="none" title={say(props.filter.narrowed ? "settle.none-like-this" : "settle.none")}>
        <p>{say("settle.none-why")}</p>
      </Notice>
    );
  return (
    <Table
      label={say("settle.title")}
      columns={[
        { head: say("settle.name") },
        { head: say("settle.season") },
        { head: say("settle.stage") },
        { head: say("settle.since") },
        { head: say("settle.statements"), figures: true },
        { head: say("settle.net"), figures: true },
      ]}
      rows={props.rows.map((row) => ({
        name: <a href={row.href}>{row.title}</a>,
        cells: [
          row.product === null
            ? seasonOf(row.season, say)
            : say("settle.season-product", {
                season: seasonOf(row.season, say),
                product: productName(row.product, say),
              }),
          <Stage stage={row.stage} />,
          <span class="nb">{say("value.day", { value: row.since })}</span>,
          say("value.figure", { value: row.statements }),
          row.net === null ? null : say("value.money-line", { value: row.net, currency: row.currency }),
        ],
      }))}
    />
  );
}

const stages = ["drafted", "reviewed", "closed", "paid", "dropped"];

function Body({ props }: { props: SettlementsProps }) {
  const say = useSay();
  const { filter, counts } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="settlements">
      <h1 class="speak">
        <Sentence of="settle.answer" values={counts} />
      </h1>
      <section>
        <h2>{say("settle.waiting")}</h2>
        <Waiting rows={props.waiting} />
      </section>
      <section>
        <h2>{say("settle.title")}</h2>
        <Filter action={filter.action} narrowed={filter.narrowed}>
          <ChoiceField
            name="season"
            label={say("settle.season")}
            choices={props.seasons}
            none={say("settle.every-season")}
            filled={filter.filled}
            optional
          />
          <ChoiceField
            name="stage"
            label={say("settle.stage")}
            choices={stages.map((value) => ({ value, says: say(`settle.stage.${value}`) }))}
            none={say("settle.every-stage")}
            filled={filter.filled}
            optional
          />
        </Filter>
        <List props={props} />
        <Pager page={props} found={props.found} />
        <a class="quiet" href={props.sheet}>
          {say("list.take")}
        </a>
        <p class="doors">
          {props.corrections === undefined ? null : (
            <a class="do" href={props.corrections}>
              {say("amend.to")}
            </a>
          )}
          {props.pools === undefined ? null : (
            <a class="do" href={props.pools}>
              {say("pool.title")}
            </a>
          )}
          {props.purchases === undefined ? null : (
            <a class="do" href={props.purchases}>
              {say("purchase.book-title")}
            </a>
          )}
        </p>
      </section>
    </OfficeFrame>
  );
}

/** The page of the settlements. */
export const settlementsPage = (props: SettlementsProps, say: Say): Page => ({
  title: `${say("settle.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
