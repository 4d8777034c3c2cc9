/** What a telephone counted of its day, held against its receipts in the book. */
import { andThen, map, type Need, rowsOfEach } from "../../kernel/act/need.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import { closedSerial } from "./needs/points.ts";
import type { Delivery } from "./needs.ts";
import { delivery, deliveryVoid } from "./records.ts";
import { receiptNumberOf, serialsIn, serialsText } from "./rules/serials.ts";
import type { CloseDaySaid, SerialRange } from "./said/point.ts";

/** The hand-overs of one serial: one, none, or two that were given the same number. */
export type OfSerial = { readonly serial: number; readonly handOvers: readonly CountedHandOver[] };
export type CountedHandOver = { readonly delivery: Delivery; readonly voided: boolean };

/** The receipts of a range, and of all serials since the last closing: a day that nobody closed is looked at with the next. */
export const receiptsOf = ({ series, from, to }: SerialRange): Need<readonly OfSerial[]> =>
  andThen(closedSerial(series), (closed) => {
    const serials = serialsIn(Math.min(from, closed + 1), to);
    const numbers = serials.map((serial) => receiptNumberOf(series, serial));
    return andThen(rowsOfEach(delivery, "byReceipt", numbers), (found) =>
      map(
        rowsOfEach(
          deliveryVoid,
          "key",
          found.flat().map((one) => one.delivery),
        ),
        (voids) => {
          const voided = new Set(voids.flat().map((one) => one.delivery));
          return serials.map((serial, at) => ({
            serial,
            handOvers: (found[at] ?? []).map((one) => ({ delivery: one, voided: voided.has(one.delivery) })),
          }));
        },
      ),
    );
  });

/**
 * Where the count of a telephone and the book's receipts differ: serials that nobody has told, hand-overs and voids, kilos by product.
 * Each is a question about the closing.
 */
export function countDoubts(said: CloseDaySaid, found: readonly OfSerial[], about: string): readonly Question[] {
  const range = said.receipts;
  if (range === null) return [];
  const missing = found.filter((one) => one.handOvers.length === 0).map((one) => one.serial);
  const own = found.filter(({ serial }) => serial >= range.from).flatMap((one) => one.handOvers);
  const doubts: Question[] = [];
  const where = { place: said.place, day: said.on };
  if (missing.length > 0)
    doubts.push(
      question("point.receipts-missing", "manager", about, {
        ...where,
        series: range.series,
        serials: serialsText(missing),
        count: missing.length,
      }),
    );
  const voids = own.filter((one) => one.voided).length;
  if (own.length !== said.handOvers || voids !== said.voids) {
    const counted = { handOvers: said.handOvers, voids: said.voids };
    doubts.push(
      question("point.counts-differ", "manager", about, { ...where, ...counted, found: own.length, foundVoids: voids }),
    );
  }
  return [...doubts, ...kiloDoubts(said, own, about)];
}

function kiloDoubts(said: CloseDaySaid, own: readonly CountedHandOver[], about: string): readonly Question[] {
  const found = new Map<string, bigint>();
  for (const { delivery: one, voided } of own)
    if (!voided) found.set(one.product, (found.get(one.product) ?? 0n) + one.net_g);
  const counted = new Map(said.kilos.map((one) => [one.product, BigInt(one.net_g)]));
  return [...new Set([...counted.keys(), ...found.keys()])].sort().flatMap((product) => {
    const [ours, theirs] = [found.get(product) ?? 0n, counted.get(product) ?? 0n];
    if (ours === theirs) return [];
    const facts = { place: said.place, day: said.on, product, counted: kilogramsOf(theirs), found: kilogramsOf(ours) };
    return [question("point.kilos-differ", "manager", about, facts)];
  });
}
