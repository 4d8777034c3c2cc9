/** `/o/BOOK/payments/orders/new`: what can be paid by the bank now, and who has no account yet? Also in the place of another order. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import { day as dayOf } from "../../../kernel/time/index.ts";
import { orderLayouts } from "../../../rooms/settlement/rules/order/layouts.ts";
import { ChoiceField, DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { sumsInWords } from "../../language/sums.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { moneyAt } from "../settling.ts";
import { type NewOrder, newOrderAt } from "./new-read.ts";
import { CanGo, CannotGo } from "./new-tables.tsx";
import { accountName, type OneOrder } from "./read.ts";

const path = "/o/:book/payments/orders/new";
export const newOrderPage: BookPage = { path, open: (at) => draw(at, at.words, null) };
export const newOrderForm: BookForm = { path, post };

/** The order that this one takes the place of; null when it is a new one. */
async function replacedBy(at: PageAt, words: URLSearchParams): Promise<OneOrder | null> {
  const order = words.get("replaces") ?? "";
  if (!isUuid(order)) return null;
  return (await rowsOf<OneOrder>(at, "payment-order.one", { order }))?.[0] ?? null;
}

async function draw(at: PageAt, words: URLSearchParams, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const old = await replacedBy(at, words);
  const chosen = dayOf(words.get("on") ?? "");
  const day = chosen === null || chosen < at.today ? at.today : chosen;
  const found = await newOrderAt(at, {
    account: words.get("account") ?? old?.account ?? "",
    day,
    replaces: old?.order ?? null,
  });
  return done(
    formPage(at, {
      here: "payments",
      asks:
        old === null
          ? say("bank-order.can", { count: `${found.can.length}`, sum: sumOf(at, found) })
          : say("bank-order.asks-replace", { number: old.number }),
      about: say(old === null ? "bank-order.asks-why" : "bank-order.replace-why"),
      style: ["money"],
      children:
        found.account === null ? <NoAccount at={at} /> : <Choosing at={at} found={found} old={old} filled={filled} />,
    }),
  );
}

/** What all that can go comes to, in words. */
function sumOf(at: PageAt, { can }: NewOrder): string {
  const [first] = can;
  if (first === undefined) return "";
  const grains = can.reduce((sum, { ready }) => sum + BigInt(ready.amount), 0n);
  const { currency } = first.due;
  return sumsInWords([{ exact: moneyAt(at, currency, `${grains}`), currency }], at.say);
}

const NoAccount = ({ at }: { at: PageAt }) => (
  <Notice state="waiting" title={at.say("bank-order.no-own-account")}>
    <p>
      <a href={at.address("payments/accounts")}>{at.say("bank-order.state-own-account")}</a>
    </p>
  </Notice>
);

type Parts = { at: PageAt; found: NewOrder; old: OneOrder | null; filled: Filled | null };

function Choosing({ at, found, old, filled }: Parts) {
  const { say } = at;
  const action = at.address("payments/orders/new");
  const chosen = fresh({ account: found.account?.account ?? "", on: found.day });
  return (
    <>
      <Filter action={action} narrowed={false}>
        {old === null ? null : <input type="hidden" name="replaces" value={old.order} />}
        <ChoiceField
          name="account"
          label={say("bank-order.from-account")}
          choices={found.accounts.map((one) => ({ value: one.account, says: accountName(one) }))}
          filled={chosen}
        />
        <DayField name="on" label={say("bank-order.pay-on")} filled={chosen} />
      </Filter>
      {found.elsewhere === 0 ? null : (
        <p>
          <a href={at.address("payments/orders")}>{say("bank-order.elsewhere", { count: `${found.elsewhere}` })}</a>
        </p>
      )}
      {found.more === 0 ? null : <p class="soft">{say("bank-order.more", { count: `${found.more}` })}</p>}
      {found.can.length === 0 ? (
        <section>
          <Notice state="none" title={say("bank-order.nothing")}>
            <p>{say("bank-order.nothing-why")}</p>
          </Notice>
        </section>
      ) : (
        <OrderForm at={at} found={found} old={old} filled={filled} />
      )}
      {found.cannot.length === 0 ? null : <CannotGo rows={found.cannot} at={at} />}
    </>
  );
}

function OrderForm({ at, found, old, filled }: Parts) {
  const { say } = at;
  const typed = filled ?? fresh({ layout: orderLayouts[0] });
  const ticked = filled === null ? null : new Set(filled.typed?.getAll("pay"));
  return (
    <ActForm
      action={at.address("payments/orders/new")}
      act={at.newAct()}
      filled={typed}
      named={["layout", "reason"]}
      submit={say(old === null ? "bank-order.make" : "bank-order.replace")}
      other={{ href: at.address("payments/orders"), says: say("form.go-back") }}
      wide
    >
      <input type="hidden" name="account" value={found.account?.account ?? ""} />
      <input type="hidden" name="on" value={found.day} />
      {old === null ? null : <input type="hidden" name="replaces" value={old.order} />}
      <CanGo rows={found.can} ticked={ticked} today={at.today} at={at} />
      <section class="pair">
        <ChoiceField
          name="layout"
          label={say("bank-order.layout")}
          hint={say("bank-order.layout-hint")}
          choices={orderLayouts.map((value) => ({ value, says: say(`bank-order.layout.${value.replace("/", "-")}`) }))}
          filled={typed}
        />
        {old === null ? <span /> : <TextField name="reason" label={say("bank-order.replace-reason")} filled={typed} />}
      </section>
    </ActForm>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const again = (wrong: readonly Refusal[]) => draw(at, form.typed, { typed: form.typed, wrong: [...wrong] });
  const replaces = form.maybe("replaces");
  const [account, on, layout] = [form.readId("account"), form.readDay("on"), form.readText("layout")];
  const reason = replaces === undefined ? undefined : form.readText("reason");
  if (form.wrong.length > 0) return again(form.wrong);
  const order = at.idOf("order");
  const says = { order, account, layout, on, statements: form.all("pay") };
  if (says.statements.length === 0) return again([nothingTicked]);
  const spoken =
    replaces === undefined
      ? await at.speak("payment-order.make", says)
      : await at.speak("payment-order.replace", { ...says, replaces, reason });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  const isMade = spoken.waitsUntil === undefined;
  return done({ goTo: at.address(isMade ? `payments/orders/${order}` : "payments/orders"), told: "order-made" });
}

const nothingTicked: Refusal = { code: "payments.nothing-ticked", facts: {} };
