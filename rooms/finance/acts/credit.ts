/** Inputs now, product later. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { AgentId, AgreementId, idSchema } from "../../../kernel/ids.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../kernel/ledger/entry.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { amountTextSchema, currencySchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { limitsReadByAct } from "../../book/needs.ts";
import { agent, holdChange } from "../../people/needs.ts";
import { creditOf } from "../needs.ts";
import { builtMethods, credit, interestMethods } from "../records.ts";
import { grainIn, highestLimit, isOver, positiveAmount } from "../rules/amount.ts";
import { itemsProblem, lentItem } from "../rules/items.ts";

const says = z.strictObject({
  credit: idSchema<"Credit">(),
  agent: AgentId,
  principal: amountTextSchema,
  currency: currencySchema,
  ratePerMonth: notNegativeSchema,
  method: z.enum(interestMethods),
  start: daySchema,
  due: daySchema,
  instalment: z.optional(amountTextSchema),
  purpose: textSchema(200),
  items: z.optional(z.array(lentItem).check(z.maxLength(100))),
  agreement: z.optional(AgreementId),
});
type Said = z.infer<typeof says>;

/**
 * Grants input credit: goods from the input store against the coming harvest. A decision. Refusals: `credit.id-used`,
 * `agent.unknown`, `credit.method-not-built`, `credit.due-before-start`, `credit.items-differ`, `credit.currency-unknown`,
 * `credit.principal-unreadable`, `credit.instalment-unreadable`, `power.over-limit`. Posts credit-principal + / input-store −.
 */
export const grantCredit: ActDeclaration = decision({
  kind: "input-credit.grant",
  version: 1,
  rules: 1,
  room: "finance",
  power: "grant-credit",
  says,
  needs: (said, context) => ({
    kept: creditOf(said.credit),
    agent: agent(said.agent),
    limits: limitsReadByAct(context.by, "grant-credit", context.today),
  }),
  weighs: ({ principal, currency }) => ({ amounts: [{ amount: principal, currency, field: "principal" }] }),
  follows: (said, known, { settings }) => {
    const wrong = problems(said, known.kept !== null, known.agent !== null, highestLimit(known.limits, said.currency));
    const grain = grainIn(settings, said.currency);
    const principal = grain === null ? null : positiveAmount(said.principal, grain);
    const instalment = grain === null || said.instalment === undefined ? null : positiveAmount(said.instalment, grain);
    const facts = { currency: said.currency, principal: said.principal };
    if (grain === null) wrong.push(refused("credit.currency-unknown", facts, "currency").refusal);
    else if (principal === null) wrong.push(refused("credit.principal-unreadable", facts, "principal").refusal);
    if (grain !== null && said.instalment !== undefined && instalment === null)
      wrong.push(refused("credit.instalment-unreadable", { instalment: said.instalment }, "instalment").refusal);
    if (wrong.length > 0 || grain === null || principal === null) return refuse(...wrong);
    return {
      records: [write(credit, { ...rowOf(said), principal, instalment })],
      entries: [entryOf(said, principal, moneyOf(grain.currency, grain.line))],
      tallies: [{ kind: "credit-principal-owed", key: said.credit, change: principal }, holdChange(said.agent, 1n)],
    };
  },
});

const rowOf = (said: Said) => ({
  credit: said.credit,
  agent: said.agent,
  currency: said.currency,
  rate_month: said.ratePerMonth,
  method: said.method,
  start_day: said.start,
  due_day: said.due,
  purpose: said.purpose,
  items: said.items ?? [],
  agreement: said.agreement ?? null,
});

function entryOf(said: Said, principal: bigint, money: string): Entry {
  const under = { agent: said.agent, agreement: said.agreement ?? null };
  return {
    because: "credit.granted",
    about: said.credit,
    happened: said.start,
    reverses: null,
    postings: [posting("credit-principal", money, principal, under), posting("input-store", money, -principal)],
  };
}

function problems(said: Said, isUsed: boolean, isAgentKnown: boolean, limit: string | null): Refusal[] {
  const found: Refusal[] = [];
  if (isUsed) found.push(refused("credit.id-used", { credit: said.credit }, "credit").refusal);
  if (!isAgentKnown) found.push(refused("agent.unknown", { agent: said.agent }, "agent").refusal);
  if (!builtMethods.includes(said.method))
    found.push(refused("credit.method-not-built", { method: said.method }, "method").refusal);
  if (said.due < said.start)
    found.push(refused("credit.due-before-start", { start: said.start, due: said.due }, "due").refusal);
  const items = itemsProblem(said.items ?? [], said.principal);
  if (items !== null) found.push(items);
  if (limit !== null && isOver(said.principal, limit))
    found.push(
      refused("power.over-limit", { amount: said.principal, limit, currency: said.currency }, "principal").refusal,
    );
  return found;
}
