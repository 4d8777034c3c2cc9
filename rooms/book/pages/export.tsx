/** What can be taken along as a sheet: one row for each list that its reader may see. */
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";

/** One list: what it is, what for, and where its files are. */
export type ExportRow = {
  readonly title: string;
  readonly why: string | null;
  readonly xlsx: string;
  readonly csv: string;
};

export type ExportProps = { readonly frame: Frame; readonly book: string; readonly rows: readonly ExportRow[] };

/** The visible words stand first in what is read aloud, so that one may say what one sees. */
function File({ href, says, of }: { href: string; says: string; of: string }) {
  return (
    <a class="quiet" href={href} aria-label={`${says}: ${of}`} download>
      {says}
    </a>
  );
}

function List({ rows }: { rows: readonly ExportRow[] }) {
  const say = useSay();
  return (
    <Table
      label={say("export.title")}
      columns={[{ head: say("export.what") }, { head: say("export.xlsx") }, { head: say("export.csv") }]}
      rows={rows.map(({ title, why, xlsx, csv }) => ({
        name: (
          <>
            {title}
            {why === null ? null : <div class="soft">{why}</div>}
          </>
        ),
        cells: [
          <File href={xlsx} says={say("export.xlsx-short")} of={title} />,
          <File href={csv} says={say("export.csv-short")} of={title} />,
        ],
      }))}
    />
  );
}

function Body({ props }: { props: ExportProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="export">
      <h1 class="speak">{say("export.answer")}</h1>
      <p class="soft">{say("export.units")}</p>
      <section>
        {props.rows.length === 0 ? (
          <Notice state="none" title={say("export.none")}>
            <p>{say("export.none-why")}</p>
          </Notice>
        ) : (
          <List rows={props.rows} />
        )}
      </section>
    </OfficeFrame>
  );
}

/** The page of what can be taken along. */
export const exportPage = (props: ExportProps, say: Say): Page => ({
  title: `${say("export.title")} · ${props.frame.organisation}`,
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
