/** The inputs a credit was given in: quantity and price, beside the local cash price so that hidden interest shows. */
import * as z from "zod/mini";
import { add, decimal, equals, multiply, type Ratio, ratio, ratioText } from "../../../kernel/exact/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { notNegativeSchema, textSchema } from "../../../kernel/schema.ts";

/** One input lent: `price` per unit as it is charged, `cashPrice` what it costs in the shop for cash. */
export const lentItem = z.strictObject({
  input: textSchema(80),
  quantity: notNegativeSchema,
  unit: textSchema(40),
  price: notNegativeSchema,
  cashPrice: z.optional(notNegativeSchema),
});
export type LentItem = z.infer<typeof lentItem>;

/** What the items cost together, exactly. */
export const worthOf = (items: readonly LentItem[]): Ratio =>
  items.reduce(
    (sum, one) => add(sum, multiply(decimal(one.quantity) ?? ratio(0n), decimal(one.price) ?? ratio(0n))),
    ratio(0n),
  );

/** The principal must be what the items cost: `credit.items-differ` says both figures. No items, nothing to compare. */
export function itemsProblem(items: readonly LentItem[], principal: string): Refusal | null {
  const said = decimal(principal);
  if (items.length === 0 || said === null) return null;
  const worth = worthOf(items);
  return equals(worth, said)
    ? null
    : refused("credit.items-differ", { principal, items: ratioText(worth) }, "principal").refusal;
}
