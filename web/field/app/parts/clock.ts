/** Clocks of the book's place, short: what happened today needs no date, what is older does. */
import type { Say } from "../../../language/say.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
};

/** Day and clock of an instant in a zone: "2026-09-16", "07:42". */
export function dayAndClock(instant: string, zone: string): { readonly day: string; readonly clock: string } {
  const found = new Map(
    formatOf(zone)
      .formatToParts(Date.parse(instant))
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${found.get("year")}-${found.get("month")}-${found.get("day")}`,
    clock: `${found.get("hour")}:${found.get("minute")}`,
  };
}

/** "07:42" in a zone. */
export const clockWords = (instant: string, zone: string): string => dayAndClock(instant, zone).clock;

/** "las 07:42" of today, "ayer, 07:42", or "el 16 sep 2026, 07:42": as it stands inside a sentence. */
export function sinceWords(instant: string, now: string, zone: string, say: Say): string {
  const [then, today] = [dayAndClock(instant, zone), dayAndClock(now, zone)];
  if (then.day === today.day) return say("field.since.today", { clock: then.clock });
  return say("field.since.day", { day: then.day, clock: then.clock });
}

/** Whole days between two instants, cut: 26 hours are one day. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));
