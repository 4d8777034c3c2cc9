/** Days and clock times of a workbook: days counted from 1900 or 1904 with the time as their fraction (ECMA-376 part 1, 18.17.4). */
import { addDays, theDay } from "../../../kernel/time/index.ts";

/** The last day that can be written with four digits, 9999-12-31, counted from 1900. */
const lastSerial = 2_958_465;
/** The 1900 count holds a 29 February 1900 that never was: serial 60. Days before it count from one day later. */
const neverWas = 60;
/** Days between the two counts: 1904-01-01 is day 1,462 of the first. */
const between1900and1904 = 1462;

/**
 * An exact serial number as text: "2024-12-31", with a clock "2024-12-31T14:30", a clock alone "14:30". Null where it is no day of
 * the calendar: negative, beyond the year 9999, or 29 February 1900.
 */
export function serialText(exact: string, from1904: boolean): string | null {
  const [whole = "", fraction = ""] = exact.split(".");
  if (!/^\d{1,7}$/.test(whole)) return null;
  const { clock, nextDay } = clockOf(fraction);
  const counted = Number.parseInt(whole, 10) + (nextDay ? 1 : 0);
  if (counted === 0 && !from1904) return clock === "" ? null : clock;
  const serial = counted + (from1904 ? between1900and1904 : 0);
  if (serial === neverWas || serial > lastSerial) return null;
  const day = addDays(theDay(serial < neverWas ? "1899-12-31" : "1899-12-30"), serial);
  return clock === "" || clock === "00:00" ? day : `${day}T${clock}`;
}

const SECONDS = 86_400n;

/** The fraction of a day to the second, which is finer than what programs keep; the last half second belongs to the next day. */
function clockOf(fraction: string): { readonly clock: string; readonly nextDay: boolean } {
  if (fraction === "") return { clock: "", nextDay: false };
  const scale = 10n ** BigInt(fraction.length);
  const seconds = (BigInt(fraction) * SECONDS * 2n + scale) / (2n * scale);
  if (seconds === SECONDS) return { clock: "", nextDay: true };
  const two = (value: bigint): string => value.toString().padStart(2, "0");
  const [hours, minutes, rest] = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  return { clock: `${two(hours)}:${two(minutes)}${rest === 0n ? "" : `:${two(rest)}`}`, nextDay: false };
}
