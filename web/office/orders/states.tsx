/** The states of payments and orders, each with its mark and its word. */
import { Mark, type MarkName } from "../../components/mark.tsx";
import type { Say } from "../../language/say.ts";
import type { OrderRow, PaymentRow } from "./read.ts";

const marks: Readonly<Record<string, MarkName>> = {
  ordered: "waiting",
  paid: "kept",
  failed: "broken",
  returned: "broken",
  void: "void",
  replaced: "void",
  cancelled: "void",
};

const marked = (state: string, says: string) => (
  <span class="nb">
    <Mark name={marks[state] ?? "none"} /> {says}
  </span>
);

/** What became of a payment; where the bank did not pay, why. */
export function PaymentState({ row, say }: { row: PaymentRow; say: Say }) {
  const { state, reason, words } = row;
  const known = reason !== null && say.has(`bank-order.reason.${reason}`);
  const why = [known ? say(`bank-order.reason.${reason}`) : reason, words].filter((one) => one !== null && one !== "");
  return (
    <>
      {marked(state, say(`bank-order.state.${state}`))}
      {state === "failed" || state === "returned" ? (
        <>
          <br />
          <span class="small soft">{why.join(": ")}</span>
        </>
      ) : null}
    </>
  );
}

/** How far an order has come: void, or how many of its payments wait, are paid, came back. */
export function OrderState({ row, say }: { row: OrderRow; say: Say }) {
  if (row.stage !== "ordered") return marked(row.stage, say(`bank-order.stage.${row.stage}`));
  if (row.waiting !== "0") return marked("ordered", say("bank-order.waiting", { waiting: row.waiting }));
  return row.failed === "0"
    ? marked("paid", say("bank-order.all-paid"))
    : marked("failed", say("bank-order.some-failed", { failed: row.failed }));
}
