/** Powers and their limits in plain words. */
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { PowerLimit } from "../rules/powers.ts";

/** A power's name; one that has no words is its code. */
export const powerName = (power: string, say: Say): string => wordOr("power", power, say);

/** What an act does; one without words is its kind. */
export const actName = (kind: string, say: Say): string => wordOr("act", kind, say);

const productName = (product: string, say: Say): string => wordOr("product", product, say);

/** One limit: "up to 500.000 pesos, with a second signature". */
export function limitInWords(limit: PowerLimit, say: Say): string {
  const parts: string[] = [];
  if (limit.upTo !== undefined)
    parts.push(say("powers.up-to", { amount: limit.upTo, currency: limit.currency ?? say.currency }));
  if (limit.product !== undefined) parts.push(say("powers.only", { product: productName(limit.product, say) }));
  if (limit.second === true) parts.push(say("powers.with-second"));
  if (limit.apart === true) parts.push(say("powers.apart"));
  return parts.length === 0 ? say("powers.yes") : parts.join(", ");
}

/** All limits under which a role holds a power, one of which is enough; "no" when it does not. */
export const heldInWords = (limits: readonly PowerLimit[], say: Say): string =>
  limits.length === 0 ? say("powers.no") : limits.map((one) => limitInWords(one, say)).join(say("powers.or"));
