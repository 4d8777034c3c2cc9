/** The statement as a paper: the same words and figures as its page, every line open, in the order of the page. */
import type { PaperDocument, PaperLine, PaperSection } from "../../../channels/paper/document.ts";
import { wordOr } from "../../../web/language/names.ts";
import { decimalsOf, withPlaces } from "../../../web/language/notation.ts";
import type { Say } from "../../../web/language/say.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { StatementContent, StatementDeduction, StatementDelivery } from "../content.ts";
import { correctionSections } from "./corrections-document.ts";
import { payableOf } from "./corrections-shape.ts";
import type { StatementProps } from "./statement.tsx";
import { capSentences, deductionUnder } from "./statement-deductions.tsx";
import { moneyOf, type ShownStep, shownSteps, taken, weightsOf, worthOf } from "./statement-shape.ts";
import { nameOf, stepReasons } from "./statement-step.tsx";
import { lineUnit, productName, unitName, wordsIn } from "./statement-words.ts";

type Held = Pick<StatementProps, "content" | "pricePlan" | "deductionPlan" | "holder">;

const line = (
  name: string,
  figure: string,
  rank: PaperLine["rank"] = "line",
  reasons: readonly string[] = [],
): PaperLine => ({ name, figure, rank, reasons });

/** Composes the paper. Money is written with the code of its currency, in the manner of `say`. */
export function statementDocument(held: Held, say: Say): PaperDocument {
  const { content } = held;
  const money = (grains: string | bigint): string =>
    say("value.money-code", { value: moneyOf(content, grains), currency: content.currency });
  const [only] = content.deliveries.length === 1 ? content.deliveries : [];
  return {
    language: say.language,
    issued: content.days.issued,
    title: `${say("statement.title", { number: content.number })} · ${content.organisation}`,
    organisation: content.organisation,
    kind: say("paper.statement"),
    number: content.number,
    about: [
      holderWords(held, say),
      only === undefined || only.receipt === ""
        ? say("statement.settled", { day: content.days.issued })
        : say("statement.delivered", { day: only.day, receipt: only.receipt }),
    ],
    answer: answerOf(held, say),
    sections: [
      ...content.deliveries.flatMap((delivery) =>
        deliverySections(delivery, held.pricePlan(delivery.plan), content, money, say),
      ),
      ...(content.deliveries.length > 1
        ? [
            {
              heading: say("paper.all-deliveries"),
              lines: [
                line(
                  say("statement.value-of-all", { count: `${content.deliveries.length}` }),
                  money(content.subtotals.value),
                  "total",
                ),
              ],
              words: [],
            },
          ]
        : []),
      ...correctionSections(held, money, say),
      deductionsSection(held, money, say),
      balancesSection(content, money, say),
    ],
    choices: [],
    hands: [say("receipt.signature"), say("paper.paid-by")],
    foot: [
      say("statement.foot", {
        mark: say.notation.decimal === "," ? "comma" : "point",
        grain: content.grain.line,
        currency: content.currency,
        issued: content.days.issued,
      }),
      say("paper.ask-about-statement", { organisation: content.organisation, number: content.number }),
    ],
  };
}

function holderWords({ content, holder }: Held, say: Say): string {
  const number = content.agent.memberNumber ?? "";
  if (holder !== null && "erasedOn" in holder) return say("statement.erased", { number, day: holder.erasedOn });
  const known = `${holder ? "name" : ""}${number ? "number" : ""}`;
  return say("statement.holder", { number, name: holder?.name ?? "", known });
}

/** The sentence as far as its amount, which stands by itself below it. */
function answerOf({ content, pricePlan }: Held, say: Say): NonNullable<PaperDocument["answer"]> {
  const { deliveries, payment, corrections } = content;
  const [first] = deliveries;
  const brought = first ? weightsOf(first, pricePlan(first.plan)).gross : { exact: "0", unit: "kg" };
  const days = deliveries.map(({ day }) => day).sort();
  const values = {
    deliveries: `${deliveries.length}`,
    weight: brought.exact,
    unit: wordOr("unit-word", brought.unit, say, { count: brought.exact }),
    product: productName(first?.product ?? "", say),
    from: days[0] ?? "",
    to: days.at(-1) ?? "",
    amount: moneyOf(content, payment.paid),
    currency: content.currency,
  };
  const known = `${payment.day === null ? "" : "day"}${payment.place === null ? "" : "place"}`;
  const where = say(payment.paid === "0" ? "corrected.answer-nothing" : `paid.${payment.mode}`, {
    known,
    day: payment.day ?? "",
    place: payment.place ?? "",
  });
  const which = deliveries.length === 1 ? "statement.answer-one" : "statement.answer-many";
  const said =
    deliveries.length === 0
      ? say("corrected.answer", { ...values, statements: `${corrections?.of.length ?? 0}` })
      : say(which, values);
  const amount = say("value.money", { value: values.amount, currency: content.currency });
  return { sentence: `${said.replace(amount, "").trim()}:`, amount, when: where };
}

