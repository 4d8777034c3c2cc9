/** What this telephone has told of a day, read out of its own acts: hand-overs, voids, and what they add up to. */
import type { FieldCore, OutboxEntry } from "../ports.ts";

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

/** The hand-overs of a day, in the order they were said. */
export function handOversOf(items: readonly OutboxEntry[], day: string): readonly ToldHandOver[] {
  return items.flatMap(({ act, sequence, kind, gist }) => {
    if (kind !== "delivery.receive" || gist?.on !== day) return [];
    return [
      {
        ...{ act, sequence, delivery: gist.delivery ?? act, receipt: gist.receipt ?? null, on: day },
        ...{ product: gist.product ?? "", net: BigInt(gist.net ?? "0"), fromPad: gist.fromPad === true },
      },
    ];
  });
}

/** Hand-overs that this telephone voided, by id. */
export const voidedBy = (items: readonly OutboxEntry[]): ReadonlySet<string> =>
  new Set(items.flatMap(({ kind, gist }) => (kind === "delivery.void" ? [gist?.delivery ?? ""] : [])));

/** A day as this telephone counts it. */
export type DayTold = {
  readonly handOvers: readonly ToldHandOver[];
  readonly voids: readonly ToldHandOver[];
  /** Net grams by product, of the hand-overs that count. */
  readonly kilos: readonly { readonly product: string; readonly net: bigint }[];
  /** The act that opened the day here, and the one that closed it; null when there is none. */
  readonly opened: OutboxEntry | null;
  readonly closed: OutboxEntry | null;
};

/** Counts a day. `isVoid` knows also of voids that the office said. */
export function dayTold(items: readonly OutboxEntry[], day: string, isVoid: (delivery: string) => boolean): DayTold {
  const [handOvers, voided] = [handOversOf(items, day), voidedBy(items)];
  const counts = (one: ToldHandOver): boolean => !voided.has(one.delivery) && !isVoid(one.delivery);
  const kilos = new Map<string, bigint>();
  for (const one of handOvers.filter(counts)) kilos.set(one.product, (kilos.get(one.product) ?? 0n) + one.net);
  const last = (kind: string): OutboxEntry | null =>
    items.findLast((item) => item.kind === kind && item.gist?.on === day) ?? null;
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
