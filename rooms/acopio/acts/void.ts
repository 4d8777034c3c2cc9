/** A hand-over that no longer counts. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { DeliveryId } from "../../../kernel/ids.ts";
import { reversal } from "../../../kernel/ledger/entry.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { countsOf, goodsIn, postsGoods } from "../goods.ts";
import { delivery, settlementOf, voidOf } from "../needs.ts";
import { deliveryNote, deliveryVoid } from "../records.ts";

const voidSaid = z.object({
  delivery: DeliveryId,
  reason: textSchema(400),
  replacedBy: z.optional(DeliveryId),
  on: daySchema,
});

/**
 * Voids a hand-over: a second row, never an edit; its goods are posted back on its own day. A fact, since the new receipt may
 * already be in the producer's hand. What a closed statement has taken is not posted back: both stand and the book asks.
 * Questions: `delivery.void-unknown` (nobody said that hand-over yet: should it come, it will not count),
 * `delivery.void-twice` (voided before for another reason), `delivery.void-after-settlement`.
 * Source: weighings are never edited, a void is a second row.
 */
export const voidDelivery: ActDeclaration = fact({
  kind: "delivery.void",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "void-receipt",
  says: voidSaid,
  needs: (said) => ({
    kept: delivery(said.delivery),
    voided: voidOf(said.delivery),
    settled: settlementOf(said.delivery),
  }),
  follows: (said, { kept, voided, settled }, context) => {
    if (voided !== null) return voidedBefore(said, voided, context);
    if (settled !== null) {
      const asked = question("delivery.void-after-settlement", "manager", said.delivery, { reason: said.reason });
      return noted(said, asked, context);
    }
    const reversed = kept !== null && postsGoods(kept);
    const row: Row<typeof deliveryVoid> = {
      delivery: said.delivery,
      reason: said.reason,
      replaced_by: said.replacedBy ?? null,
      on_day: said.on,
      reversed,
    };
    const records = [write(deliveryVoid, row)];
    if (kept === null)
      return { records, questions: [question("delivery.void-unknown", "manager", said.delivery, { day: said.on })] };
    if (!reversed) return { records };
    const of = { position: kept.act_position, ordinal: 0 };
    return {
      records,
      entries: [reversal(goodsIn(kept), of, "delivery.voided")],
      tallies: [...countsOf(kept, -kept.net_g)],
    };
  },
});

type Said = z.infer<typeof voidSaid>;

/** Kept as a note, with a question: nothing of the hand-over changes. */
const noted = (said: Said, asked: Question, { act, today }: Context): PartsOfFollows => ({
  records: [write(deliveryNote, { act, delivery: said.delivery, kind: "void-asked", body: said, on_day: today })],
  questions: [asked],
});

function voidedBefore(said: Said, voided: Row<typeof deliveryVoid>, context: Context): PartsOfFollows {
  const isSame = voided.reason === said.reason && voided.replaced_by === (said.replacedBy ?? null);
  if (isSame) return {};
  return noted(said, question("delivery.void-twice", "manager", said.delivery, { reason: said.reason }), context);
}
