/** What a hand-over posts: goods into a place, from a person. No money: that is posted by the statement. */
import type { TallyChange } from "../../kernel/act/page.ts";
import { goodsOf } from "../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../kernel/ledger/entry.ts";
import { holdChange } from "../people/needs.ts";
import { type Delivery, deliveredKey, stockKey } from "./needs.ts";

/** Whether a hand-over posts goods at all: not without weight, not when more tare than gross was said, and not what went back. */
export const postsGoods = (delivery: Delivery): boolean => delivery.net_g > 0n && delivery.mode !== "not-taken";

/** The entry of a hand-over. Consigned goods stay the producer's (`owner`) in our place; bought ones are ours. */
export function goodsIn(delivery: Delivery): Entry {
  const { member, place, net_g, season_agreement: agreement } = delivery;
  const commodity = goodsOf(delivery.product);
  return {
    because: "delivery.received",
    about: delivery.delivery,
    happened: delivery.happened,
    reverses: null,
    postings: [
      posting("stock", commodity, net_g, { place, owner: delivery.mode === "consigned" ? member : null, agreement }),
      posting("goods-received", commodity, -net_g, { agent: member, place, agreement }),
    ],
  };
}

/**
 * What moves in the counts: stock of the place, what the member delivered in the season, and that there is business open with the
 * member: who has handed something over and was not paid for it yet is not erased.
 */
export const countsOf = ({ member, product, place, season }: Delivery, change: bigint): readonly TallyChange[] => [
  { kind: "stock", key: stockKey(product, place), change },
  { kind: "delivered", key: deliveredKey(member, product, season), change },
  holdChange(member, change > 0n ? 1n : -1n),
];
