/** What this telephone has told of a day, read out of its own acts: hand-overs, voids, and what they add up to. */
import type { FieldCore, OutboxItem } from "../ports.ts";

/** One hand-over that this telephone said. */
export type ToldHandOver = {
  readonly act: string;
  /** Its place among all that this telephone said. */
  readonly sequence: number;
  readonly delivery: string;
  readonly receipt: string | null;
  readonly product: string;
  readonly on: string;
  /** Whole grams: gross less tare of every weighing. */
  readonly net: bigint;
  /** It was keyed in from a pad: its paper is the pad's. */
  readonly fromPad: boolean;
};

type Said = {
  readonly delivery?: string;
  readonly product?: string;
  readonly on?: string;
  readonly receipt?: string;
  readonly pad?: unknown;
  readonly scale?: string;
  readonly checks?: readonly { readonly scale: string }[];
  readonly bags?: readonly { readonly gross_g: string; readonly tare_g: string }[];
};

const read = new WeakMap<OutboxItem, Said>();

/**
 * What an act says, out of the text that was signed; null for what cannot be read, which no count may hide. Read once: a week without
 * signal is twenty thousand acts, and each screen counts them.
 */
export function saidOf(item: OutboxItem): Said | null {
  const known = read.get(item);
  if (known !== undefined) return known;
  try {
    const { says } = JSON.parse(item.text) as { says: Said };
    read.set(item, says);
    return says;
  } catch {
    return null;
  }
}

/** The hand-overs of a day, in the order they were said. */
export function handOversOf(items: readonly OutboxItem[], day: string): readonly ToldHandOver[] {
  return items.flatMap((item) => {
    if (item.kind !== "delivery.receive") return [];
    const said = saidOf(item);
    if (said === null || said.on !== day) return [];
    const net = (said.bags ?? []).reduce((sum, bag) => sum + BigInt(bag.gross_g) - BigInt(bag.tare_g), 0n);
    return [
      {
        act: item.act,
        sequence: item.sequence,
        delivery: said.delivery ?? item.act,
        receipt: said.receipt ?? null,
        product: said.product ?? "",
        on: day,
        net,
        fromPad: said.pad !== undefined,
      },
    ];
  });
}

/** Hand-overs that this telephone voided, by id. */
export const voidedBy = (items: readonly OutboxItem[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.kind === "delivery.void" ? [saidOf(item)?.delivery ?? ""] : [])));

/** A day as this telephone counts it. */
export type DayTold = {
  readonly handOvers: readonly ToldHandOver[];
  readonly voids: readonly ToldHandOver[];
  /** Net grams by product, of the hand-overs that count. */
  readonly kilos: readonly { readonly product: string; readonly net: bigint }[];
  /** The act that opened the day here, and the one that closed it; null when there is none. */
  readonly opened: OutboxItem | null;
  readonly closed: OutboxItem | null;
};

/** Counts a day. `isVoid` knows also of voids that the office said. */
export function dayTold(items: readonly OutboxItem[], day: string, isVoid: (delivery: string) => boolean): DayTold {
  const [handOvers, voided] = [handOversOf(items, day), voidedBy(items)];
  const counts = (one: ToldHandOver): boolean => !voided.has(one.delivery) && !isVoid(one.delivery);
  const kilos = new Map<string, bigint>();
  for (const one of handOvers.filter(counts)) kilos.set(one.product, (kilos.get(one.product) ?? 0n) + one.net);
  const last = (kind: string): OutboxItem | null =>
    items.filter((item) => item.kind === kind && saidOf(item)?.on === day).at(-1) ?? null;
  return {
    handOvers,
    voids: handOvers.filter((one) => !counts(one)),
    kilos: [...kilos].map(([product, net]) => ({ product, net })),
    opened: last("point.open-day"),
    closed: last("point.close-day"),
  };
}

/** The day of this telephone, today. */
export const dayOf = (core: FieldCore, isVoid: (delivery: string) => boolean = () => false): DayTold =>
  dayTold(core.outbox(), core.today(), isVoid);

/** Serials of receipts that are missing between the first and the last of a series, read from their numbers: "QD2A-000018". */
export function gapsIn(receipts: readonly string[], series: string): readonly number[] {
  const serials = serialsOf(receipts, series);
  const there = new Set(serials);
  const gaps: number[] = [];
  for (let at = (serials[0] ?? 1) + 1; at < (serials.at(-1) ?? 0); at += 1) if (!there.has(at)) gaps.push(at);
  return gaps;
}

/** The serials of a series among numbers of receipts, in their order. */
export const serialsOf = (receipts: readonly string[], series: string): readonly number[] =>
  receipts
    .filter((one) => one.startsWith(`${series}-`))
    .map((one) => Number.parseInt(one.slice(series.length + 1), 10))
    .filter((one) => Number.isSafeInteger(one))
    .sort((one, other) => one - other);

/** The receipts of the day as a range of this telephone's series; null when it gave none. */
export function rangeOf(day: DayTold, series: string): { series: string; from: number; to: number } | null {
  const serials = serialsOf(
    day.handOvers.map((one) => one.receipt ?? ""),
    series,
  );
  const [from, to] = [serials[0], serials.at(-1)];
  return from === undefined || to === undefined ? null : { series, from, to };
}
