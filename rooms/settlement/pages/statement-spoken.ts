/**
 * A statement as sentences to be said aloud: what was brought, what it is worth, what goes off and what for, what is handed over and
 * when, what is still owed. The same sentences stand beside the sound in writing.
 */

import { add, decimalText, exactly } from "../../../kernel/exact/index.ts";
import { moneyInWords } from "../../../web/language/money-words.ts";
import { kilogramsInWords, numberInWords } from "../../../web/language/number-words.ts";
import type { Say } from "../../../web/language/say.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { PlanVersion, StatementContent } from "../content.ts";
import { accountName } from "./people.tsx";
import { moneyOf, weightsOf } from "./statement-shape.ts";
import { productName, unitName } from "./statement-words.ts";

/** The sentences, in order. A figure that has no words in a language stands as figures: it is then told as not recorded. */
export function statementSentences(
  content: StatementContent,
  planOf: (version: PlanVersion) => PricePlan,
  say: Say,
): readonly string[] {
  const money = (grains: string | bigint): string => {
    const exact = moneyOf(content, grains);
    return moneyInWords(exact, content.currency, say) ?? `${exact} ${content.currency}`;
  };
  const { subtotals, payment, corrections } = content;
  const off = content.deductions.filter((line) => line.amount !== "0");
  const deducted = off.reduce((sum, line) => sum + BigInt(line.amount), 0n);
  return [
    ...broughtIn(content, planOf, say),
    ...(content.deliveries.length === 0
      ? [say("spoken.corrected-only")]
      : [say("spoken.worth", { amount: money(subtotals.value) })]),
    ...(content.deliveries.length === 0 || off.length > 0 ? [] : [say("spoken.nothing-off")]),
    ...(off.length === 0 ? [] : [say("spoken.off", { amount: money(deducted) })]),
    ...off.map((line) =>
      say("spoken.one-off", {
        for: say.has(`spoken.to.${line.to}`) ? say(`spoken.to.${line.to}`) : accountName(line.to, say),
        amount: money(line.amount),
      }),
    ),
    ...(corrections === undefined || corrections.paid === "0"
      ? []
      : [
          say(corrections.paid.startsWith("-") ? "spoken.less" : "spoken.more", {
            amount: money(corrections.paid.replace("-", "")),
          }),
        ]),
    ...(payment.paid === "0"
      ? [say("spoken.nothing")]
      : [say(`spoken.${payment.mode}`, { amount: money(payment.paid) })]),
    ...(payment.day === null || payment.paid === "0" ? [] : [dayInWords(payment.day, say)]),
    ...standing(content, money, say),
  ];
}

/** What was brought of each product, as the page's first sentence says it, and net; several hand-overs of one product as one sum. */
function broughtIn(
  content: StatementContent,
  planOf: (version: PlanVersion) => PricePlan,
  say: Say,
): readonly string[] {
  type Sum = { readonly product: string; readonly unit: string; gross: string; net: string };
  const sums = new Map<string, Sum>();
  for (const delivery of content.deliveries) {
    const { gross, delivered } = weightsOf(delivery, planOf(delivery.plan));
    const key = `${delivery.product}|${gross.unit}`;
    const before = sums.get(key) ?? { product: delivery.product, unit: gross.unit, gross: "0", net: "0" };
    sums.set(key, { ...before, gross: plus(before.gross, gross.exact), net: plus(before.net, delivered.exact) });
  }
  return [...sums.values()].flatMap(({ product, unit, gross, net }) => [
    say("spoken.brought", { weight: weightInWords(gross, unit, say), product: productName(product, say) }),
    ...(gross === net ? [] : [say("spoken.net", { weight: weightInWords(net, unit, say) })]),
  ]);
}

const plus = (one: string, other: string): string => decimalText(add(exactly(one), exactly(other)));

function weightInWords(exact: string, unit: string, say: Say): string {
  if (unit === "kg") return kilogramsInWords(exact, say) ?? `${exact} kg`;
  const number = numberInWords(exact, say) ?? exact;
  return `${number} ${say.has(`unit-word.${unit}`) ? say(`unit-word.${unit}`, { count: exact }) : unitName(unit, say)}`;
}

function dayInWords(day: string, say: Say): string {
  const [, month = "", date = ""] = day.split("-").map((part) => part.replace(/^0/, ""));
  return say("spoken.on", { date: numberInWords(date, say) ?? date, month: say(`calendar.month.${month}`) });
}

/** What is still owed, and what stays the person's own, where the paper says it. */
function standing(
  { after }: StatementContent,
  money: (grains: string | bigint) => string,
  say: Say,
): readonly string[] {
  const owed =
    after.advances.reduce((sum, one) => sum + BigInt(one.owed), 0n) +
    after.credits.reduce((sum, one) => sum + BigInt(one.principal) + BigInt(one.interest), 0n);
  return [
    owed === 0n ? say("spoken.owes-nothing") : say("spoken.owes", { amount: money(owed) }),
    ...(after.shares === null ? [] : [say("spoken.shares", { amount: money(after.shares) })]),
  ];
}
