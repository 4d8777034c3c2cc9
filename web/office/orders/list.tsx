/** `/o/BOOK/payments/orders`: what did we order from the bank, and what became of it? */
import { done, type Result } from "../../../kernel/refusal.ts";
import { Pager } from "../../components/list.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import { listingOf, listPageOf, shown } from "../../desk/listed.ts";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { moneyAt } from "../settling.ts";
import type { OrderRow } from "./read.ts";
import { OrderState } from "./states.tsx";

export const ordersPage: BookPage = { path: "/o/:book/payments/orders", open: draw };

async function draw(at: PageAt): Promise<Result<Page>> {
  const { say, address } = at;
  const { skip } = listingOf(at.request);
  const found = await at.ask("payment-orders.list", { limit: shown, skip });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly (OrderRow & { readonly found: string })[];
  const waiting = await at.ask("payments.ordered", { limit: 1 });
  const isWaiting = waiting.ok && waiting.value.rows.length > 0;
  const page = listPageOf(at.request, skip, rows.length, found.value.next !== undefined);
  return done(
    formPage(at, {
      here: "payments",
      asks: say(
        rows.length === 0 ? "bank-order.none-yet" : isWaiting ? "bank-order.some-wait" : "bank-order.none-waits",
      ),
      about: say("bank-order.about"),
      children: (
        <>
          <p class="doors">
            {at.powers.has("pay") ? (
              <a class="do main" href={address("payments/orders/new")}>
                {say("bank-order.new")}
              </a>
            ) : null}
            {at.may("accounts.own") ? (
              <a class="quiet" href={address("payments/accounts")}>
                {say("bank-order.our-accounts")}
              </a>
            ) : null}
            <a class="quiet" href={address("payments")}>
              {say("payments.to-list")}
            </a>
          </p>
          {rows.length === 0 ? (
            <Notice state="none" title={say("bank-order.none-yet")}>
              <p>{say("bank-order.none-why")}</p>
            </Notice>
          ) : (
            <Orders rows={rows} at={at} />
          )}
          {page.previous || page.next ? <Pager page={page} found={rows[0]?.found ?? "0"} /> : null}
        </>
      ),
    }),
  );
}

function Orders({ rows, at }: { rows: readonly OrderRow[]; at: PageAt }) {
  const { say } = at;
  return (
    <Table
      label={say("bank-order.orders")}
      columns={[
        { head: say("bank-order.number") },
        { head: say("bank-order.made-on") },
        { head: say("bank-order.pay-on") },
        { head: say("bank-order.payments"), figures: true },
        { head: say("bank-order.total"), figures: true },
        { head: say("bank-order.state") },
      ]}
      rows={rows.map((row) => ({
        name: (
          <a class="nb" href={at.address(`payments/orders/${row.order}`)}>
            {row.number}
          </a>
        ),
        cells: [
          <span class="nb">{say("value.day", { value: row.made_on })}</span>,
          <span class="nb">{say("value.day", { value: row.day })}</span>,
          say("value.figure", { value: `${row.payments}` }),
          say("value.money-line", { value: moneyAt(at, row.currency, row.total), currency: row.currency }),
          <OrderState row={row} say={say} />,
        ],
      }))}
    />
  );
}
