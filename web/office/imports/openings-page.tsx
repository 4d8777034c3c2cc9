/** The opening balances of a book, each with what there was. */
import { type Frame, OfficeFrame } from "../../components/frames.tsx";
import { type ListPage, Pager } from "../../components/list.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking, useSay } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";

/** One statement: whose it is or of what, its day, and what there was, one text for each amount. */
export type OpeningRow = { readonly whose: string; readonly day: string; readonly what: readonly string[] };

export type OpeningsProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  /** Only the reader's own. */
  readonly own: boolean;
  readonly found: string;
  readonly rows: readonly OpeningRow[];
};

function Body({ props }: { props: OpeningsProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="openings">
      <h1 class="speak">{props.own ? say("openings.answer-own") : say("openings.answer", { count: props.found })}</h1>
      <section>
        {props.rows.length === 0 ? (
          <Notice state="none" title={say("openings.none")}>
            <p>{say("openings.none-why")}</p>
          </Notice>
        ) : (
          <Table
            label={say("openings.title")}
            columns={[{ head: say("openings.whose") }, { head: say("openings.day") }, { head: say("openings.what") }]}
            rows={props.rows.map(({ whose, day, what }) => ({
              name: whose,
              cells: [say("value.day", { value: day }), what.join(" · ")],
            }))}
          />
        )}
        <Pager page={props} found={props.found} />
      </section>
    </OfficeFrame>
  );
}

/** The page. */
export const openingsPage = (props: OpeningsProps, say: Say): Page => ({
  title: `${say("openings.title")} · ${props.frame.organisation}`,
  style: ["desk", "table", "list", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
