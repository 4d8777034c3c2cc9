/** The list of hand-overs: what came in, and is any of it in doubt? */
import type { ComponentChildren } from "preact";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { FilterChoice, FilterDay, Find, type ListPage, Pager } from "../../../web/components/list.tsx";
import { Mark } from "../../../web/components/mark.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { personName, productName } from "../../../web/language/names.ts";
import { alignment, decimalsOf } from "../../../web/language/notation.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";

/** One hand-over of the list. Kilograms net as exact text. */
export type DeliveryRow = Readonly<Record<"happened" | "product" | "place" | "kilos" | "href" | "memberHref", string>> &
  Readonly<Record<"clock" | "receipt" | "memberNumber" | "name" | "erased" | "statement", string | null>> & {
    readonly bags: number;
    readonly voided: boolean;
    readonly questions: number;
  };

/** What was looked for, as words of the address; empty is everything. */
export type Search = Readonly<
  Record<"q" | "from" | "until" | "place" | "product" | "season" | "show" | "member", string>
>;

export type DeliveriesProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  readonly search: Search;
  readonly isNarrowed: boolean;
  /** Of whom, when one member's are looked for. */
  readonly of: { readonly name: string | null; readonly erased: string | null } | null;
  /** What was found of each product: how many and how much, voided ones apart. */
  readonly sums: readonly Readonly<Record<"product" | "found" | "kilos" | "voided", string>>[];
  readonly found: string;
  readonly rows: readonly DeliveryRow[];
  readonly choices: Readonly<Record<"places" | "products" | "seasons", readonly string[]>>;
  readonly action: string;
  readonly newHref: string | null;
  readonly exports: readonly { readonly says: string; readonly href: string }[];
};

/** How one hand-over stands, in a word with its mark. */
function stateOf(row: DeliveryRow, say: Say): ComponentChildren {
  if (row.voided) return <Stands mark="none" word={say("deliveries.voided")} />;
  if (row.questions > 0)
    return <Stands mark="waiting" word={say("deliveries.asked", { questions: `${row.questions}` })} />;
  if (row.statement !== null) return <Stands mark="kept" word={row.statement} />;
  return say("deliveries.open");
}

const Stands = ({ mark, word }: { mark: "none" | "waiting" | "kept"; word: string }) => (
  <span class={`st ${mark}`}>
    <Mark name={mark} />
    {word}
  </span>
);

function Filters({ props }: { props: DeliveriesProps }) {
  const say = useSay();
  const { search, choices } = props;
  const plain = (codes: readonly string[]) => codes.map((one) => ({ value: one, says: one }));
  return (
    <Find
      action={props.action}
      q={search.q}
      label={say("deliveries.find")}
      all={say("deliveries.all")}
      kept={search.member === "" ? {} : { member: search.member }}
      narrowed={props.isNarrowed}
    >
      <FilterDay name="from" label={say("deliveries.from")} chosen={search.from} />
      <FilterDay name="until" label={say("deliveries.until")} chosen={search.until} />
      <FilterChoice
        name="place"
        label={say("today.place")}
        chosen={search.place}
        all={say("deliveries.any")}
        choices={plain(choices.places)}
      />
      <FilterChoice
        name="product"
        label={say("today.product")}
        chosen={search.product}
        all={say("deliveries.any-product")}
        choices={choices.products.map((one) => ({ value: one, says: productName(one, say) }))}
      />
      <FilterChoice
        name="season"
        label={say("deliveries.season")}
        chosen={search.season}
        all={say("deliveries.any-product")}
        choices={plain(choices.seasons)}
      />
      <FilterChoice
        name="show"
        label={say("deliveries.show")}
        chosen={search.show}
        all={say("deliveries.show-all")}
        choices={["open", "doubt", "voided"].map((one) => ({ value: one, says: say(`deliveries.show-${one}`) }))}
      />
    </Find>
  );
}

function List({ props }: { props: DeliveriesProps }) {
  const say = useSay();
  const { rows } = props;
  if (rows.length === 0)
    return (
      <Notice state="none" title={say(props.isNarrowed ? "deliveries.not-found" : "deliveries.none")}>
        <p>{say(props.isNarrowed ? "deliveries.not-found-why" : "deliveries.none-why")}</p>
      </Notice>
    );
  const places = Math.max(...rows.map((row) => decimalsOf(row.kilos)));
  return (
    <Table
      label={say("place.deliveries")}
      columns={[
        { head: say("deliveries.who") },
        { head: say("deliveries.day") },
        { head: say("deliveries.receipt") },
        { head: say("today.place") },
        { head: say("today.product") },
        { head: say("today.bags"), figures: true },
        { head: say("today.net"), figures: true, unit: "kg" },
        { head: say("deliveries.stands") },
      ]}
      rows={rows.map((row) => ({
        name: (
          <a href={row.href}>
            {personName(row, say)}
            {row.memberNumber === null ? "" : ` · ${row.memberNumber}`}
          </a>
        ),
        cells: [
          row.clock === null
            ? say("value.day", { value: row.happened })
            : say("deliveries.at", { day: row.happened, clock: row.clock }),
          row.receipt ?? say("deliveries.no-receipt"),
          row.place,
          productName(row.product, say),
          `${row.bags}`,
          row.voided ? (
            <s>{say("value.figure", { value: row.kilos })}</s>
          ) : (
            <span class="nb">
              {say("value.figure", { value: row.kilos })}
              <span class="blank">{alignment(row.kilos, places)}</span>
            </span>
          ),
          stateOf(row, say),
        ],
      }))}
    />
  );
}

function Answer({ props }: { props: DeliveriesProps }) {
  const say = useSay();
  const [first, ...others] = props.sums;
  const voided = props.sums.reduce((sum, one) => sum + BigInt(one.voided), 0n);
  const values = {
    found: props.found,
    kilos: first?.kilos ?? "0",
    product: productName(first?.product ?? "", say),
    name: props.of === null ? "" : personName(props.of, say),
  };
  return (
    <>
      <h1 class="speak">
        <Sentence of={props.of === null ? "deliveries.answer" : "deliveries.answer-of"} values={values} />
      </h1>
      {others.length === 0 && voided === 0n ? null : (
        <p class="soft">
          {others.map(({ product, kilos }) => `${say("today.also", { kilos, product: productName(product, say) })} `)}
          {voided === 0n ? "" : say("deliveries.voided-apart", { voided: `${voided}` })}
        </p>
      )}
    </>
  );
}

function Body({ props }: { props: DeliveriesProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="deliveries">
      <Answer props={props} />
      {props.newHref === null ? null : (
        <p class="doors">
          <a class="do main" href={props.newHref}>
            {say("today.type-delivery")}
          </a>
        </p>
      )}
      <Filters props={props} />
      <section>
        <List props={props} />
        <Pager page={props} found={props.found} />
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

/** The page of the list of hand-overs. */
export const deliveriesPage = (props: DeliveriesProps, say: Say): Page => ({
  title: `${say("place.deliveries")} · ${props.frame.organisation}`,
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
