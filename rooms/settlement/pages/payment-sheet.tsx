/** The sheet that is taken to the pay table: who gets how much in cash, in figures and words, and where one signs. For paper first. */
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";

/** One person to be paid, as it is read. */
export type SheetRow = {
  readonly at: string;
  readonly person: string;
  readonly paper: string;
  readonly amount: string;
  readonly words: string;
};

/** A page of the sheet: its rows, and what they come to. */
export type SheetPage = {
  readonly rows: readonly SheetRow[];
  readonly sums: readonly { readonly name: string; readonly amount: string }[];
};

export type PaymentSheetProps = {
  readonly frame: Frame;
  readonly book: string;
  /** The sentence that answers: how many people, how much, of which day. */
  readonly answer: string;
  readonly pages: readonly SheetPage[];
  /** Rows that did not find room on the screen; "0" when all did. The PDF has them. */
  readonly more: string;
  readonly pdf: string;
  /** The notes and coins that pay it. */
  readonly cash: string;
  readonly back: string;
};

/** Must: number the rows, give each room to sign and for a fingerprint, and close each page with its sum. */
function SignTable({ page }: { page: SheetPage }) {
  const say = useSay();
  return (
    <div class="signing">
      <Table
        label={say("payments.sheet")}
        columns={[
          { head: say("settle.person-head") },
          { head: say("statements.number") },
          { head: say("payments.amount"), figures: true },
          { head: say("cash.signature") },
          { head: say("cash.fingerprint") },
        ]}
        rows={page.rows.map((row) => ({
          name: `${row.at}. ${row.person}`,
          cells: [
            row.paper,
            <>
              <b>{row.amount}</b>
              {row.words === "" ? null : <span class="small soft under"> {row.words}</span>}
            </>,
            "",
            "",
          ],
        }))}
      />
      {page.sums.map(({ name, amount }) => (
        <p>
          <b>
            {name}: {amount}
          </b>
        </p>
      ))}
    </div>
  );
}

function Body({ props }: { props: PaymentSheetProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="sheet">
      <p>
        <b>{props.frame.organisation}</b>
      </p>
      <h1 class="speak">{props.answer}</h1>
      <p class="acts">
        <a class="do" href={props.pdf}>
          {say("cash.sheet-pdf")}
        </a>
      </p>
      <p class="doors">
        <a class="quiet" href={props.cash}>
          {say("cash.link")}
        </a>
        <a class="quiet" href={props.back}>
          {say("payments.to-list")}
        </a>
      </p>
      {props.more === "0" ? null : <Notice state="waiting" title={say("payments.sheet-more", { more: props.more })} />}
      {props.pages.map((page) => (
        <SignTable page={page} />
      ))}
      <p class="soft">{say("payments.sheet-foot")}</p>
    </OfficeFrame>
  );
}

/** The page to print. */
export const paymentSheetPage = (props: PaymentSheetProps, say: Say): Page => ({
  title: `${say("payments.sheet")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "money", "notice", "form", "today"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
