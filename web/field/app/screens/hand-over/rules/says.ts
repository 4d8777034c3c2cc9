/** From a draft to what is said: `delivery.receive`, and the objections that go with it. Texts are exact; nothing is a float. */
import { decimal } from "../../../../../../kernel/exact/index.ts";
import type { Shown } from "../../../../../../rooms/acopio/content.ts";
import type { PadMark } from "../../../../../../rooms/acopio/said/pad.ts";
import type { Measurement } from "../../../../../../rooms/acopio/said.ts";
import { type HandOverDraft, standing } from "./draft.ts";
import type { FirstPayment } from "./first-payment.ts";
import { weightsIn } from "./weigh.ts";

/** What the telephone knows besides the draft when the receipt is given. */
export type Circumstances = {
  readonly place: string;
  readonly day: string;
  readonly clock: string;
  readonly scale: string | null;
  /** The day of the scale's last good check; null: it was not checked. */
  readonly scaleChecked: string | null;
  readonly measurements: readonly Measurement[];
  readonly payment: FirstPayment;
  /** Goods that are not taken have no price, whatever their weight. */
  readonly taken: boolean;
  readonly language: string;
  readonly memberNumber: string | null;
};

/** What was shown to the producer, its fields in the order of their names: papers keep it as it is said. Nothing was deducted. */
export function shownOf(draft: HandOverDraft, about: Circumstances): Shown {
  const { payment } = about;
  const priced = payment.known && about.taken ? payment : null;
  const unitPrice = priced?.unitPrice ?? null;
  return {
    agreed: draft.paper !== null ? "not-there" : draft.objection === null ? "agreed" : "with-objection",
    ...(priced === null ? {} : { currency: priced.currency }),
    language: about.language,
    net_g: `${weightsIn(draft).net}`,
    ...(priced === null || priced.paid_g === null ? {} : { paid_g: priced.paid_g }),
    ...(priced === null
      ? {}
      : { plan: { code: priced.plan.code, plan: priced.plan.plan, version: priced.plan.version } }),
    ...(unitPrice === null || decimal(unitPrice) === null ? {} : { unitPrice }),
    ...(priced === null ? {} : { value: priced.value }),
    ...(about.taken ? {} : { goods: "rejected" as const }),
    ...(about.memberNumber === null ? {} : { who: about.memberNumber }),
  };
}

/** What `delivery.receive` says. The number of the receipt is put in by the core, which counts it. */
export function receiveSays(draft: HandOverDraft, about: Circumstances) {
  const { paper } = draft;
  return {
    delivery: draft.delivery,
    member: draft.who.agent,
    product: draft.product ?? "",
    place: about.place,
    on: paper?.day ?? about.day,
    ...(paper === null ? { clock: about.clock } : {}),
    ...(about.scale === null ? {} : { scale: about.scale, scaleChecked: about.scaleChecked }),
    bags: standing(draft).map((bag) => ({
      gross_g: bag.gross_g,
      tare_g: bag.tare_g,
      container: bag.container,
      count: bag.count,
      ...(bag.unit === "kg" ? {} : { reading: { gross: bag.shown, unit: bag.unit } }),
    })),
    measurements: [...about.measurements],
    ...(about.taken ? {} : { goods: "rejected" as const }),
    ...(draft.photos.length === 0 ? {} : { photos: draft.photos }),
    ...(draft.plot === null ? {} : { plot: draft.plot }),
    ...(draft.claim === null ? {} : { claim: draft.claim }),
    ...(paper === null ? { shown: shownOf(draft, about) } : { pad: padOf(paper) }),
  };
}

const padOf = ({ pad, serial, writer }: NonNullable<HandOverDraft["paper"]>): PadMark =>
  ({ pad, serial: Number.parseInt(serial, 10), writer }) as PadMark;

/** What the producer says against it, one act for each thing: said after the hand-over, and never in its way. */
export const objectionsOf = (draft: HandOverDraft, on: string, newId: () => string) =>
  (draft.objection?.against ?? []).map((against) => ({
    objection: newId(),
    delivery: draft.delivery,
    against,
    ...(draft.objection?.words.trim() ? { words: draft.objection.words.trim() } : {}),
    on,
  }));
