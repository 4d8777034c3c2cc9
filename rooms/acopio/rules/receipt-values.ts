/** Values of a receipt as they stand in its code, and back: exact, or not at all. */
import type { Cbor } from "../../../kernel/cose/cbor.ts";
import { DECIMAL } from "../../../kernel/exact/index.ts";
import { hexText } from "../../../kernel/hash.ts";
import { addDays, day, daysBetween, theDay } from "../../../kernel/time/index.ts";

const epoch = theDay("1970-01-01");
const MINUTES_OF_DAY = 1_440;

/** A decimal as [mantissa, places]; null when its text would not come back the same ("-0"), or it needs more than 64 bits. */
export function partsOf(text: string): readonly [mantissa: bigint, places: number] | null {
  if (!DECIMAL.test(text)) return null;
  const point = text.indexOf(".");
  const places = point < 0 ? 0 : text.length - point - 1;
  const mantissa = BigInt(text.replace(".", ""));
  const fits = mantissa < 2n ** 63n && mantissa > -(2n ** 63n);
  return fits && decimalOf(mantissa, places) === text ? [mantissa, places] : null;
}

/** The text of a decimal of its parts. */
export function decimalOf(mantissa: bigint, places: number): string {
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${mantissa < 0n ? "-" : ""}${whole}${places === 0 ? "" : `.${digits.slice(-places)}`}`;
}

/** A decimal in the code: a whole number, [exponent, mantissa], or its text where it has no such form. */
export function amountCode(text: string): Cbor {
  const parts = partsOf(text);
  if (parts === null) return text;
  const [mantissa, places] = parts;
  return places === 0 ? mantissa : [-places, mantissa];
}

/** Whether a value of the code is a whole number. */
export const isWhole = (value: unknown): value is number | bigint =>
  typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value));

/** The decimal of a value of the code; null when it is none. */
export function amountText(value: Cbor | undefined): string | null {
  if (typeof value === "string") return DECIMAL.test(value) ? value : null;
  if (isWhole(value)) return value.toString();
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [exponent, mantissa] = value as readonly Cbor[];
  return typeof exponent === "number" && exponent < 0 && exponent >= -18 && isWhole(mantissa)
    ? decimalOf(BigInt(mantissa), -exponent)
    : null;
}

/** Days since 1970-01-01 by the calendar of the place; with a clock, minutes since its first minute. */
export function timeCode(happened: string, clock: string | null): readonly [key: "day" | "minute", value: number] {
  const days = daysBetween(epoch, theDay(happened));
  if (clock === null) return ["day", days];
  const minutes = Number.parseInt(clock.slice(0, 2), 10) * 60 + Number.parseInt(clock.slice(3, 5), 10);
  return ["minute", days * MINUTES_OF_DAY + minutes];
}

/** Days that a code may name, so that no number leads beyond the calendar. */
const isDayNumber = (days: number): boolean =>
  days >= daysBetween(epoch, theDay("0001-01-01")) && days <= daysBetween(epoch, theDay("9999-12-31"));

/** Day and clock of a number of days or of minutes; null when it lies outside of the calendar. */
export function timeText(key: "day" | "minute", value: Cbor | undefined): { day: string; clock: string | null } | null {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return null;
  const days = key === "day" ? value : Math.floor(value / MINUTES_OF_DAY);
  if (!isDayNumber(days)) return null;
  const happened = day(addDays(epoch, days));
  if (happened === null) return null;
  if (key === "day") return { day: happened, clock: null };
  const minutes = value - days * MINUTES_OF_DAY;
  const two = (number: number): string => number.toString().padStart(2, "0");
  return { day: happened, clock: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** The bytes of an id, and how many of its last ones are enough to tell it from others of its kind. */
export const idBytes = (id: string): Uint8Array =>
  Uint8Array.from(id.replace(/-/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The id of 16 bytes. */
export function idText(bytes: Uint8Array): string {
  const hex = hexText(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A receipt's number as its series and its count, when it is "SERIES-000018"; otherwise its text. */
export function numberCode(number: string): Cbor {
  const [, series, digits = ""] = /^(.+)-([0-9]{6,12})$/.exec(number) ?? [];
  if (series === undefined) return number;
  const count = Number.parseInt(digits, 10);
  return numberOf(series, count) === number ? [series, count] : number;
}

/** The number of a series and a count. */
export const numberOf = (series: string, count: number): string => `${series}-${count.toString().padStart(6, "0")}`;

/** The number that a value of the code says; null when it says none. */
export function numberText(value: Cbor | undefined): string | null {
  if (typeof value === "string") return value;
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [series, count] = value as readonly Cbor[];
  return typeof series === "string" && typeof count === "number" && count >= 0 ? numberOf(series, count) : null;
}
