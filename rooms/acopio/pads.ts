/** What follows for a pad when a hand-over that was written on it is keyed in, and what is asked of its leaves. */
import type { Context } from "../../kernel/act/declaration.ts";
import { always, map, type Need, together } from "../../kernel/act/need.ts";
import { type Row, type Written, write } from "../../kernel/act/record.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import { addDays, day } from "../../kernel/time/index.ts";
import type { PadKnown } from "./needs/pads.ts";
import { padOf, padSerialOf } from "./needs/pads.ts";
import { type pad, padSerial } from "./records.ts";
import { holesIn } from "./rules/pads.ts";
import { receiptNumberOf, serialsText } from "./rules/serials.ts";
import type { ReceiveSaid } from "./said.ts";
import type { Terms } from "./terms.ts";

/** The pad of a hand-over and what was told of its leaf before; null when it was written on none. */
export type PadLeaf = {
  readonly pad: Row<typeof pad> | null;
  readonly told: Row<typeof padSerial> | null;
} | null;

/** The leaf that a hand-over says it was written on. */
export const padLeaf = ({ pad: mark }: ReceiveSaid): Need<PadLeaf> =>
  mark === undefined ? always(null) : together({ pad: padOf(mark.pad), told: padSerialOf(mark.pad, mark.serial) });

/** The number printed on the leaf; null where nobody issued the pad. */
export const numberOnLeaf = (mark: NonNullable<ReceiveSaid["pad"]>): Need<string | null> =>
  map(padOf(mark.pad), (found) => (found === null ? null : receiptNumberOf(found.series, mark.serial)));

/** The row that tells of the leaf: none when it was told before, since the first telling stands. */
export function leafUsed(said: ReceiveSaid, leaf: PadLeaf, { today }: Context): readonly Written[] {
  const { pad: mark } = said;
  if (mark === undefined || leaf === null || leaf.told !== null) return [];
  const row = { pad: mark.pad, serial: mark.serial, state: "used", delivery: said.delivery, writer: mark.writer };
  return [write(padSerial, { ...row, happened: said.on, told: today })];
}

/**
 * What is doubted about a leaf. Every one is keyed in late, and its days are shown; it is asked only when the producer could no
 * longer object to what was keyed in, by the days of the season.
 */
export function leafDoubts(
  said: ReceiveSaid,
  leaf: PadLeaf,
  { season }: Terms,
  { today }: Context,
): readonly Question[] {
  const { pad: mark, delivery: about } = said;
  if (mark === undefined || leaf === null) return [];
  const { pad: of, told } = leaf;
  const facts = { serial: mark.serial, series: of?.series ?? null };
  const found: Question[] = [];
  if (of === null)
    found.push(question("delivery.pad-unknown", "manager", about, { pad: mark.pad, serial: mark.serial }));
  else if (mark.serial < of.serial_from || of.serial_to < mark.serial)
    found.push(question("delivery.pad-outside", "manager", about, facts));
  else if (of.place !== said.place)
    found.push(question("delivery.pad-of-another", "manager", about, { ...facts, place: of.place }));
  if (told !== null && told.delivery !== about)
    found.push(question("delivery.pad-leaf-told", "manager", about, { ...facts, state: told.state }));
  const days = season?.policy.objectionDays;
  const happened = day(said.on);
  if (days !== undefined && happened !== null && today > addDays(happened, days))
    found.push(question("delivery.pad-late", "manager", about, { ...facts, day: said.on, today, days }));
  return found;
}

/** Asks about leaves of a pad that nobody has told of, while later ones of it are told. Of a pad that is over it was asked then. */
export function padHoles({ pad: of, serials, over }: PadKnown): readonly Question[] {
  return over ? [] : missingLeaves(of, holesIn(of, serials));
}

/** Asks about leaves of a pad that are missing; nothing when none is. */
export const missingLeaves = (of: Row<typeof pad>, serials: readonly number[]): readonly Question[] =>
  serials.length === 0
    ? []
    : [
        question("pad.serials-missing", "manager", of.pad, {
          place: of.place,
          series: of.series,
          serials: serialsText(serials),
          count: serials.length,
        }),
      ];
