/** `/o/BOOK/deliveries/DELIVERY`: what became of this hand-over, from sack to payment? */
import { isUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Fact, refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import {
  type DeliveryProps,
  type Door,
  deliveryPage as drawDelivery,
  type Read,
} from "../../rooms/acopio/pages/delivery.tsx";
import { exactOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { sentenceInWords } from "../language/sentence.ts";
import { historyOf } from "./deliveries/history.ts";
import { rowsOf } from "./read.ts";

type Text = string | null;
type Reading = Readonly<Record<"measure" | "value" | "unit", string>> & {
  readonly method?: string;
  readonly instrument?: string;
};

/** What the view `delivery.whole` answers. */
export type Whole = Readonly<
  Record<
    | "delivery"
    | "member"
    | "product"
    | "place"
    | "happened"
    | "gross_g"
    | "tare_g"
    | "net_g"
    | "mode"
    | "origin"
    | "received",
    string
  >
> &
  Readonly<
    Record<
      | "season"
      | "scale"
      | "scale_checked"
      | "clock"
      | "receipt"
      | "claim"
      | "member_number"
      | "name"
      | "erased"
      | "receiver"
      | "plot"
      | "void_reason"
      | "voided_on"
      | "replaced_by"
      | "paper",
      Text
    >
  > & {
    readonly bags: number;
    readonly bag_list: readonly (Readonly<Record<"gross_g" | "tare_g" | "container", string>> & {
      readonly count: number;
    })[];
    readonly measurements: readonly Reading[];
    readonly results: readonly {
      readonly measurements: readonly Reading[];
      readonly on: string;
      readonly laboratory: Text;
    }[];
    readonly objections: readonly { readonly against: string; readonly words: Text; readonly on: string }[];
    readonly questions: readonly (Readonly<Record<"position" | "code" | "role", string>> & {
      readonly ordinal: number;
      readonly facts: Readonly<Record<string, Fact>>;
      readonly answer: Text;
      readonly note: Text;
      readonly on: Text;
    })[];
    readonly settled: Readonly<Record<"number" | "value" | "currency" | "line_grain" | "on", string>> | null;
    readonly past: Readonly<Record<"paid" | "currency" | "on", Text>> | null;
  };

/** One hand-over. */
export const deliveryPage: BookPage = { path: "/o/:book/deliveries/:delivery", open: deliveryAt };

async function deliveryAt(at: PageAt) {
  const row = await wholeOf(at);
  if (row === null) return refused("delivery.none-such", { delivery: at.parameter("delivery") });
  const props: DeliveryProps = {
    frame: at.frame("deliveries"),
    book: at.book,
    who: {
      name: row.name,
      erased: row.erased,
      number: row.member_number,
      href: at.may("member.one", { agent: row.member }) ? at.address(`members/${row.member}`) : null,
    },
    product: row.product,
    happened: row.happened,
    clock: row.clock,
    total: {
      bags: `${row.bags}`,
      gross: kilogramsOf(row.gross_g),
      tare: kilogramsOf(row.tare_g),
      net: kilogramsOf(row.net_g),
    },
    weighings: row.bag_list.map((one) => ({
      container: one.container,
      count: `${one.count}`,
      gross: kilogramsOf(one.gross_g),
      tare: kilogramsOf(one.tare_g),
      net: kilogramsOf(BigInt(one.gross_g) - BigInt(one.tare_g)),
    })),
    readings: readingsOf(row),
    about: aboutOf(row, at),
    receiptHref: row.paper === null ? null : at.address(`receipts/${encodeURIComponent(row.paper)}`),
    ...standingOf(row, at),
    asked: row.questions
      .filter((one) => one.answer === null)
      .map(({ code, facts, role }) => ({
        sentence: sentenceInWords({ code, facts }, at.say),
        role,
        href: at.powers.has("answer-question") ? at.address("questions", { code }) : null,
      })),
    history: historyOf(row, at),
    doors: doorsOf(row, at),
  };
  return done(drawDelivery(props, at.say));
}

/** The hand-over that the address names; null when the reader's book has none such. */
export async function wholeOf(at: PageAt): Promise<Whole | null> {
  const delivery = at.parameter("delivery");
  if (!isUuid(delivery)) return null;
  return (await rowsOf<Whole>(at, "delivery.whole", { delivery }))?.[0] ?? null;
}

/** Readings at the scale, then later ones; a later one of the same measure stands in place of those before. */
function readingsOf({ measurements, results }: Whole): readonly Read[] {
  const all = [
    ...measurements.map((one) => ({ ...one, on: null, laboratory: null })),
    ...results.flatMap(({ on, laboratory, measurements: later }) => later.map((one) => ({ ...one, on, laboratory }))),
  ];
  return all.map((one, place) => ({
    measure: one.measure,
    value: one.value,
    unit: one.unit,
    method: one.method ?? null,
    instrument: one.instrument ?? null,
    on: one.on,
    laboratory: one.laboratory,
    counts: !all.slice(place + 1).some((later) => later.measure === one.measure),
  }));
}

const aboutOf = (row: Whole, { settings }: PageAt): DeliveryProps["about"] => ({
  place: row.place,
  origin: row.origin,
  receivedOn: dayInZone(Date.parse(row.received), settings.zone),
  receivedAt: clockInZone(Date.parse(row.received), settings.zone),
  mode: row.mode,
  scale: row.scale,
  scaleChecked: row.scale_checked,
  receiver: row.receiver,
  season: row.season,
  plot: row.plot,
  claim: row.claim,
  receipt: row.receipt,
});

function standingOf(row: Whole, at: PageAt): Pick<DeliveryProps, "voided" | "settled" | "past"> {
  const { settled, voided_on, void_reason, replaced_by } = row;
  return {
    voided:
      voided_on === null
        ? null
        : {
            reason: void_reason ?? "",
            on: voided_on,
            otherHref: replaced_by === null ? null : at.address(`deliveries/${replaced_by}`),
          },
    settled:
      settled === null
        ? null
        : {
            value: { exact: exactOf(settled.value, settled.line_grain), currency: settled.currency },
            number: settled.number,
            on: settled.on,
            href: at.may("statement.one") ? at.address(`statements/${encodeURIComponent(settled.number)}`) : null,
          },
    past: row.past,
  };
}

/** What can be done with it, as far as the reader's powers go: nothing more to one that was voided. */
function doorsOf(row: Whole, { say, address, powers }: PageAt): readonly Door[] {
  const here = (path: string) => address(`deliveries/${row.delivery}/${path}`);
  const again = { place: row.place, product: row.product };
  const another: readonly Door[] = powers.has("receive")
    ? [{ says: say("delivery.do-another"), href: address("deliveries/new", again), main: true }]
    : [];
  const correct: readonly Door[] =
    powers.has("review-settlement") && row.settled !== null ? [{ says: say("amend.do"), href: here("correct") }] : [];
  if (row.voided_on !== null) return [...another, ...correct];
  return [
    ...another,
    ...(powers.has("grade") ? [{ says: say("delivery.do-grade"), href: here("grade") }] : []),
    ...(powers.has("receive") ? [{ says: say("delivery.do-object"), href: here("object") }] : []),
    ...(powers.has("void-receipt") && row.settled === null
      ? [{ says: say("delivery.do-void"), href: here("void") }]
      : []),
    ...correct,
  ];
}

/** The time of an instant as clocks of a zone show it: "07:42". */
const clockInZone = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(instant);
