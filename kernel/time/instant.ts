/** Instants, and the day an instant is in a place. Instants are milliseconds since 1970-01-01T00:00Z. */
import { daysBetween } from "./calendar.ts";
import { type Day, day, theDay } from "./day.ts";

const INSTANT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:[0-9]{2})$/;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_LENGTH = 24 * HOUR;
const epoch = theDay("1970-01-01");

/** Milliseconds that "+05:30" lies ahead of UTC; null when no place on Earth does. */
function offset(text: string): number | null {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 14 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

/**
 * Reads an ISO 8601 instant with its offset, "2026-11-21T18:05:00.250-05:00", as milliseconds since 1970; digits beyond
 * the millisecond are dropped. Null without an offset, for a day that does not exist, or for a 60th second.
 */
export function instant(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (!parts) return null;
  const [, dayText = "", hours, minutes, seconds = "0", fraction = "", zone = ""] = parts;
  const on = day(dayText);
  const ahead = offset(zone);
  if (on === null || ahead === null) return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const milliseconds = Number(fraction.padEnd(3, "0").slice(0, 3));
  const inDay = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000 + milliseconds;
  return daysBetween(epoch, on) * DAY_LENGTH + inDay - ahead;
}

const zones = new Map<string, Intl.DateTimeFormat>();

function calendarOf(zone: string): Intl.DateTimeFormat {
  const kept = zones.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  zones.set(zone, made);
  return made;
}

/** Whether the platform knows a time zone, such as "America/Bogota". */
export function isZone(zone: string): boolean {
  try {
    calendarOf(zone);
    return true;
  } catch {
    return false;
  }
}

const lastDays = new Map<string, { readonly second: number; readonly day: Day }>();

/**
 * The calendar day that an instant is in a time zone: the book's accounting day. The zone must be known (`isZone`). Zones are
 * whole seconds apart, so the answer for the last second asked about is kept: acts come by the thousand in one.
 */
export function dayInZone(epochMilliseconds: number, zone: string): Day {
  const second = Math.floor(epochMilliseconds / 1_000);
  const last = lastDays.get(zone);
  if (last?.second === second) return last.day;
  const part = new Map(
    calendarOf(zone)
      .formatToParts(epochMilliseconds)
      .map(({ type, value }) => [type, value]),
  );
  const found = theDay(`${part.get("year")?.padStart(4, "0")}-${part.get("month")}-${part.get("day")}`);
  lastDays.set(zone, { second, day: found });
  return found;
}
