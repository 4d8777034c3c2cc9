/** Whom do we pay now, how much, and is it there? And what was paid. */
import type { ComponentChildren } from "preact";
import { ChoiceField, DayField, type Filled, TextField } from "../../../web/components/fields.tsx";
import { Figure } from "../../../web/components/figure.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { type ListPage, Pager } from "../../../web/components/list.tsx";
import { Mark } from "../../../web/components/mark.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { SumStrip } from "../../../web/components/sum-strip.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";
import { Made, Narrow, PayAll } from "./payments-parts.tsx";
import { type Person, personIn } from "./people.tsx";

/** One closed statement that is not paid whole. Sums as exact decimal text of `currency`. */
export type DueRow = Person & {
  readonly statement: string;
  readonly paper: string;
  readonly href: string;
  readonly settlement: string;
  readonly way: "cash" | "transfer";
  readonly place: string | null;
  readonly day: string | null;
  /** Our number of the payment that waits for the bank; null when it was not ordered. */
  readonly ordered: string | null;
  readonly currency: string;
  readonly toHand: string;
};

/** One payment made. */
export type MadeRow = Person & {
  readonly paper: string;
  readonly href: string;
  readonly on: string;
  readonly way: string;
  readonly place: string | null;
  /** What a transfer is found by: our number, the bank's reference. */
  readonly found: string | null;
  readonly currency: string;
  readonly amount: string;
};

export type PaymentsProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  /** How many are due in all that was asked, and what is to be handed over, by currency; of it in cash and by transfer. */
  readonly due: string;
  readonly sums: readonly Money[];
  readonly cash: readonly Money[];
  readonly transfer: readonly Money[];
  /** What the boxes and the bank hold, where the reader may know; null when not. */
  readonly boxes: readonly Money[] | null;
  readonly bank: readonly Money[] | null;
  /** By how much the boxes fall short of what is due in cash; "0" of each currency where they reach. */
  readonly short: readonly Money[];
  /** The list as a sheet. */
  readonly sheet: string;
  readonly rows: readonly DueRow[];
  readonly found: string;
  readonly made: readonly MadeRow[];
  readonly filter: { readonly action: string; readonly filled: Filled; readonly narrowed: boolean };
  readonly settlements: readonly { readonly value: string; readonly says: string }[];
  /** Pays the rows that are ticked; null when the reader may not. */
  readonly pay: {
    readonly act: string;
    readonly filled: Filled;
    readonly hidden: readonly (readonly [string, string])[];
  } | null;
  /** Pays all of the settlement that was chosen; null when none was. */
  readonly payAll: { readonly act: string; readonly statements: string } | null;
  readonly sheetHref: string | null;
  /** The notes and coins that pay what goes in cash; what the bank said. */
  readonly cashHref: string | null;
  readonly bankHref: string | null;
  /** What was ordered from the bank; null when the reader may not see it. */
  readonly ordersHref: string | null;
};

const money = (sums: readonly Money[], say: Say): ComponentChildren =>
  sums.length === 0
    ? say("settle.no-money")
    : sums.map(({ exact, currency }) => <Figure exact={exact} counted={{ of: "money", currency }} />);

/** Whether the boxes reach, and else what is missing; nothing where nothing is due in cash. */
const reach = (short: readonly Money[], say: Say): string | undefined => {
  if (short.length === 0) return undefined;
  const missing = short.filter(({ exact }) => /[1-9]/.test(exact));
  if (missing.length === 0) return say("payments.enough");
  return missing.map(({ exact, currency }) => say("payments.short", { short: exact, currency })).join(" · ");
};

function Sums({ props }: { props: PaymentsProps }) {
  const say = useSay();
  const { boxes, bank } = props;
  return (
    <SumStrip
      sums={[
        { label: say("payments.in-cash"), figure: money(props.cash, say) },
        { label: say("payments.by-transfer"), figure: money(props.transfer, say) },
        ...(boxes === null
          ? []
          : [{ label: say("account.cash"), figure: money(boxes, say), under: reach(props.short, say) }]),
        ...(bank === null ? [] : [{ label: say("account.bank"), figure: money(bank, say) }]),
      ]}
    />
  );
}

