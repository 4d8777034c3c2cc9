/** Cash purchase from the float: what the statement comes to, which notes, what is left in the box, and the slip. */
import { useMemo, useState } from "preact/hooks";
import { type Amount, amountText } from "../../../../../kernel/money/index.ts";
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import type { ReceiptContent } from "../../../../../rooms/acopio/content.ts";
import { cashAt } from "../../../../../rooms/acopio/needs/cash.ts";
import { pointOn } from "../../../../../rooms/acopio/needs/points.ts";
import { seasonFor } from "../../../../../rooms/agreements/needs.ts";
import type { StatementContent } from "../../../../../rooms/settlement/content.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { sentenceInWords } from "../../../../language/sentence.ts";
import { Bar, MainAct, Quiet } from "../../parts/acts.tsx";
import { Figure } from "../../parts/figure.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useSaying } from "../../parts/saying.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useField } from "../../screen.ts";
import { questionsOf } from "./asked.ts";
import { cashLines, cashSlip } from "./cash-slip.ts";
import { Hand } from "./hand-on.tsx";
import { givenBy } from "./paper-of.ts";
import { moneyText, notesFor, type Payable, payingSays, statementIn } from "./rules/pay.ts";
import { useWhole } from "./use-whole.ts";

/** Everything about the payment of one hand-over, tried by the book's rules; nothing is said. */
function usePayment(content: ReceiptContent) {
  const { core } = useField();
  const [ids] = useState(() => ({ settlement: core.newId(), statement: core.newId(), payment: core.newId() }));
  return useMemo(() => {
    const on = core.today();
    const season = core.ask(seasonFor(content.product, content.happened));
    const about: Payable = {
      ids,
      season: season?.agreement ?? "",
      agent: content.agent,
      delivery: content.delivery,
      currency: content.shown?.currency ?? "",
      place: core.place,
      on,
    };
    const { content: statement, because } = statementIn(
      core.preview("settlement.on-the-spot", payingSays(about, "0", null)),
    );
    const box = core.ask(cashAt(core.place, about.currency, core.settings()));
    const sheet = core.ask(pointOn(core.place, on))?.sheet ?? null;
    return { about, statement, because, box, sheet, plan: season?.policy.deductions ?? null };
  }, [core, content, ids]);
}

/** Must: pay nothing twice; take off only what this point holds; leave the float in sight. */
export function Pay({ delivery }: { delivery: string }) {
  const say = useSay();
  const whole = useWhole(delivery);
  const given = useMemo(() => givenBy(whole ?? null), [whole]);
  if (whole === undefined) return null;
  if (given?.content == null) return <Shown title={say("field.receipt.not-here")} />;
  return <PayFor content={given.content} />;
}

function PayFor({ content }: { content: ReceiptContent }) {
  const { replace } = useField();
  const say = useSay();
  const { act, trouble, busy } = useSaying();
  const { about, statement, because, box, sheet, plan } = usePayment(content);
  const [paid, setPaid] = useState<StatementContent | null>(null);
  if (paid !== null) return <Paid content={paid} number={content.number} payment={about.ids.payment} />;
  if (statement === null)
    return (
      <Shown title={say("field.pay.not-now")}>
        <Notice state="waiting" title={say("field.pay.not-now-why")}>
          <p>{sentenceInWords({ code: because, facts: {} }, say)}</p>
        </Notice>
      </Shown>
    );
  const amount = moneyText(statement.payment.paid, statement);
  const values = sheet?.denominations.find(({ currency }) => currency === about.currency)?.values ?? [];
  const counted = notesFor(amount, values);
  const left = box - BigInt(statement.payment.paid);
  const grain = { currency: statement.currency, ...statement.grain };
  const money = (value: string): string => say("value.money-line", { value, currency: about.currency });
  const hand = async (): Promise<void> => {
    const said = await act(
      "settlement.on-the-spot",
      payingSays(about, statement.payment.paid, statement.subtotals.net),
      { act: about.ids.payment },
    );
    if (said !== null) setPaid(statement);
  };
  return (
    <Shown
      title={say("field.pay.title", { number: content.number })}
      bar={
        <Bar>
          {trouble}
          <MainAct icon="cash" disabled={busy} onPress={() => void hand()}>
            {say("field.pay.paid", { amount: money(amount) })}
          </MainAct>
        </Bar>
      }
    >
      <p class="amount pay-amount">
        <Figure exact={amount} of="money" currency={about.currency} size="huge" />
      </p>
      <p class="soft">{say("field.pay.for", { net: say("value.kilograms", { value: kilogramsOf(content.net) }) })}</p>
      {left >= 0n ? null : (
        <Notice state="waiting" title={say("field.pay.short")}>
          <p>{say("field.pay.short-why", { box: money(amountText(box as Amount, grain)) })}</p>
        </Notice>
      )}
      <dl class="account">
        {cashLines(statement, plan, say).map((line) => (
          <div key={line.name} class={line.rank}>
            <dt>{line.name}</dt>
            <dd>{line.figure}</dd>
          </div>
        ))}
      </dl>
      {counted.notes.length === 0 ? null : (
        <section aria-labelledby="notes-heading">
          <h2 id="notes-heading">{say("field.pay.notes")}</h2>
          <ul class="notes">
            {counted.notes.map(({ value, count }) => (
              <li key={value}>{say("field.pay.note", { count, value: money(value) })}</li>
            ))}
            {counted.rest === "0" ? null : <li>{say("field.pay.notes-rest", { rest: money(counted.rest) })}</li>}
          </ul>
        </section>
      )}
      {left < 0n ? null : (
        <p class="float">
          {say("field.pay.float", {
            before: money(amountText(box as Amount, grain)),
            after: money(amountText(left as Amount, grain)),
          })}
        </p>
      )}
      <Quiet onPress={() => replace("receipt", content.delivery)}>{say("field.pay.later")}</Quiet>
    </Shown>
  );
}

/** The cash is handed over: the slip, what is asked about it, and whoever is next. */
function Paid({ content, number, payment }: { content: StatementContent; number: string; payment: string }) {
  const { core, replace } = useField();
  const say = useSay();
  const item = core.outbox().find((one) => one.act === payment);
  const asked = item === undefined ? [] : questionsOf(core, item);
  const season = core.ask(seasonFor(content.deliveries[0]?.product ?? "", content.days.happened));
  const paper = cashSlip(
    content,
    { name: core.person(content.agent.id)?.name ?? null, plan: season?.policy.deductions ?? null },
    say,
  );
  return (
    <Shown
      title={say("field.pay.done", { number })}
      back={false}
      bar={
        <Bar>
          <MainAct icon="people" onPress={() => replace("turn")}>
            {say("field.receipt.next-person")}
          </MainAct>
        </Bar>
      }
    >
      <p class="amount pay-amount">
        <Figure exact={moneyText(content.payment.paid, content)} of="money" currency={content.currency} size="huge" />
      </p>
      {asked.length === 0 ? null : (
        <Notice state="waiting" title={say("field.receipt.asked", { count: `${asked.length}` })}>
          {asked.map((question) => (
            <p key={question.code}>{sentenceInWords(question, say)}</p>
          ))}
        </Notice>
      )}
      <div class="acts">
        <Hand paper={paper} notes={[]} />
      </div>
    </Shown>
  );
}
