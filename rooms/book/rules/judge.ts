/** How far the limits of a power let somebody go. */
import type { Body } from "../../../kernel/act/envelope.ts";
import type { Judgement, MovedAmount, Weighed } from "../../../kernel/act/ground.ts";
import { compare, decimal } from "../../../kernel/exact/index.ts";
import { question, refused } from "../../../kernel/refusal.ts";
import type { PowerLimit } from "./powers.ts";

/** Whether an amount in decimal text is above a limit in decimal text. What is no decimal is above every limit. */
function isAbove(amountText: string, limitText: string): boolean {
  const [amount, limit] = [decimal(amountText), decimal(limitText)];
  return amount === null || limit === null || compare(amount, limit) > 0;
}

/** An amount of another currency than the limit's is not covered by it. */
const covers = (limit: PowerLimit, { amount, currency }: MovedAmount): boolean =>
  limit.upTo === undefined || (limit.currency === currency && !isAbove(amount, limit.upTo));

const allows = (limit: PowerLimit, { amounts = [], product }: Weighed): boolean =>
  (limit.product === undefined || product === undefined || limit.product === product) &&
  amounts.every((one) => covers(limit, one));

/** The highest amount these limits leave for a currency; "0" when none names it. */
function highest(limits: readonly PowerLimit[], currency: string): string {
  let found = "0";
  for (const { upTo, currency: of } of limits)
    if (upTo !== undefined && of === currency && isAbove(upTo, found)) found = upTo;
  return found;
}

type Speech = Pick<Body, "id" | "by">;

function tooMuch(limits: readonly PowerLimit[], weighed: Weighed, { id }: Speech): Judgement {
  const of = limits.filter((limit) => allows(limit, { ...weighed, amounts: [] }));
  const over = weighed.amounts?.find((one) => !of.some((limit) => covers(limit, one)));
  if (of.length === 0 || over === undefined) {
    const facts = { power: limits[0]?.power ?? "", product: weighed.product ?? "" };
    return {
      not: refused("power.other-product", facts, "product").refusal,
      doubt: question("act.other-product", "manager", id, facts),
    };
  }
  const facts = { amount: over.amount, currency: over.currency, limit: highest(of, over.currency) };
  return {
    not: refused("power.over-limit", facts, over.field).refusal,
    doubt: question("act.over-limit", "manager", id, facts),
  };
}

/**
 * Judges what an act weighs by all limits under which its speaker holds the power: one that allows it is enough. `isWaived`: the
 * group is too small for two people, by a recorded decision.
 * Codes: `power.over-limit`, `power.other-product`, `power.hands-together`; of facts `act.` instead of `power.`.
 */
export function judge(limits: readonly PowerLimit[], weighed: Weighed, isWaived: boolean, speech: Speech): Judgement {
  if (limits.length === 0) return "alone";
  const allowing = limits.filter((limit) => allows(limit, weighed));
  if (allowing.length === 0) return tooMuch(limits, weighed, speech);
  if (isWaived) return "alone";
  const before = weighed.hands?.includes(speech.by) === true;
  const apart = allowing.filter((limit) => !before || limit.apart !== true);
  if (apart.length === 0) {
    const facts = { power: allowing[0]?.power ?? "", agent: speech.by };
    return {
      not: refused("power.hands-together", facts).refusal,
      doubt: question("act.hands-together", "manager", speech.id, facts),
    };
  }
  return apart.every((limit) => limit.second === true) ? "with a second" : "alone";
}
