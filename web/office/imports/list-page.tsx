/** The imports of a book: bring a sheet, and see what was brought before. */
import type { StartKind } from "../../../exchange/starts/kinds.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { type Frame, OfficeFrame } from "../../components/frames.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking, useSay } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import type { Say } from "../../language/say.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";

/** One import of the list. */
export type ImportRow = {
  readonly href: string;
  readonly file: string;
  readonly kind: StartKind | null;
  readonly stage: string;
  readonly rows: string;
  readonly day: string;
  readonly by: string | null;
};

export type ListProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly imports: readonly ImportRow[];
  readonly refusal: Refusal | null;
  readonly largest: string;
  /** How many days the files are kept. */
  readonly days: string;
  readonly openings: string;
  readonly action: string;
};

function BringForm({ props }: { props: ListProps }) {
  const say = useSay();
  return (
    <form class="act" method="post" action={props.action} encType="multipart/form-data">
      {props.refusal === null ? null : (
        <Notice state="broken" title={say("form.not-done")}>
          <p>{sentenceOf(props.refusal, say)}</p>
        </Notice>
      )}
      <div class="ask">
        <label for="file">{say("imports.file")}</label>
        <p class="hint" id="file-hint">
          {say("imports.file-hint", { largest: props.largest })}
        </p>
        <input
          id="file"
          name="file"
          class="field"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
          aria-describedby="file-hint"
        />
      </div>
      <p class="acts">
        <button class="do main" type="submit">
          {say("imports.bring")}
        </button>
      </p>
    </form>
  );
}

function Body({ props }: { props: ListProps }) {
  const say = useSay();
  const { imports } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="imports">
      <h1 class="speak">{say("imports.answer", { count: `${imports.length}` })}</h1>
      <p>{say("imports.how")}</p>
      <p>{say("imports.kept-days", { days: props.days })}</p>
      <a class="quiet" href={props.openings}>
        {say("openings.title")}
      </a>
      <BringForm props={props} />
      {imports.length === 0 ? null : (
        <section>
          <h2>{say("imports.before")}</h2>
          <Table
            label={say("imports.before")}
            columns={[
              { head: say("imports.file") },
              { head: say("imports.kind") },
              { head: say("imports.stage") },
              { head: say("imports.rows"), figures: true },
              { head: say("imports.day") },
              { head: say("imports.by") },
            ]}
            rows={imports.map((one) => ({
              name: <a href={one.href}>{one.file}</a>,
              cells: [
                one.kind === null ? null : say(`imports.kind.${one.kind}`),
                say(`imports.stage.${one.stage}`),
                say("value.figure", { value: one.rows }),
                say("value.day", { value: one.day }),
                one.by,
              ],
            }))}
          />
        </section>
      )}
    </OfficeFrame>
  );
}

/** The page. */
export const listPage = (props: ListProps, say: Say): Page => ({
  title: `${say("imports.title")} · ${props.frame.organisation}`,
  style: ["desk", "table", "list", "form", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
