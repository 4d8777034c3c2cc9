/** Money that was in boxes and banks before the book. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { posting } from "../../../kernel/ledger/entry.ts";
import { refused } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { openingOf } from "../needs.ts";
import { opening } from "../records.ts";
import { grainIn, positiveAmount } from "../rules/amount.ts";
import { isToldAgain, openingFaults } from "../rules/opening.ts";

const says = z.strictObject({
  account: z.enum(["cash", "bank"]),
  /** Which box or which bank account; unsaid where there is one. */
  place: z.optional(textSchema(80)),
  amount: notNegativeSchema,
  currency: currencySchema,
  on: daySchema,
});

const aboutOf = (said: z.infer<typeof says>): string => `${said.account}|${said.place ?? ""}|${said.currency}`;

/**
 * States the money in a box or a bank account when the book began. A decision. Posts cash or bank + against `opening`. The same
 * told again changes nothing. Refused: `opening.told-otherwise`, `opening.day-to-come`, `opening.currency-unknown`,
 * `opening.amount-unreadable`.
 */
export const openCash: ActDeclaration = decision({
  kind: "opening.cash",
  version: 1,
  rules: 1,
  room: "finance",
  power: "record-opening",
  says,
  needs: (said) => ({ kept: openingOf("cash", aboutOf(said)) }),
  follows: (said, { kept }, { act, today, settings }): PartsOfFollows | Refused => {
    if (kept !== null && isToldAgain(kept, said)) return {};
    const wrong = openingFaults(kept, said.on, today);
    const { currency, amount: text } = said;
    const grain = grainIn(settings, currency);
    const amount = grain === null ? null : positiveAmount(text, grain);
    if (grain === null) wrong.push(refused("opening.currency-unknown", { currency }, "currency").refusal);
    else if (amount === null)
      wrong.push(refused("opening.amount-unreadable", { amount: text, currency }, "amount").refusal);
    if (wrong.length > 0 || grain === null || amount === null) return refuse(...wrong);
    const money = moneyOf(grain.currency, grain.line);
    return {
      records: [write(opening, { kind: "cash", about: aboutOf(said), agent: null, on_day: said.on, said, act })],
      entries: [
        {
          because: "opening.cash",
          about: null,
          happened: said.on,
          reverses: null,
          postings: [
            posting(said.account, money, amount, { place: said.place ?? null }),
            posting("opening", money, -amount, { place: said.place ?? null }),
          ],
        },
      ],
    };
  },
});
