/** A second payment as a paper: by which kilos and which rate, what it makes good of earlier pools, and what is paid. */
import type { PaperDocument, PaperLine } from "../../../channels/paper/document.ts";
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import type { Say } from "../../../web/language/say.ts";
import type { SecondPaymentContent } from "../rules/pool/paper.ts";
import { moneyOf } from "./statement-shape.ts";

/** What the register and earlier pools say beside the paper: a name, and what is carried by its title, day and receipt. */
export type SecondPaymentHeld = {
  readonly content: SecondPaymentContent;
  readonly holder: { readonly name: string } | { readonly erasedOn: string } | null;
  readonly carried: readonly CarriedNamed[];
};

/** A hand-over of an earlier pool as people know it. */
export type CarriedNamed = {
  readonly document: string;
  readonly title: string;
  readonly day: string;
  readonly receipt: string | null;
};

/** What a line that is carried is called. */
export const carriedName = (
  { document, grams }: { readonly document: string; readonly grams: string },
  named: readonly CarriedNamed[],
  say: Say,
): string => {
  const found = named.find((one) => one.document === document);
  return say("pool.carried-line", {
    ...{ title: found?.title ?? "", day: found?.day ?? "", receipt: found?.receipt ?? "", grams: kilogramsOf(grams) },
    known: found?.receipt ? "receipt" : "none",
  });
};

/** Composes the paper. */
export function secondPaymentDocument({ content, holder, carried }: SecondPaymentHeld, say: Say): PaperDocument {
  const money = (grains: string): string =>
    say("value.money-code", { value: moneyOf(content, grains), currency: content.currency });
  const number = content.agent.memberNumber ?? "";
  const name = holder !== null && "name" in holder ? holder.name : "";
  const line = (what: string, figure: string, rank: PaperLine["rank"] = "line", reasons: readonly string[] = []) => ({
    ...{ name: what, figure, rank, reasons },
  });
  const ofCarried = (content.carried ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const own = `${BigInt(content.amount) - ofCarried}`;
  const { whole } = content;
  const known = `${content.payDay === null ? "" : "day"}${content.place === null ? "" : "place"}`;
  return {
    language: say.language,
    issued: content.issued,
    title: `${say("pool.paper-title", { number: content.number })} · ${content.organisation}`,
    organisation: content.organisation,
    kind: say("pool.paper-kind"),
    number: content.number,
    about: [
      holder !== null && "erasedOn" in holder
        ? say("statement.erased", { number, day: holder.erasedOn })
        : say("statement.holder", { number, name, known: `${name ? "name" : ""}${number ? "number" : ""}` }),
      content.pool.title,
    ],
    answer: {
      sentence: `${say("pool.paper-answer", { pool: content.pool.title })}:`,
      amount: say("value.money", { value: moneyOf(content, content.paid), currency: content.currency }),
      when: say(`paid.${content.paidIn}`, { known, day: content.payDay ?? "", place: content.place ?? "" }),
    },
    sections: [
      {
        heading: say("pool.paper-yours"),
        lines: [
          line(say("pool.kilos"), `${say("value.figure", { value: kilogramsOf(content.grams) })}\u00a0kg`),
          line(say("pool.first"), money(content.first)),
          line(say("pool.second"), money(own), "subtotal", [
            say("pool.one-why", {
              ...{ kilos: kilogramsOf(content.grams), rate: content.rate, first: money(content.first) },
            }),
          ]),
          ...(content.carried ?? []).map((one) =>
            line(carriedName(one, carried, say), money(one.amount), "line", [
              say("pool.carried-why", { rate: one.rate }),
            ]),
          ),
          ...(content.paid === content.amount
            ? []
            : [line(say("statement.rounding"), money(`${BigInt(content.paid) - BigInt(content.amount)}`))]),
          line(say(`statement.receives-${content.paidIn}`), money(content.paid), "total"),
        ],
        words: [],
      },
      {
        heading: content.pool.title,
        lines: [
          line(say("pool.surplus"), money(whole.surplus)),
          line(say("pool.to-members"), money(whole.toMembers)),
          line(say("pool.rate"), say("value.figure", { value: content.rate })),
        ],
        words: [
          say("pool.one-whole", {
            ...{ pool: content.pool.title, surplus: money(whole.surplus), percent: whole.percent },
            ...{ members: money(whole.toMembers), base: kilogramsOf(whole.base), by: content.decidedBy },
          }),
        ],
      },
    ],
    choices: [],
    hands: [say("receipt.signature"), say("paper.paid-by")],
    foot: [
      say("statement.foot", {
        mark: say.notation.decimal === "," ? "comma" : "point",
        grain: content.grain.line,
        currency: content.currency,
        issued: content.issued,
      }),
    ],
  };
}
