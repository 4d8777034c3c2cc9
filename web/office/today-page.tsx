/** The office's first page: what must be decided, what came in, what there is, what is owed, how the season goes. */
import type { ComponentChildren } from "preact";
import { type Frame, OfficeFrame } from "../components/frames.tsx";
import { MonthsChart } from "../components/months-chart.tsx";
import { Notice } from "../components/notice.tsx";
import { Sentence, Speaking, useSay } from "../components/speaking.tsx";
import { Strip } from "../components/strip.tsx";
import { Table } from "../components/table.tsx";
import { type Todo, TodoList } from "../components/todo.tsx";
import { begun, productName } from "../language/names.ts";
import type { Say } from "../language/say.ts";
import type { Money } from "../language/sums.ts";
import type { Page } from "../render.ts";
import { byProduct, figuresOf, total } from "./today/figures.ts";
import type { Harvest } from "./today/harvest.ts";

/** What came in by place and product; kilograms net as decimal text. `days`: of today, or of the seven days until today. */
export type CameIn = {
  readonly days: "today" | "week";
  readonly rows: readonly Readonly<Record<"place" | "product" | "deliveries" | "bags" | "kilos", string>>[];
};

/** Each block is null when it is not the reader's to see; empty when there is nothing. */
export type TodayProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly today: string;
  readonly waiting: readonly Todo[];
  readonly cameIn: CameIn | null;
  readonly stock: readonly Readonly<Record<"product" | "place" | "kilos", string>>[] | null;
  readonly holdings: readonly (Money & { readonly account: string })[] | null;
  readonly owed: readonly (Money & Readonly<Record<"people" | "statements" | "oldest", string>>)[] | null;
  readonly harvests: readonly Harvest[];
  readonly deliveriesHref: string | null;
  readonly newHref: string | null;
};

function CameInTable({ cameIn }: { cameIn: CameIn }) {
  const say = useSay();
  if (cameIn.rows.length === 0)
    return (
      <Notice state="none" title={say("today.nothing-came")}>
        <p>{say("today.nothing-came-why")}</p>
      </Notice>
    );
  const products = byProduct(cameIn.rows);
  const [only] = products;
  return (
    <Table
      label={say(`today.came.${cameIn.days}`)}
      columns={[
        { head: say("today.place") },
        { head: say("today.product") },
        { head: say("today.receipts-head"), figures: true },
        { head: say("today.bags"), figures: true },
        { head: say("today.net"), figures: true, unit: "kg" },
      ]}
      rows={cameIn.rows.map((row) => ({
        name: row.place,
        cells: [
          productName(row.product, say),
          say("value.figure", { value: row.deliveries }),
          say("value.figure", { value: row.bags }),
          say("value.figure", { value: row.kilos }),
        ],
      }))}
      foot={
        products.length !== 1 || only === undefined || cameIn.rows.length === 1
          ? null
          : {
              name: say("today.all"),
              cells: [
                "",
                say("value.figure", { value: total(cameIn.rows.map((row) => row.deliveries)) }),
                say("value.figure", { value: total(cameIn.rows.map((row) => row.bags)) }),
                say("value.figure", { value: only[1] }),
              ],
            }
      }
    />
  );
}

function Season({ harvest }: { harvest: Harvest }) {
  const say = useSay();
  const { product, kilos, before, years } = harvest;
  const values = { product: productName(product, say), kilos };
  const difference = before === null ? null : total([kilos, before.startsWith("-") ? before.slice(1) : `-${before}`]);
  const isLess = difference?.startsWith("-") ?? false;
  const says = say("today.season", values);
  return (
    <section>
      <h2>{says}</h2>
      {difference === null ? null : (
        <p class="soft">
          {say(isLess ? "today.season-less" : "today.season-more", {
            kilos: isLess ? difference.slice(1) : difference,
            year: years.before ?? "",
          })}
        </p>
      )}
      <MonthsChart
        says={say("today.season-chart", values)}
        now={say("today.year-kilos", { year: years.now })}
        before={years.before === null ? null : say("today.year-kilos", { year: years.before })}
        months={harvest.months}
      />
    </section>
  );
}

function Stock({ stock }: { stock: NonNullable<TodayProps["stock"]> }) {
  const say = useSay();
  if (stock.length === 0) return <p class="soft">{say("today.no-stock")}</p>;
  return (
    <Table
      label={say("today.in-store")}
      columns={[
        { head: say("today.place") },
        { head: say("today.product") },
        { head: say("today.weight"), figures: true, unit: "kg" },
      ]}
      rows={stock.slice(0, 12).map((row) => ({
        name: row.place,
        cells: [productName(row.product, say), say("value.figure", { value: row.kilos })],
      }))}
    />
  );
}

const Titled = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

function Answer({ props }: { props: TodayProps }) {
  const say = useSay();
  const { cameIn, waiting } = props;
  const [first] = cameIn?.days === "today" ? byProduct(cameIn.rows) : [];
  return (
    <>
      <p class="soft">{begun(say("value.day-weekday", { value: props.today }))}</p>
      <h1 class="speak">
        <Sentence of="today.answer" values={{ things: `${waiting.length}` }} />
        {first === undefined ? null : (
          <>
            {" "}
            <Sentence of="today.answer-came" values={{ kilos: first[1], product: productName(first[0], say) }} />
          </>
        )}
      </h1>
    </>
  );
}

function Body({ props }: { props: TodayProps }) {
  const say = useSay();
  const { cameIn, stock, waiting, harvests } = props;
  const figures = figuresOf(props, say);
  return (
    <OfficeFrame frame={props.frame} skipTo="today">
      <Answer props={props} />
      {figures.length === 0 ? null : <Strip figures={figures} />}
      <div class="cols">
        <div>
          <Titled title={say("today.to-decide")}>
            {waiting.length === 0 ? (
              <Notice state="kept" title={say("today.nothing-waits")} />
            ) : (
              <TodoList label={say("today.to-decide")} items={waiting} />
            )}
          </Titled>
          {cameIn === null ? null : (
            <Titled title={say(`today.came-title.${cameIn.days}`)}>
              <CameInTable cameIn={cameIn} />
              <p class="doors">
                {props.newHref === null ? null : (
                  <a class="do" href={props.newHref}>
                    {say("today.type-delivery")}
                  </a>
                )}
                {props.deliveriesHref === null ? null : (
                  <a class="quiet" href={props.deliveriesHref}>
                    {say("today.see-deliveries")}
                  </a>
                )}
              </p>
            </Titled>
          )}
        </div>
        <div>
          {harvests.map((harvest) => (
            <Season harvest={harvest} />
          ))}
          {stock === null ? null : (
            <Titled title={say("today.in-store-title")}>
              <Stock stock={stock} />
            </Titled>
          )}
        </div>
      </div>
    </OfficeFrame>
  );
}

/** The page of today. */
export const todayPage = (props: TodayProps, say: Say): Page => ({
  title: `${say("place.today")} · ${props.frame.organisation}`,
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
