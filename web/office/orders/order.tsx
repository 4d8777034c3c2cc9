/** `/o/BOOK/payments/orders/ORDER`: how far has this order come? Its file, each payment with what the bank said, and taking it back. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { type Filled, fresh } from "../../components/fields.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { begun } from "../../language/names.ts";
import { sentenceInWords } from "../../language/sentence.ts";
import { sumsInWords } from "../../language/sums.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { moneyAt } from "../settling.ts";
import { fileRefusal } from "./file.ts";
import { AnswerForm, CancelForm } from "./order-forms.tsx";
import { Download, LeftOut, Payments } from "./order-parts.tsx";
import type { LeftOutRow, OneOrder, PaymentRow } from "./read.ts";
import { orderWords } from "./states.tsx";

const path = "/o/:book/payments/orders/:order";
export const orderPage: BookPage = { path, open: (at) => draw(at, null) };
export const orderForm: BookForm = { path, post };

/** Payments on one page; longer orders are turned over. */
const onePage = 200;

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const order = at.parameter("order");
  if (!isUuid(order)) return refused("payment-order.unknown", { order });
  const found = await at.ask("payment-order.one", { order });
  if (!found.ok) return found;
  const row = found.value.rows[0] as OneOrder | undefined;
  if (row === undefined) return refused("payment-order.unknown", { order });
  const skip = Math.max(0, Number.parseInt(at.words.get("skip") ?? "0", 10) || 0);
  const payments = (await rowsOf<PaymentRow>(at, "payment-order.payments", { order, limit: onePage, skip })) ?? [];
  const leftOut = (await rowsOf<LeftOutRow>(at, "payment-order.left-out", { order })) ?? [];
  const downloads = (await rowsOf<{ at: string; name: string | null }>(at, "payment-order.downloads", { order })) ?? [];
  const { say } = at;
  const noFile = fileRefusal(at.words);
  const isOpen = row.stage === "ordered" && row.waiting !== "0";
  const sum = sumsInWords([{ exact: moneyAt(at, row.currency, row.total), currency: row.currency }], say);
  return done(
    formPage(at, {
      here: "payments",
      asks: say("bank-order.one", { number: row.number, sum, payments: `${row.payments}`, day: row.day }),
      about: `${begun(orderWords(row, say))}. ${
        row.made_by === null
          ? say("bank-order.made", { day: row.made_on })
          : say("bank-order.made-by", { day: row.made_on, who: row.made_by })
      }`,
      children: (
        <>
          {noFile === null ? null : (
            <Notice state="broken" title={say("bank-order.no-file")}>
              <p>{sentenceInWords(noFile, say)}</p>
            </Notice>
          )}
          <Standing row={row} at={at} />
          <Download row={row} downloads={downloads} at={at} />
          <Payments rows={payments} row={row} skip={skip} onePage={onePage} at={at} />
          {leftOut.length === 0 ? null : <LeftOut rows={leftOut} at={at} />}
          {at.powers.has("pay") && row.payments > 0 ? (
            <AnswerForm
              row={row}
              payments={payments}
              filled={ofForm(filled, "answer", at, onlyOpen(payments))}
              at={at}
            />
          ) : null}
          {isOpen && at.powers.has("pay") ? (
            <CancelForm row={row} downloads={downloads.length} filled={ofForm(filled, "cancel", at)} at={at} />
          ) : null}
          <p class="doors">
            <a class="quiet" href={at.address("payments/orders")}>
              {say("bank-order.to-list")}
            </a>
          </p>
        </>
      ),
    }),
  );
}

/** What was typed into one of the page's forms; the others stay as they were. */
const ofForm = (filled: Filled | null, which: string, at: PageAt, number = ""): Filled =>
  filled?.typed?.get("do") === which ? filled : fresh({ on: at.today, became: "paid", number });

/** The number of the one payment that waits; empty when several do, or none. */
const onlyOpen = (payments: readonly PaymentRow[]): string => {
  const [first, ...others] = payments.filter(({ state }) => state === "ordered");
  return first === undefined || others.length > 0 ? "" : first.number;
};

/** That it is void and why, or which it replaces. */
function Standing({ row, at }: { row: OneOrder; at: PageAt }) {
  const { say, address } = at;
  return (
    <>
      {row.stage === "ordered" ? null : (
        <Notice state="void" title={say(`bank-order.is-${row.stage}`, { day: row.ended_on })}>
          <p>{row.ended_because}</p>
          {row.replaced_by_order === null ? null : (
            <p>
              <a href={address(`payments/orders/${row.replaced_by_order}`)}>
                {say("bank-order.replaced-by", { number: row.replaced_by ?? "" })}
              </a>
            </p>
          )}
        </Notice>
      )}
      {row.replaces_order === null ? null : (
        <p>
          <a href={address(`payments/orders/${row.replaces_order}`)}>
            {say("bank-order.replaces", { number: row.replaces ?? "" })}
          </a>{" "}
          {row.replaces_because}
        </p>
      )}
    </>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const order = at.parameter("order");
  const again = (wrong: readonly Refusal[]) => draw(at, { typed: form.typed, wrong });
  if (form.text("do") === "cancel") {
    const reason = form.readText("reason");
    if (reason === null) return again(form.wrong);
    const spoken = await at.speak("payment-order.cancel", { order, reason });
    if (spoken.outcome === "refused") return again(spoken.refusals);
    return done({ goTo: at.address(`payments/orders/${order}`), told: "order-cancelled" });
  }
  return answer(at, order, again);
}

/** What the bank said of one payment, written by hand. */
async function answer(at: FormAt, order: string, again: (wrong: readonly Refusal[]) => Promise<Result<Page>>) {
  const { form } = at;
  const [number, on, became] = [form.readText("number"), form.readDay("on"), form.readText("became")];
  if (form.wrong.length > 0) return again(form.wrong);
  const one = await paymentNumbered(at, order, number ?? "");
  if (one === undefined)
    return again([refused("payment-order.number-not-here", { number: number ?? "" }, "number").refusal]);
  const reference = form.maybe("reference");
  const more = reference === undefined ? {} : { reference: reference.slice(0, 140) };
  const spoken =
    became === "paid"
      ? await at.speak("payment.make", {
          ...{ payment: one.payment, statement: one.statement, amount: one.amount, currency: one.currency },
          ...{ paidIn: "transfer", on, number: one.number, ...more },
        })
      : await at.speak("payment-order.failed", { number: one.number, reason: became, on, ...more });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  const told = spoken.questions.length > 0 ? "kept-with-questions" : "answer-kept";
  return done({ goTo: at.address(`payments/orders/${order}`), told });
}

async function paymentNumbered(at: PageAt, order: string, number: string): Promise<PaymentRow | undefined> {
  const rows = (await rowsOf<PaymentRow>(at, "payment-order.payments", { order, limit: 1000 })) ?? [];
  return rows.find((one) => one.number === number.toUpperCase().replace(/\s/g, ""));
}
