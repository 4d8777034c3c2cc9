/** The paper of a payment in cash at the point: value, each deduction with its rule, what is left, and the cash. Its number is the receipt's. */
import type { PaperDocument, PaperLine } from "../../../../../channels/paper/document.ts";
import type { DeductionPlan } from "../../../../../rooms/agreements/rules/deductions.ts";
import type { StatementContent } from "../../../../../rooms/settlement/content.ts";
import type { Say } from "../../../../language/say.ts";
import { moneyText } from "./rules/pay.ts";
import { wordsIn } from "./words.ts";

type Names = { readonly name: string | null; readonly plan: DeductionPlan | null };

const line = (name: string, figure: string, rank: PaperLine["rank"] = "line"): PaperLine => ({
  name,
  figure,
  rank,
  reasons: [],
});

/** The lines from value to cash, for paper and screen alike. */
export function cashLines(content: StatementContent, plan: DeductionPlan | null, say: Say): readonly PaperLine[] {
  const { currency } = content;
  const money = (grains: string, sign = ""): string =>
    say("value.money-code", { value: `${sign}${moneyText(grains, content)}`, currency });
  const named = (code: string): string => {
    const found = plan?.deductions.find((one) => one.code === code);
    return found === undefined ? code : wordsIn(found.name, say);
  };
  const { payment, subtotals } = content;
  return [
    line(say("receipt.value"), money(subtotals.value), "subtotal"),
    ...content.deductions
      .filter(({ amount }) => amount !== "0")
      .map(({ code, amount, rule }) => line(`${named(code)} · ${rule}`, money(amount, "-"))),
    line(say("receipt.left"), money(subtotals.net), "subtotal"),
    ...(payment.difference === "0"
      ? []
      : [
          line(
            say("field.pay.rounding"),
            payment.difference.startsWith("-") ? money(payment.difference.slice(1), "-") : money(payment.difference),
          ),
        ]),
    line(say("receipt.cash"), money(payment.paid), "total"),
  ];
}

/** The slip. The statement's own number is counted by the book, and stands on its paper there. */
export function cashSlip(content: StatementContent, { name, plan }: Names, say: Say): PaperDocument {
  const [delivery] = content.deliveries;
  const number = delivery?.receipt ?? "";
  const memberNumber = content.agent.memberNumber ?? "";
  const known = `${name === null ? "" : "name"}${memberNumber === "" ? "" : "number"}`;
  return {
    language: say.language,
    issued: content.days.issued,
    title: `${say("field.pay.paper")} ${number} · ${content.organisation}`,
    organisation: content.organisation,
    kind: say("field.pay.paper"),
    number,
    about: [
      say("value.day-weekday", { value: content.days.happened }),
      say("statement.holder", { number: memberNumber, name: name ?? "", known }),
    ],
    answer: null,
    sections: [{ heading: say("receipt.money"), lines: cashLines(content, plan, say), words: [] }],
    choices: [],
    hands: [say("receipt.signature"), say("receipt.received-by")],
    foot: [
      say("field.pay.book-number"),
      say("receipt.marks", { mark: say.notation.decimal === "," ? "comma" : "point" }),
    ],
  };
}
