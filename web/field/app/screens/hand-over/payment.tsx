/** The first payment as it stands under the list of today, or that it is not known yet. */
import { useSay } from "../../../../components/speaking.tsx";
import { named } from "../../../../language/names.ts";
import { Figure } from "../../parts/figure.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { Facts } from "./facts.ts";
import { measureWords, readingWords, wordsIn } from "./words.ts";

/** Must: say that it is an estimate and by which list; invent nothing where no price is known; name the route of what is not taken. */
export function Payment({ facts }: { facts: Facts }) {
  const say = useSay();
  const { payment, verdict } = facts;
  const [because] = verdict.because;
  if (verdict.goods === "rejected" && because !== undefined)
    return (
      <Notice state="broken" title={say("field.hand-over.not-taken")}>
        <p>
          {measureWords(because, say)} {readingWords(because.value ?? "", because.measure.unit, say)}
          {because.band?.route === undefined ? "" : `: ${wordsIn(because.band.route, say)}`}
        </p>
        <p>{say("field.hand-over.not-taken-why")}</p>
      </Notice>
    );
  if (!payment.known)
    return (
      <section class="est" aria-label={say("field.hand-over.first-payment")}>
        <p>
          <b>{say("field.hand-over.first-payment")}</b>{" "}
          <span class="soft">
            {payment.because === "reading-missing"
              ? facts.readings.every(({ state }) => state === "missing")
                ? say("field.hand-over.unknown-unmeasured")
                : say("field.hand-over.waits-for", {
                    measures: verdict.waitsFor.map((one) => measureWords(one, say)).join(", "),
                  })
              : say(`field.hand-over.unknown-${payment.because}`)}
          </span>
        </p>
        <p class="sum unknown">{say("field.hand-over.not-known")}</p>
      </section>
    );
  const route = verdict.goods === "conditioned" ? because?.band?.route : undefined;
  return (
    <section class="est" aria-label={say("field.hand-over.first-payment")}>
      <p>
        <b>{say("field.hand-over.first-payment")}</b>{" "}
        <span class="soft">{say("field.hand-over.estimated", { list: payment.plan.code })}</span>
      </p>
      <p class="sum">
        <Figure exact={payment.first} of="money" currency={payment.currency} size="big" basted />
      </p>
      {payment.first === payment.value ? null : (
        <p class="soft small">
          {say("field.hand-over.less-deductions", {
            value: payment.value,
            deducted: payment.deducted,
            currency: payment.currency,
          })}
        </p>
      )}
      {payment.unitPrice === null ? (
        <ul class="classes">
          {payment.lines.map((line) => (
            <li key={line.line}>
              {say("field.hand-over.line", {
                quantity: line.quantity,
                unit: named("unit", payment.unit, say),
                price: line.price,
                amount: line.amount,
                currency: payment.currency,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {route === undefined ? null : (
        <p class="route">{say("field.hand-over.on-condition", { route: wordsIn(route, say) })}</p>
      )}
    </section>
  );
}
