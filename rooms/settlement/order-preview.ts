/** What an order would take if it were made now, by the same rules as the act: so that who has no account is seen before. */
import * as z from "zod/mini";
import { always, each, map, together } from "../../kernel/act/need.ts";
import { inForce } from "../../kernel/act/record.ts";
import { daySchema } from "../../kernel/schema.ts";
import { computedView } from "../../kernel/view.ts";
import { accountVersions } from "../people/needs.ts";
import { stillOpen } from "./acts/order-said.ts";
import { orderOf, payableOf } from "./needs/order.ts";
import { orderable, type Payable } from "./rules/order/compose.ts";

const uuid = /^[0-9a-f-]{36}$/;

/**
 * Statements as an order from `account` on the day `on` would take them: `why` is empty where it would, and else the code of the reason
 * with its facts. `statements` are ids with commas between, at most two hundred; what the order it `replaces` has open is free.
 */
export const paymentOrderReady = computedView({
  name: "payment-order.ready",
  room: "settlement",
  question: "Which of these statements could be ordered now, to which bank, and why not the others?",
  asks: z.object({
    account: z.string().check(z.regex(uuid)),
    on: daySchema,
    statements: z.string().check(z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/)),
    replaces: z.optional(z.string().check(z.regex(uuid))),
  }),
  askers: ["pay", "audit"],
  computed: ({ account, on, statements, replaces }, { settings }) => {
    const asked = {
      ours: accountVersions(account),
      named: each(statements.split(",").map(payableOf)),
      old: replaces === undefined ? always(null) : orderOf(replaces),
    };
    return map(together(asked), ({ ours, named, old }) => {
      const currency = inForce(ours, on)?.currency ?? "";
      const freed = new Set(stillOpen(old?.payments ?? []).map(({ line }) => line.statement));
      return named.map((one) => readyOf(one, { currency, on, country: settings.country, freed }));
    });
  },
  answer: z.object({
    statement: z.string(),
    amount: z.string(),
    institution: z.nullable(z.string()),
    /** Since when the money goes to that account: a new one is worth a second look. */
    since: z.nullable(z.string()),
    why: z.nullable(
      z.object({
        code: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  }),
});

function readyOf(one: Payable, how: Parameters<typeof orderable>[1]) {
  const found = orderable(one, how);
  if ("code" in found) {
    const why = { code: found.code, facts: { ...found.facts } };
    return { statement: one.statement, amount: "0", institution: null, since: null, why };
  }
  const { account, institution } = found.paidTo;
  const since = inForce(
    one.accounts.filter((version) => version.account === account),
    how.on,
  );
  return {
    statement: one.statement,
    amount: `${found.amount}`,
    institution,
    since: since?.from_day ?? null,
    why: null,
  };
}
