/** Which serials of a pad nobody has accounted for. */
import { serialsIn } from "./serials.ts";

/** The most leaves that a pad can have: whoever types one digit too many is told. */
export const longestPad = 10_000;

type PadRange = { readonly serial_from: number; readonly serial_to: number };
type Told = readonly { readonly serial: number }[];

/** Serials between two of a pad that nothing is known of. */
export function untold({ serial_from, serial_to }: PadRange, told: Told, upTo = serial_to): readonly number[] {
  const known = new Set(told.map((one) => one.serial));
  return serialsIn(serial_from, Math.min(upTo, serial_to)).filter((serial) => !known.has(serial));
}

/** Holes: pads are written from the first leaf to the last, so whatever lies before the highest serial told is missing. */
export const holesIn = (pad: PadRange, told: Told): readonly number[] =>
  untold(
    pad,
    told,
    told.reduce((highest, one) => Math.max(highest, one.serial), 0),
  );
