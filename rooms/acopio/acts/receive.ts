/** A hand-over at a collection point. */
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { sameRow, type Written, write } from "../../../kernel/act/record.ts";
import { question } from "../../../kernel/refusal.ts";
import { member } from "../../people/needs.ts";
import { deliveryDoubts, foreignUnits } from "../doubts.ts";
import { countsOf, goodsIn, postsGoods } from "../goods.ts";
import { type Delivery, delivery, voidOf } from "../needs.ts";
import { receiptNumber, receiptPaper, serialKey } from "../receipt.ts";
import { deliveryNote, delivery as deliveryRecord } from "../records.ts";
import { weightsOf } from "../rules/weights.ts";
import { type ReceiveSaid, receiveSaid } from "../said.ts";
import { type Terms, termsOn } from "../terms.ts";

/**
 * One hand-over at a collection point: all its bags, sample and readings, as printed on the receipt. A fact: goods may be
 * rejected, the record never is. Net = gross − the tares as weighed; net grams go into the stock of the place, from the
 * person, ours or consigned as the season's policy says. Nothing is posted without weight or with more tare than gross.
 * Questions: `delivery.net-negative`, `.weight-missing`, `.weight-implausible`, `.scale-unit-unknown`, `.unit-unknown`, `.unit-other`,
 * `.member-unknown`, `.not-a-member`, `.day-ahead`, `.season-closed`, `.scale-unchecked`, `.measure-implausible`,
 * `.measure-not-in-scheme`, `.receipt-used`, `.shown-differs`, `.id-used`, `.voided-before`.
 * Source: receipts and flow of producers' collection centres.
 */
export const receiveDelivery: ActDeclaration = fact({
  kind: "delivery.receive",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: receiveSaid,
  needs: (said, context) => ({
    kept: delivery(said.delivery),
    voided: voidOf(said.delivery),
    member: member(said.member, said.on),
    terms: termsOn(said.product, said.on, said.measurements, foreignUnits(said.bags)),
    receipt: receiptNumber(said, context),
  }),
  weighs: ({ product }) => ({ product }),
  follows: (said, known, context) => {
    const { kept, voided, terms, receipt } = known;
    const number = kept !== null && said.receipt === undefined ? kept.receipt : receipt.number;
    const row = rowOf(said, known.member.agent !== null, terms, number, context);
    if (kept !== null) return toldAgain(said, kept, row, context);
    const questions = [...deliveryDoubts(said, row, { ...known, before: receipt.before }, context.today)];
    if (voided !== null) questions.push(question("delivery.voided-before", "manager", row.delivery, {}));
    const posts = postsGoods(row) && voided === null;
    const tallies: TallyChange[] = posts ? [...countsOf(row, row.net_g)] : [];
    if (receipt.issued) tallies.push({ kind: "serial", key: serialKey(row.place), change: 1n });
    const paper = receiptPaper(said, row, receipt, context);
    return {
      records: [write(deliveryRecord, row)],
      entries: posts ? [goodsIn(row)] : [],
      tallies,
      questions,
      papers: paper === null ? [] : [paper],
    };
  },
});

/** The row of a hand-over as it is said, under the terms of its day. */
export function rowOf(
  said: ReceiveSaid,
  isKnown: boolean,
  { season }: Terms,
  receipt: string | null,
  { through, position }: Context,
): Delivery {
  const weights = weightsOf(said.bags);
  return {
    delivery: said.delivery,
    member: said.member,
    member_known: isKnown,
    product: said.product,
    season_agreement: season?.agreement ?? null,
    season: season?.policy.season ?? null,
    place: said.place,
    scale: said.scale ?? null,
    scale_checked: said.scaleChecked ?? null,
    happened: said.on,
    clock: said.clock ?? null,
    receipt,
    bags: weights.bags,
    bag_list: said.bags,
    gross_g: weights.gross,
    tare_g: weights.tare,
    net_g: weights.net,
    measurements: said.measurements,
    plot: said.plot ?? null,
    claim: said.claim ?? null,
    shown: said.shown ?? null,
    // Where no season says otherwise, the goods stay the producer's.
    mode: season?.policy.title === "on-delivery" ? "bought" : "consigned",
    origin: through.way,
    act_position: position,
  };
}

/** What makes two tellings one hand-over; a paper keyed in and the phone's own copy differ in the rest. */
const same = ["member", "product", "place", "happened", "receipt", "bags", "gross_g", "tare_g", "net_g"] as const;
/** What depends on when and by which way it was told, and not on the hand-over. */
const ofTheTelling = ["origin", "act_position", "member_known", "season_agreement", "season", "mode"] as const;

/** The same hand-over told again is one hand-over. Told otherwise, the first stays, the second is noted, and the book asks. */
function toldAgain(said: ReceiveSaid, kept: Delivery, row: Delivery, context: Context): PartsOfFollows {
  const told = Object.fromEntries(Object.entries(row).filter(([name]) => !ofTheTelling.includes(name as never)));
  if (sameRow(kept, told)) return {};
  const note = (kind: string): Written =>
    write(deliveryNote, { act: context.act, delivery: row.delivery, kind, body: said, on_day: context.today });
  if (same.every((name) => kept[name] === row[name])) return { records: [note("told-again")] };
  const other = same.find((name) => kept[name] !== row[name]) as string;
  return {
    records: [note("told-otherwise")],
    questions: [question("delivery.id-used", "manager", row.delivery, { field: other })],
  };
}
