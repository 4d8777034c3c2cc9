/** A hand-over that no longer counts. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import type { Known } from "../../../kernel/act/need.ts";
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
 * `delivery.voided-by-two` (voided before for another reason, or with another in its place: both are named), `delivery.void-after-settlement`.
 * Source: weighings are never edited, a void is a second row.
 */
export const voidDelivery: ActDeclaration = fact({
  kind: "delivery.void",
  version: 1,
  rules: 2,
  room: "acopio",
  power: "void-receipt",
  says: voidSaid,
  needs: needed,
  follows: voiding(byTwo),
  earlier: [{ rules: 1, needs: needed, follows: voiding(twiceBefore) }],
});

type Said = z.infer<typeof voidSaid>;
type Voided = Row<typeof deliveryVoid>;
/** The question about a second void. */
type AskOfTwo = (said: Said, before: Voided) => Question;

/** Two telephones may have voided the same hand-over, and each have received another in its place: both are named. */
function byTwo(said: Said, before: Voided): Question {
  const replaced = { replacedBy: said.replacedBy ?? null, replacedBefore: before.replaced_by };
  const facts = { reason: said.reason, before: before.reason, ...replaced };
  return question("delivery.voided-by-two", "manager", said.delivery, facts);
}

/** The same as it was asked in 0.1.0 and 0.2.0. */
function twiceBefore({ delivery, reason }: Said): Question {
  return question("delivery.void-twice", "manager", delivery, { reason });
}

function needed(said: Said) {
  return { kept: delivery(said.delivery), voided: voidOf(said.delivery), settled: settlementOf(said.delivery) };
}

function voiding(askOfTwo: AskOfTwo) {
  return (
    said: Said,
    { kept, voided, settled }: Known<ReturnType<typeof needed>>,
    context: Context,
  ): PartsOfFollows => {
    if (voided !== null) return voidedBefore(said, voided, askOfTwo, context);
    if (settled !== null) {
      const asked = question("delivery.void-after-settlement", "manager", said.delivery, { reason: said.reason });
      return noted(said, asked, context);
    }
    const reversed = kept !== null && postsGoods(kept);
    const row: Voided = {
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
  };
}

/** Kept as a note, with a question: nothing of the hand-over changes. */
const noted = (said: Said, asked: Question, { act, today }: Context): PartsOfFollows => ({
  records: [write(deliveryNote, { act, delivery: said.delivery, kind: "void-asked", body: said, on_day: today })],
  questions: [asked],
});

function voidedBefore(said: Said, voided: Voided, askOfTwo: AskOfTwo, context: Context): PartsOfFollows {
  const isSame = voided.reason === said.reason && voided.replaced_by === (said.replacedBy ?? null);
  if (isSame) return {};
  return noted(said, askOfTwo(said, voided), context);
}
