/** The bank did not carry a payment out, or the money came back: it is owed again and may be ordered again. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { Also, PartsOfFollows } from "../../../kernel/act/follows.ts";
import type { Known } from "../../../kernel/act/need.ts";
import { reached } from "../../../kernel/act/record.ts";
import { question } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { holdChange } from "../../people/needs.ts";
import { orderPaymentByNumber } from "../needs/order.ts";
import { returnEntry } from "../rules/entries.ts";
import type { PaidTo } from "../rules/order/compose.ts";
import { closesAccount } from "../rules/order/reasons.ts";
import { orderedChange, stageOf } from "./order-said.ts";

const says = z.strictObject({
  /** Our number of the payment. */
  number: textSchema(35),
  /** One of `failureReasons`, or the bank's own word. */
  reason: textSchema(40),
  words: z.optional(textSchema(140)),
  on: daySchema,
  reference: z.optional(textSchema(140)),
});
type Said = z.infer<typeof says>;

/**
 * A payment failed. A fact: what the bank did not pay, it did not pay. One that waited is owed as before and no longer ordered; one that
 * was paid is returned: the money stands in the bank again and is owed again. An account that the bank says is closed is closed here too.
 * Told again, or of a payment that is void, it changes nothing. Question: `payment-order.number-unknown`.
 */
export const failPayment: ActDeclaration = fact({
  kind: "payment-order.failed",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says,
  needs: ({ number }) => ({ named: orderPaymentByNumber(number) }),
  follows: (said, { named }, context): PartsOfFollows => {
    if (named === null) {
      const { number, reason } = said;
      return { questions: [question("payment-order.number-unknown", "treasurer", null, { number, reason })] };
    }
    const stage = reached(named.stages)?.stage;
    if (stage === "ordered") return { ...failed(said, named, context), also: closing(said, named) };
    return stage === "paid" ? { ...returned(said, named, context), also: closing(said, named) } : {};
  },
});

type Named = NonNullable<Known<{ readonly named: ReturnType<typeof orderPaymentByNumber> }>["named"]>;

const toldOf = ({ reason, words, reference }: Said) => ({ reason, words: words ?? null, reference: reference ?? null });

const stepAfter = ({ stages }: Named): number => (reached(stages)?.step ?? 0) + 1;

const failed = (said: Said, named: Named, { by }: Context): PartsOfFollows => ({
  records: [stageOf(named.line.payment, stepAfter(named), "failed", said.on, by, toldOf(said))],
  tallies: [orderedChange(named.line.statement, -named.line.amount)],
});

function returned(said: Said, named: Named, { by }: Context): PartsOfFollows {
  const { line, result, paid, owed } = named;
  const settled = reached(named.stages)?.settled ?? line.amount;
  const records = [stageOf(line.payment, stepAfter(named), "returned", said.on, by, toldOf(said))];
  if (result === null || paid === null) return { records };
  const grain = { currency: result.currency, line: result.line_grain };
  const wasFree = owed <= 0n && owed + settled > 0n;
  return {
    records,
    entries: [
      returnEntry({
        ...{ about: result.statement, agent: result.agent, season: null, grain, happened: said.on },
        ...{ settles: settled, handedOver: paid.amount, paidIn: "transfer", place: paid.place },
      }),
    ],
    tallies: [
      { kind: "statement-owed", key: result.statement, change: settled },
      ...(wasFree ? [holdChange(result.agent, 1n)] : []),
    ],
  };
}

/** The account that the bank says is closed. */
function closing({ reason, on, words }: Said, { line }: Named): readonly Also[] {
  if (!closesAccount(reason)) return [];
  const says = { account: (line.paid_to as PaidTo).account, on, reason: words ?? reason };
  return [{ kind: "account.close", version: 1, says }];
}
