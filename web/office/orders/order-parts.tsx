/** The parts of the page of an order: its file with who took it, its payments, and what it could not take. */
import { personIn } from "../../../rooms/settlement/pages/people.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { momentWords } from "../../language/moment.ts";
import { sentenceInWords } from "../../language/sentence.ts";
import { moneyAt, personOf } from "../settling.ts";
import type { LeftOutRow, OneOrder, PaymentRow } from "./read.ts";
import { PaymentState } from "./states.tsx";

type Taken = { readonly at: string; readonly name: string | null };

/** Must: say before it is taken again that it was taken, how often, when and by whom; lead to nothing where the order is void. */
export function Download({ row, downloads, at }: { row: OneOrder; downloads: readonly Taken[]; at: PageAt }) {
  const { say } = at;
  const isVoid = row.stage !== "ordered";
  return (
    <section>
      <h2>{say("bank-order.file")}</h2>
      <p>{say("bank-order.file-says", { message: row.message, institution: row.institution })}</p>
      {downloads.length === 0 ? (
        <p class="soft">{say("bank-order.never-taken")}</p>
      ) : (
        <Notice state="waiting" title={say("bank-order.taken", { count: `${downloads.length}` })}>
          <ul class="plain">
            {downloads.map((one) => (
              <li>
                {momentWords(one.at, at.settings.zone, say)} · {one.name ?? say("members.name-unknown")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isVoid || !at.may("payment-order.file", { order: row.order }) ? null : (
        <p class="doors">
          <a
            class={downloads.length === 0 ? "do main" : "do"}
            href={at.address(`payments/orders/${row.order}/file`)}
            download
          >
            {say(downloads.length === 0 ? "bank-order.take" : "bank-order.take-again")}
          </a>
        </p>
      )}
    </section>
  );
}

type Paying = { rows: readonly PaymentRow[]; row: OneOrder; skip: number; onePage: number; at: PageAt };

/** Must: say of each payment what became of it, with the bank's day, reason and reference. */
export function Payments({ rows, row, skip, onePage, at }: Paying) {
  const { say } = at;
  const to = (from: number) => at.address(`payments/orders/${row.order}`, from === 0 ? {} : { skip: `${from}` });
  return (
    <section>
      <h2>{say("bank-order.payments")}</h2>
      <Table
        label={say("bank-order.payments")}
        columns={[
          { head: say("settle.person-head") },
          { head: say("bank-order.our-number") },
          { head: say("statements.number") },
          { head: say("bank-order.goes-to") },
          { head: say("bank-order.state") },
          { head: say("bank-order.amount"), figures: true },
        ]}
        rows={rows.map((one) => ({
          name: personIn(personOf(one), say),
          cells: [
            <span class="nb">{one.number}</span>,
            <a href={at.address(`statements/${encodeURIComponent(one.statement_number)}`)}>
              <span class="nb">{one.statement_number}</span>
            </a>,
            one.institution,
            <>
              <PaymentState row={one} say={say} />
              {one.state === "ordered" ? null : (
                <>
                  <br />
                  <span class="small soft">
                    {[say("value.day", { value: one.on }), one.reference].filter((part) => part !== null).join(" · ")}
                  </span>
                </>
              )}
            </>,
            say("value.money-line", { value: moneyAt(at, one.currency, one.amount), currency: one.currency }),
          ],
        }))}
      />
      {row.payments <= onePage ? null : (
        <p class="doors">
          {skip === 0 ? null : (
            <a class="quiet" href={to(Math.max(0, skip - onePage))}>
              {say("bank-order.earlier")}
            </a>
          )}
          {skip + onePage >= row.payments ? null : (
            <a class="quiet" href={to(skip + onePage)}>
              {say("bank-order.later")}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

/** Must: name each with its reason: nobody is forgotten in silence. */
export function LeftOut({ rows, at }: { rows: readonly LeftOutRow[]; at: PageAt }) {
  const { say } = at;
  return (
    <section>
      <h2>{say("bank-order.left-out", { count: `${rows.length}` })}</h2>
      <ul class="plain">
        {rows.map((one) => (
          <li>
            <b>{[one.name, one.statement_number].filter((part) => part !== null).join(", ") || one.statement}</b>{" "}
            {sentenceInWords({ code: one.reason, facts: one.facts }, say)}
          </li>
        ))}
      </ul>
    </section>
  );
}