function Due({ rows, ticked }: { rows: readonly DueRow[]; ticked: ReadonlySet<string> | null }) {
  const say = useSay();
  return (
    <Table
      label={say("payments.due")}
      columns={[
        { head: say("settle.person-head") },
        { head: say("statements.number") },
        { head: say("settle.way") },
        { head: say("settle.pay-day") },
        { head: say("payments.to-hand"), figures: true },
      ]}
      rows={rows.map((row) => ({
        name:
          ticked === null || row.ordered !== null ? (
            personIn(row, say)
          ) : (
            <label class="tick">
              <input type="checkbox" name="pay" value={row.statement} checked={ticked.has(row.statement)} />
              <span>{personIn(row, say)}</span>
            </label>
          ),
        cells: [
          <a href={row.href}>{row.paper}</a>,
          row.ordered === null ? (
            wayOf(row, say)
          ) : (
            <>
              <Mark name="waiting" /> {say("payments.ordered", { number: row.ordered })}
            </>
          ),
          row.day === null ? null : <span class="nb">{say("value.day", { value: row.day })}</span>,
          say("value.money-line", { value: row.toHand, currency: row.currency }),
        ],
      }))}
    />
  );
}

/** How it is paid, and where. */
const wayOf = ({ way, place }: DueRow, say: Say): string =>
  place === null ? say(`settle.way.${way}`) : say("payments.way-at", { way: say(`settle.way.${way}`), place });

function PayForm({ props, pay }: { props: PaymentsProps; pay: NonNullable<PaymentsProps["pay"]> }) {
  const say = useSay();
  const { filled } = pay;
  return (
    <ActForm
      action={props.filter.action}
      act={pay.act}
      filled={filled}
      named={["paidIn", "on", "place"]}
      submit={say("payments.pay-ticked")}
      wide
    >
      <input type="hidden" name="do" value="ticked" />
      {pay.hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Due rows={props.rows} ticked={new Set(filled.typed?.getAll("pay"))} />
      <Pager page={props} found={props.found} />
      <HowPaid filled={filled} />
    </ActForm>
  );
}

function HowPaid({ filled }: { filled: Filled }) {
  const say = useSay();
  const ways = (["as-said", "cash", "transfer"] as const).map((value) => ({
    value,
    says: say(`payments.how.${value}`),
  }));
  return (
    <section>
      <h2>{say("payments.how")}</h2>
      <p class="hint">{say("payments.coins")}</p>
      <ChoiceField name="paidIn" label={say("settle.way")} choices={ways} filled={filled} />
      <DayField name="on" label={say("payments.on")} filled={filled} />
      <TextField
        name="place"
        label={say("payments.place")}
        hint={say("payments.place-hint")}
        filled={filled}
        optional
      />
    </section>
  );
}

function Body({ props }: { props: PaymentsProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="payments">
      <h1 class="speak">
        <Sentence of="payments.answer" values={{ due: props.due, sum: sumsInWords(props.sums, say) }} />
      </h1>
      <Sums props={props} />
      <Narrow props={props} />
      <p class="doors">
        {props.ordersHref === null ? null : (
          <a class="quiet" href={props.ordersHref}>
            {say("payments.orders-link")}
          </a>
        )}
        {props.bankHref === null ? null : (
          <a class="quiet" href={props.bankHref}>
            {say("bank.link")}
          </a>
        )}
        {props.cashHref === null ? null : (
          <a class="quiet" href={props.cashHref}>
            {say("cash.link")}
          </a>
        )}
        {props.sheetHref === null ? null : (
          <a class="quiet" href={props.sheetHref}>
            {say("payments.sheet-link")}
          </a>
        )}
      </p>
      {props.rows.length === 0 ? (
        <Notice
          state={props.filter.narrowed ? "none" : "kept"}
          title={say(props.filter.narrowed ? "payments.none-like-this" : "payments.none")}
        />
      ) : props.pay === null || props.rows.every((row) => row.ordered !== null) ? (
        <>
          <Due rows={props.rows} ticked={null} />
          <Pager page={props} found={props.found} />
        </>
      ) : (
        <PayForm props={props} pay={props.pay} />
      )}
      {props.payAll === null ? null : <PayAll props={props} all={props.payAll} />}
      <a class="quiet" href={props.sheet}>
        {say("list.take")}
      </a>
      <section>
        <h2>{say("payments.made")}</h2>
        <Made rows={props.made} />
      </section>
    </OfficeFrame>
  );
}

/** The page of payments. */
export const paymentsPage = (props: PaymentsProps, say: Say): Page => ({
  title: `${say("payments.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money", "today"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
