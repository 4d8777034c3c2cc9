/** A hand-over that a closed statement has taken, undone in the store: what it posted, and what its settlement passed on. */
import type { TallyChange } from "../../kernel/act/page.ts";
import { goodsOf } from "../../kernel/ledger/commodity.ts";
import { type Entry, posting, reversal } from "../../kernel/ledger/entry.ts";
import { countsOf, goodsIn, postsGoods } from "./goods.ts";
import type { Delivery } from "./needs.ts";

/**
 * Consigned goods become their producer's again, as settlement had made them ours; then the hand-over is posted back. Empty where it
 * posted nothing.
 */
export function settledGoodsBack(kept: Delivery, today: string): readonly Entry[] {
  if (!postsGoods(kept)) return [];
  const back = reversal(goodsIn(kept), { position: kept.act_position, ordinal: 0 }, "delivery.voided");
  if (kept.mode !== "consigned") return [back];
  const { product, place, net_g, member } = kept;
  const postings = [
    posting("stock", goodsOf(product), -net_g, { place }),
    posting("stock", goodsOf(product), net_g, { place, owner: member }),
  ];
  return [
    { because: "statement.ownership-passed", about: kept.delivery, happened: today, reverses: null, postings },
    back,
  ];
}

/** What then moves in the counts. That there was business open with the person ended with the statement. */
export const settledCountsBack = (kept: Delivery): readonly TallyChange[] =>
  postsGoods(kept) ? countsOf(kept, -kept.net_g).filter(({ kind }) => kind === "stock" || kind === "delivered") : [];