/** From kilos weighed to value, for one hand-over. */
function deliverySections(
  delivery: StatementDelivery,
  plan: PricePlan,
  content: StatementContent,
  money: (grains: string | bigint) => string,
  say: Say,
): readonly PaperSection[] {
  const steps = shownSteps(delivery, plan);
  const of = content.deliveries.length > 1 ? `${say("value.day", { value: delivery.day })} ${delivery.receipt}: ` : "";
  const weights = steps.filter(({ counts }) => counts === "weight");
  const prices = steps.filter(({ counts }) => counts !== "weight" && counts !== "amount");
  const places = Math.max(0, ...weights.map(({ exact }) => decimalsOf(exact)));
  const shown = (one: ShownStep): PaperLine => stepLine(one, delivery, plan, places, say);
  const amounts = delivery.lines.map((value) => {
    const step = steps.find(({ step: one }) => one.kind === "value" && one.line === value.line);
    const reasons = [
      say("line.product", {
        quantity: value.quantity,
        unit: lineUnit(value.line, plan, say),
        price: say("value.money-of", { value: value.price, currency: plan.currency, places: "2" }),
      }),
    ];
    return line(step === undefined ? value.line : nameOf(step, say), money(value.amount), "line", reasons);
  });
  return [
    {
      heading: `${of}${say("statement.kilos", { unit: unitName(plan.unit.code, say) })}`,
      lines: weights.map(shown),
      words: [],
    },
    {
      heading: `${of}${say("statement.worth")}`,
      lines: [...prices.map(shown), ...amounts, line(say("statement.value"), money(worthOf(delivery)), "total")],
      words: [say("line.price-plan", { code: delivery.plan.code, version: `${delivery.plan.version}` })],
    },
    ...premiumSection(delivery, steps, of, money, say),
  ];
}

/** What the hand-over earned for the premium account: beside what is paid, and no part of it. */
function premiumSection(
  delivery: StatementDelivery,
  steps: readonly ShownStep[],
  of: string,
  money: (grains: string | bigint) => string,
  say: Say,
): readonly PaperSection[] {
  const lines = (delivery.premiums ?? []).map(({ line: code, amount }) => {
    const step = steps.find(({ step: one }) => one.kind === "premium" && one.line === code);
    return line(step === undefined ? code : nameOf(step, say), money(amount), "line", []);
  });
  return lines.length === 0
    ? []
    : [{ heading: `${of}${say("statement.premium")}`, lines, words: [say("steps.premium.sentence", {})] }];
}

function stepLine(one: ShownStep, delivery: StatementDelivery, plan: PricePlan, places: number, say: Say): PaperLine {
  const isTare = one.step.kind === "weighed" && one.step.what === "tare";
  const exact = isTare ? taken(one.exact) : one.exact;
  const unit = one.counts === "weight" ? `\u00a0${unitName(plan.unit.code, say)}` : "";
  const figure =
    one.counts === "price"
      ? say("value.money-code", { value: withPlaces(exact, one.places), currency: one.currency })
      : `${say("value.figure", { value: one.counts === "weight" ? withPlaces(exact, places) : exact })}${unit}`;
  const rank = one.step.kind === "net-weight" ? "subtotal" : "line";
  return line(nameOf(one, say), figure, rank, stepReasons(one, delivery, say));
}

/** What is taken, by which rule, and where it goes; then what is left and what is paid. */
function deductionsSection(
  { content, deductionPlan }: Held,
  money: (grains: string | bigint) => string,
  say: Say,
): PaperSection {
  const negative = (grains: string): string => money(grains === "0" ? "0" : `-${grains}`);
  const lines = content.deductions
    .filter(({ asked }) => asked !== "0")
    .map((one: StatementDeduction) => {
      const rule = deductionPlan?.deductions.find(({ code }) => code === one.code);
      const account = say(`account.${one.to}`);
      const under = deductionUnder(content, one, rule, say);
      const reasons = [
        ...(under === null ? [] : [under]),
        ...(rule === undefined ? [] : [wordsIn(rule.reason, say).text]),
        ...capSentences(content, one.code, deductionPlan?.caps ?? [], say),
        `${say("line.goes-to")}: ${account}. ${say("line.rule")}: ${one.rule}`,
      ];
      return line(rule === undefined ? one.code : wordsIn(rule.name, say).text, negative(one.amount), "line", reasons);
    });
  const { payment, corrections } = content;
  const corrected =
    corrections === undefined || corrections.paid === "0" ? [] : [line(say("corrected.paid"), money(corrections.paid))];
  const rounding =
    payment.difference === "0"
      ? []
      : [
          line(say("statement.left"), money(payableOf(content)), "subtotal"),
          line(say("statement.rounding"), money(payment.difference), "line", [
            say("rounding.why", { coin: content.grain.cash }),
          ]),
        ];
  return {
    heading: say("statement.deductions"),
    lines: [
      ...lines,
      ...corrected,
      ...rounding,
      line(say(`statement.receives-${payment.mode}`), money(payment.paid), "total"),
    ],
    words: lines.length === 0 ? [say("statement.no-deductions")] : [],
  };
}

function balancesSection({ after }: StatementContent, money: (grains: string) => string, say: Say): PaperSection {
  const owed = [
    ...after.advances.filter((one) => one.owed !== "0").map((one) => line(say("after.advance"), money(one.owed))),
    ...after.credits
      .filter((one) => one.principal !== "0" || one.interest !== "0")
      .map((one) =>
        line(
          say("after.credit"),
          one.interest === "0"
            ? money(one.principal)
            : say("after.with-interest", { principal: money(one.principal), interest: money(one.interest) }),
        ),
      ),
  ];
  return {
    heading: say("after.title"),
    lines: [
      ...(owed.length === 0 ? [line(say("after.owes"), say("after.nothing"))] : owed),
      ...(after.shares === null ? [] : [line(say("after.shares"), money(after.shares))]),
    ],
    words: [],
  };
}
