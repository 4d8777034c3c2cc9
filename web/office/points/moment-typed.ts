/** A day and an hour as typed at the place of the book, as an instant. */
import { instant } from "../../../kernel/time/index.ts";

/** How far a zone's clock stands from UTC at an instant, in milliseconds. */
function offsetOf(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }).formatToParts(at);
  const of = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  const local = Date.parse(`${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:${of("second")}Z`);
  return local - Math.floor(at / 1_000) * 1_000;
}

/** "2026-09-16" and "14:30" in "America/Bogota": "2026-09-16T19:30:00.000Z"; null when the hour is none. */
export function momentTyped(day: string, clock: string, zone: string): string | null {
  const asUtc = instant(`${day}T${clock.padStart(5, "0")}:00Z`);
  if (asUtc === null) return null;
  // The offset at the moment itself: on a day when clocks are turned it differs from that an offset away.
  const near = asUtc - offsetOf(asUtc, zone);
  return new Date(asUtc - offsetOf(near, zone)).toISOString();
}
