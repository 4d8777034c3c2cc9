/** A hand-over at a collection point. */
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, type Known, type Need } from "../../../kernel/act/need.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { write } from "../../../kernel/act/record.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { clockDoubt, instant } from "../../../kernel/time/index.ts";
import { type Member, member, membershipBefore } from "../../people/needs.ts";
import type { Tie } from "../../people/rules/ties.ts";
import { deliveryDoubts, foreignUnits, memberDoubts, sealedPaperDoubts } from "../doubts.ts";
import { countsOf, goodsIn, postsGoods } from "../goods.ts";
import { type Delivery, delivery, voidOf } from "../needs.ts";
import { leafDoubts, leafUsed, type PadLeaf, padLeaf } from "../pads.ts";
import { type ReceiptNumber, receiptNumber, receiptPaper, serialKey } from "../receipt.ts";
import { delivery as deliveryRecord } from "../records.ts";
import { weightsOf } from "../rules/weights.ts";
import { type ReceiveSaid, receiveSaid } from "../said.ts";
import { type Terms, termsOn } from "../terms.ts";
import { type TermsInForce, termsDoubts, termsInForce } from "../worth.ts";
import { type KnownSince, knownSince, toldAgain, toldAgainBefore } from "./told-again.ts";

/** What a hand-over needs to know. The last four are asked since 0.3.0. */
type Asked = {
  readonly kept: Need<Delivery | null>;
  readonly voided: ReturnType<typeof voidOf>;
  readonly member: Need<Member>;
  readonly terms: Need<Terms>;
  readonly receipt: Need<ReceiptNumber>;
  readonly before: Need<Tie | null>;
  readonly inForce: Need<TermsInForce | null>;
  readonly since: Need<KnownSince | null>;
  readonly leaf: Need<PadLeaf>;
};

const neededBefore = (said: ReceiveSaid, context: Context): Asked => ({
  kept: delivery(said.delivery),
  voided: voidOf(said.delivery),
  member: member(said.member, said.on),
  terms: termsOn(said.product, said.on, said.measurements, foreignUnits(said.bags)),
  receipt: receiptNumber(said, context),
  before: always(null),
  inForce: always(null),
  since: always(null),
  leaf: always(null),
});

const needed = (said: ReceiveSaid, context: Context): Asked => ({
  ...neededBefore(said, context),
  before: membershipBefore(said.member, said.on),
  inForce: termsInForce(said, context),
  since: knownSince(said.delivery),
  leaf: padLeaf(said),
});

/**
 * One hand-over at a collection point: all its bags, sample and readings, as printed on the receipt. A fact: goods may be
 * rejected, the record never is. Net = gross − the tares as weighed; net grams go into the stock of the place, from the
 * person, ours or consigned as the season's policy says. Nothing is posted without weight or with more tare than gross.
 * What the paper shows stands; where the book finds otherwise, both stand in the question. With `paper` it is entered from a receipt
 * that a device sealed: the same hand-over as the device's own telling, whichever comes first.
 * Questions: `delivery.net-negative`, `.weight-missing`, `.weight-implausible`, `.scale-unit-unknown`, `.unit-unknown`, `.unit-other`,
 * `.member-unknown`, `.not-a-member`, `.member-left`, `.number-differs`, `.day-ahead`, `.day-doubted`, `.season-closed`,
 * `.scale-unchecked`, `.measure-implausible`, `.measure-not-in-scheme`, `.receipt-used`, `.shown-differs`, `.stale-terms`,
 * `.stale-scheme`, `.stale-season`, `.paper-differs`, `.paper-unreadable`, `.paid-weight-differs`, `.price-differs`, `.value-differs`, `.id-used`, `.voided-before`;
 * of a leaf of a pad `.pad-unknown`, `.pad-outside`, `.pad-of-another`, `.pad-leaf-told`, `.pad-late`.
 * Source: receipts and flow of producers' collection centres.
 */
export const receiveDelivery: ActDeclaration = fact({
  kind: "delivery.receive",
  version: 1,
  rules: 2,
  room: "acopio",
  power: "receive",
  says: receiveSaid,
  needs: needed,
  weighs: ({ product }) => ({ product }),
  follows: (said, known, context) => {
    const row = rowSaid(said, known, context);
    if (known.kept !== null) return toldAgain(said, known.kept, row, known, context);
    const doubts = deliveryDoubts(said, row, { ...known, before: known.receipt.before }, context.today);
    const questions = [
      // Whoever left is told apart from whoever never was a member.
      ...doubts.filter(({ code }) => known.before === null || code !== "delivery.not-a-member"),
      ...memberDoubts(said, known.member, known.before),
      ...termsDoubts(said, known.inForce, context.relied),
      ...dayDoubt(said, context),
      ...sealedPaperDoubts(said, context.book),
      ...leafDoubts(said, known.leaf, known.terms, context),
    ];
    return received(said, row, questions, known, context);
  },
  earlier: [
    {
      rules: 1,
      needs: neededBefore,
      follows: (said, known, context) => {
        const row = rowSaid(said, known, context);
        if (known.kept !== null) return toldAgainBefore(said, known.kept, row, context);
        const doubts = deliveryDoubts(said, row, { ...known, before: known.receipt.before }, context.today);
        return received(said, row, doubts, known, context);
      },
    },
  ],
});

type Answers = Known<Asked>;

const rowSaid = (said: ReceiveSaid, { kept, member, terms, receipt }: Answers, context: Context): Delivery => {
  const number = kept !== null && said.receipt === undefined ? kept.receipt : receipt.number;
  return rowOf(said, member.agent !== null, terms, number, context);
};

/** A hand-over that the book did not know: kept, posted, with its paper. */
function received(
  said: ReceiveSaid,
  row: Delivery,
  doubts: readonly Question[],
  { voided, receipt, leaf }: Answers,
  context: Context,
): PartsOfFollows {
  const questions = [...doubts];
  if (voided !== null) questions.push(question("delivery.voided-before", "manager", row.delivery, {}));
  const posts = postsGoods(row) && voided === null;
  const tallies: TallyChange[] = posts ? [...countsOf(row, row.net_g)] : [];
  if (receipt.issued) tallies.push({ kind: "serial", key: serialKey(row.place), change: 1n });
  const paper = receiptPaper(said, row, receipt, context);
  return {
    records: [write(deliveryRecord, row), ...leafUsed(said, leaf, context)],
    entries: posts ? [goodsIn(row)] : [],
    tallies,
    questions,
    papers: paper === null ? [] : [paper],
  };
}

/**
 * A day given by a clock that cannot be right is asked about at the hand-over itself, so that settlements wait. Where act and hand-over
 * have one id, as from a telephone of the field, the question about the clock is that one already.
 */
function dayDoubt(said: ReceiveSaid, { through, received, act }: Context): readonly Question[] {
  if (through.way !== "device" || said.delivery === act) return [];
  const [at, came] = [instant(through.at), instant(received)];
  if (at === null || came === null || clockDoubt(at, came) === null) return [];
  return [question("delivery.day-doubted", "manager", said.delivery, { day: said.on, at: through.at, received })];
}

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
    mode: said.goods === "rejected" ? "not-taken" : season?.policy.title === "on-delivery" ? "bought" : "consigned",
    origin: through.way,
    act_position: position,
    photos: said.photos ?? null,
  };
}
