/** The forms of an order: what the bank said of a payment, and taking the order back. */
import { failureReasons } from "../../../rooms/settlement/rules/order/reasons.ts";
import { ChoiceField, DayField, type Filled, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { OneOrder, PaymentRow } from "./read.ts";

/** Must: take the bank's word by hand where no file of the bank is at hand. */
export function AnswerForm(props: { row: OneOrder; payments: readonly PaymentRow[]; filled: Filled; at: PageAt }) {
  const { row, payments, filled, at } = props;
  const { say } = at;
  const open = payments.filter(({ state }) => state === "ordered" || state === "paid");
  const became = [
    { value: "paid", says: say("bank-order.became-paid") },
    ...failureReasons.map((value) => ({ value, says: say(`bank-order.reason.${value}`) })),
  ];
  return (
    <section>
      <h2>{say("bank-order.answer")}</h2>
      <p class="soft">{say("bank-order.answer-why")}</p>
      <ActForm
        action={at.address(`payments/orders/${row.order}`)}
        act={at.newAct()}
        filled={filled}
        named={["number", "became", "on", "reference"]}
        submit={say("bank-order.keep-answer")}
      >
        <input type="hidden" name="do" value="answer" />
        <TextField
          name="number"
          label={say("bank-order.our-number")}
          suggested={open.map((one) => ({ value: one.number, says: one.name ?? one.statement_number }))}
          filled={filled}
        />
        <ChoiceField name="became" label={say("bank-order.became")} choices={became} filled={filled} />
        <div class="pair">
          <DayField name="on" label={say("bank-order.answered-on")} filled={filled} />
          <TextField name="reference" label={say("bank-order.reference")} filled={filled} optional />
        </div>
      </ActForm>
    </section>
  );
}

/** Must: say that the bank may have the file already; lead to replacing it. */
export function CancelForm(props: { row: OneOrder; downloads: number; filled: Filled; at: PageAt }) {
  const { row, downloads, filled, at } = props;
  const { say } = at;
  return (
    <section>
      <h2>{say("bank-order.take-back")}</h2>
      <p>
        {say(downloads === 0 ? "bank-order.take-back-free" : "bank-order.take-back-taken", { count: `${downloads}` })}
      </p>
      <p class="doors">
        <a class="do" href={at.address("payments/orders/new", { replaces: row.order })}>
          {say("bank-order.replace")}
        </a>
      </p>
      <ActForm
        action={at.address(`payments/orders/${row.order}`)}
        act={at.newAct()}
        filled={filled}
        named={["reason"]}
        submit={say("bank-order.cancel")}
        grave
      >
        <input type="hidden" name="do" value="cancel" />
        <TextField name="reason" label={say("bank-order.cancel-reason")} filled={filled} />
      </ActForm>
    </section>
  );
}
