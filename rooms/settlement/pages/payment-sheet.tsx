/** The sheet that is taken to the pay table: who gets how much in cash, and a line to sign on. For paper first. */
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";
import type { DueRow } from "./payments.tsx";
import { personIn } from "./people.tsx";

export type PaymentSheetProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly day: string;
  readonly sums: readonly Money[];
  readonly rows: readonly DueRow[];
  /** Rows that did not find room on one sheet; "0" when all did. */
  readonly more: string;
  readonly back: string;
};

function Body({ props }: { props: PaymentSheetProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="sheet">
      <p>
        <b>{props.frame.organisation}</b>
      </p>
      <h1 class="speak">
        {say("payments.sheet-answer", {
          count: `${props.rows.length}`,
          sum: sumsInWords(props.sums, say),
          day: props.day,
        })}
      </h1>
      {props.more === "0" ? null : <p class="soft">{say("payments.sheet-more", { more: props.more })}</p>}
      <div class="signing">
        <Table
          label={say("payments.sheet")}
          columns={[
            { head: say("settle.person-head") },
            { head: say("statements.number") },
            { head: say("payments.amount"), figures: true },
            { head: say("payments.signature") },
          ]}
          rows={props.rows.map((row) => ({
            name: personIn(row, say),
            cells: [row.paper, say("value.money-line", { value: row.toHand, currency: row.currency }), ""],
          }))}
        />
      </div>
      <p class="soft">{say("payments.sheet-foot")}</p>
      <a class="quiet" href={props.back}>
        {say("payments.to-list")}
      </a>
    </OfficeFrame>
  );
}

/** The page to print. */
export const paymentSheetPage = (props: PaymentSheetProps, say: Say): Page => ({
  title: `${say("payments.sheet")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
