/**
 * From a graded lot to acts: who delivered it, from which farm, and the hand-over. The files know no hand-over day, no tare and
 * no scale: the day of grading stands for the day, tare is zero because the weights are those of the coffee, and no scale is said.
 */
import { derivedUuid } from "../../kernel/ids.ts";
import type { Day } from "../../kernel/time/index.ts";
import { type FileAct, type FileVoice, rowActId } from "../act.ts";
import type { CoffeeLotDraft } from "./draft.ts";

/** Where a lot was when the file does not say its country. */
const PLACE_UNSAID = "place-unsaid";
/** The sample on which defects are counted. Source: Specialty Coffee Association, green grading. */
const GREEN_SAMPLE = "350 g";
const LONGEST_PLACE = 64;

/** Who delivered, by the code in the file. A producer is entered as a person; where only an owner stands, as a company. */
export type Deliverer = { readonly code: string; readonly kind: "person" | "organisation" };

/** The producer, else the owner; null when nobody is named. */
export function delivererOf({ producer, owner }: CoffeeLotDraft): Deliverer | null {
  if (producer !== null) return { code: producer, kind: "person" };
  return owner === null ? null : { code: owner, kind: "organisation" };
}

/** A lot of which enough is certain for a hand-over: whose, how much, and when. */
export type CertainLot = CoffeeLotDraft & {
  readonly bags: NonNullable<CoffeeLotDraft["bags"]>;
  readonly gradedOn: Day;
};

/** Whether a hand-over can be said of a lot. */
export const isCertain = (draft: CoffeeLotDraft): draft is CertainLot =>
  draft.bags !== null && draft.gradedOn !== null && delivererOf(draft) !== null;

/** The agent of a code in a book, its membership, and a farm of it: the same in every file, so that each is entered once. */
export const delivererId = (book: string, code: string): string => derivedUuid(`${book} deliverer ${code}`);
const farmId = (book: string, code: string, farm: string): string => derivedUuid(`${book} farm ${code} ${farm}`);

/** The hand-over of a lot: by the lot's content, so that two forms of one file cannot hand it over twice. */
export const handOverId = (book: string, draft: CoffeeLotDraft): string =>
  derivedUuid(`${book} coffee lot ${draft.key}`);

/** The goods: green coffee of one species. Washed and natural are one product; the files price them alike. */
export const productOf = ({ species }: CoffeeLotDraft): string => `coffee-green-${species}`;

/** The origin as a place: "CO/huila". */
export function placeOf({ country, region }: CoffeeLotDraft): string {
  if (country === null) return PLACE_UNSAID;
  const words = (region ?? "").toLowerCase().replaceAll("|", " ").replace(/\s+/g, " ").trim();
  const place = words === "" ? country : `${country}/${words}`;
  if (place.length <= LONGEST_PLACE) return place;
  // Cut between characters: half of one would make the whole act unreadable.
  return place
    .slice(0, LONGEST_PLACE)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

/** What is known of who delivered: code as number, member of the organisation since the first lot that is known of them. */
export function delivererActs(
  voice: FileVoice,
  row: number,
  deliverer: Deliverer,
  membership: { readonly organisation: string; readonly since: Day; readonly country: string | null },
): readonly FileAct[] {
  const { code, kind } = deliverer;
  const agent = delivererId(voice.book, code);
  const community = membership.country === null ? {} : { community: membership.country };
  const says = kind === "person" ? { agent, ...community } : { agent, name: code, form: "company", ...community };
  const tie = derivedUuid(`${voice.book} membership ${code}`);
  const { organisation, since } = membership;
  return [
    { id: derivedUuid(`${agent} entered`), row, kind: `${kind}.register`, says },
    {
      id: derivedUuid(`${tie} begun`),
      row,
      kind: "tie.begin",
      says: { tie, from: agent, to: organisation, kind: "membership", number: code, since },
    },
  ];
}

/** The farm as a plot; null when the file names none. */
export function farmAct(voice: FileVoice, row: number, draft: CertainLot): FileAct | null {
  const code = delivererOf(draft)?.code;
  if (draft.farm === null || code === undefined) return null;
  const plot = farmId(voice.book, code, draft.farm);
  const says = { plot, holder: delivererId(voice.book, code), name: draft.farm, products: [productOf(draft)] };
  return { id: derivedUuid(`${plot} entered`), row, kind: "plot.register", says };
}

/** The hand-over itself, with what the graders read. */
export function handOverAct(voice: FileVoice, row: number, draft: CertainLot): FileAct {
  const code = delivererOf(draft)?.code ?? "";
  const says = {
    delivery: handOverId(voice.book, draft),
    member: delivererId(voice.book, code),
    product: productOf(draft),
    place: placeOf(draft),
    on: draft.gradedOn,
    bags: [
      {
        gross_g: `${draft.bags.netGrams}`,
        tare_g: "0",
        container: "bag",
        count: Number.parseInt(`${draft.bags.count}`, 10),
      },
    ],
    measurements: readingsOf(draft),
    ...(draft.farm === null ? {} : { plot: farmId(voice.book, code, draft.farm) }),
  };
  return { id: rowActId(voice.file, row, "hand-over"), row, kind: "delivery.receive", says };
}

type Reading = {
  readonly measure: string;
  readonly value: string;
  readonly unit: string;
  readonly method?: string;
  readonly sample?: string;
};

/** Readings in a lasting order; what was not measured is not said. Heights are the farm's, as its people stated them. */
export function readingsOf({ cup, green, altitude }: CoffeeLotDraft): readonly Reading[] {
  const readings: Reading[] = [];
  const say = (measure: string, value: string | null, unit: string, more: Partial<Reading> = {}): void => {
    if (value !== null) readings.push({ measure, value, unit, ...more });
  };
  say("cup-score", cup?.total ?? null, "point", { method: cup?.protocol ?? "" });
  say("moisture", green.moisturePercent, "percent");
  say("category-one-defects", green.categoryOneDefects, "defect", { sample: GREEN_SAMPLE });
  say("category-two-defects", green.categoryTwoDefects, "defect", { sample: GREEN_SAMPLE });
  say("quakers", green.quakers, "bean");
  say("altitude-low", altitude?.lowMetres ?? null, "m", { method: "stated" });
  say("altitude-high", altitude?.highMetres ?? null, "m", { method: "stated" });
  return readings;
}
