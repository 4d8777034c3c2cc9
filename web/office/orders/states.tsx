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

/** How far an order has come, as a state with its words: void, or how many of its payments wait, are paid, came back. */
function standingOf({ stage, waiting, failed }: OrderRow, say: Say): readonly [state: string, words: string] {
  if (stage !== "ordered") return [stage, say(`bank-order.stage.${stage}`)];
  if (waiting !== "0") return ["ordered", say("bank-order.waiting", { waiting })];
  return failed === "0" ? ["paid", say("bank-order.all-paid")] : ["failed", say("bank-order.some-failed", { failed })];
}

/** The same with its mark. */
export const OrderState = ({ row, say }: { row: OrderRow; say: Say }) => marked(...standingOf(row, say));

/** The same in words alone. */
export const orderWords = (row: OrderRow, say: Say): string => standingOf(row, say)[1];
