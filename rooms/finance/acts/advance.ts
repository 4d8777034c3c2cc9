/** Cash handed to a producer ahead of delivery. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { AgentId, AgreementId, idSchema } from "../../../kernel/ids.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../kernel/ledger/entry.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { heldBoxDoubts } from "../../acopio/cash.ts";
import { boxHeldByPoint } from "../../acopio/needs/cash.ts";
import { limitsReadByAct } from "../../book/needs.ts";
import { agent, holdChange } from "../../people/needs.ts";
import { advanceOf } from "../needs.ts";
import { advance } from "../records.ts";
import { grainIn, highestLimit, isOver, positiveAmount } from "../rules/amount.ts";

const AdvanceId = idSchema<"Advance">();
type Advance = Row<typeof advance>;

/** Which account the money left. Money that left in a way nobody named is certain in amount and open in meaning. */
const accounts: Readonly<Record<string, string>> = { cash: "cash", transfer: "bank" };
const accountOf = (mode: string): string => (Object.hasOwn(accounts, mode) ? (accounts[mode] as string) : "unresolved");

/**
 * Gives an advance. A fact: the money has changed hands. What cannot be read as an amount of a currency of this book is kept as
 * said, posts nothing and asks; an unknown person or way of paying, a day to come and an amount above the limit ask too.
 * Posts advances + (agent) against the box or bank.
 */
export const giveAdvance: ActDeclaration = fact({
  kind: "advance.give",
  version: 1,
  rules: 1,
  room: "finance",
  power: "give-advance",
  says: z.object({
    advance: AdvanceId,
    agent: AgentId,
    amount: z.string().check(z.maxLength(40)),
    currency: z.string().check(z.maxLength(40)),
    day: daySchema,
    mode: z.string().check(z.maxLength(40)),
    place: z.optional(z.string().check(z.maxLength(80))),
    agreement: z.optional(AgreementId),
    receipt: z.optional(z.string().check(z.maxLength(80))),
  }),
  needs: (said, context) => ({
    kept: advanceOf(said.advance),
    agent: agent(said.agent),
    limits: limitsReadByAct(context.by, "give-advance", context.today),
    held: boxHeldByPoint({ paidIn: said.mode, place: said.place }, context),
  }),
  weighs: ({ amount, currency }) => ({ amounts: [{ amount, currency, field: "amount" }] }),
  follows: (said, known, context) => {
    const grain = grainIn(context.settings, said.currency);
    const row: Advance = {
      advance: said.advance,
      agent: said.agent,
      amount: grain === null ? null : positiveAmount(said.amount, grain),
      amount_said: said.amount,
      currency: said.currency,
      given: said.day,
      mode: said.mode,
      place: said.place ?? null,
      agreement: said.agreement ?? null,
      receipt: said.receipt ?? null,
    };
    if (known.kept !== null) {
      if (sameRow(known.kept, row)) return {};
      const facts = { advance: said.advance, amount: said.amount, before: known.kept.amount_said };
      return { questions: [question("advance.id-used", "manager", said.advance, facts)] };
    }
    const limit = highestLimit(known.limits, said.currency);
    return {
      records: [write(advance, row)],
      questions: [
        ...doubtsOf(row, known.agent !== null, grain !== null, limit, context),
        ...heldBoxDoubts(known.held, said.place, said.advance),
      ],
      ...(grain === null || row.amount === null ? {} : booked(row, row.amount, moneyOf(grain.currency, grain.line))),
    };
  },
});

function booked(row: Advance, amount: bigint, money: string): PartsOfFollows {
  const under = { agent: row.agent, agreement: row.agreement };
  const entry: Entry = {
    because: "advance.given",
    about: row.advance,
    happened: row.given,
    reverses: null,
    postings: [
      posting("advances", money, amount, under),
      posting(accountOf(row.mode), money, -amount, { place: row.place }),
    ],
  };
  return {
    entries: [entry],
    tallies: [{ kind: "advance-owed", key: row.advance, change: amount }, holdChange(row.agent, 1n)],
  };
}

function doubtsOf(
  row: Advance,
  isAgentKnown: boolean,
  isCurrencyKnown: boolean,
  limit: string | null,
  { today }: Context,
): readonly Question[] {
  const found: Question[] = [];
  if (!isAgentKnown) found.push(question("advance.agent-unknown", "manager", row.advance, { agent: row.agent }));
  if (!isCurrencyKnown)
    found.push(
      question("advance.currency-unknown", "manager", row.advance, { amount: row.amount_said, currency: row.currency }),
    );
  else if (row.amount === null)
    found.push(
      question("advance.amount-unreadable", "manager", row.advance, {
        amount: row.amount_said,
        currency: row.currency,
      }),
    );
  if (accountOf(row.mode) === "unresolved")
    found.push(question("advance.mode-unknown", "manager", row.advance, { mode: row.mode }));
  if (row.given > today) found.push(question("advance.day-to-come", "manager", row.advance, { day: row.given, today }));
  if (limit !== null && isOver(row.amount_said, limit))
    found.push(question("advance.over-limit", "manager", row.advance, { amount: row.amount_said, limit }));
  return found;
}
