/** Instants in words: by the clock of a book where there is one to go by, else by the server's own. */
import type { Say } from "../language/say.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(zone ?? "");
  if (known !== undefined) return known;
  const how = { dateStyle: "short", timeStyle: "short", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-CA", zone === undefined ? how : { ...how, timeZone: zone });
  clocks.set(zone ?? "", made);
  return made;
}

/** "16 sep 2026, 07:42". `instant` in milliseconds since 1970, `zone` that of the book (IANA). */
export function momentWords(say: Say, instant: number, zone?: string): string {
  const found = new Map(
    clockOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${found.get("year")}-${found.get("month")}-${found.get("day")}`;
  return say("door.moment", { day, time: `${found.get("hour")}:${found.get("minute")}` });
}
