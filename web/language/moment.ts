/** Instants in words: the day and the clock of a place. */
import type { Say } from "./say.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (zone: string | undefined): Intl.DateTimeFormat => {
  const known = clocks.get(zone ?? "");
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    ...(zone === undefined ? {} : { timeZone: zone }),
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
  clocks.set(zone ?? "", made);
  return made;
};

/** "16 sep 2026, 07:42" in a zone ("America/Bogota"), undefined: that of this machine. `instant` is ISO text or milliseconds since 1970. */
export function momentWords(instant: string | number, zone: string | undefined, say: Say): string {
  const at = typeof instant === "number" ? instant : Date.parse(instant);
  const found = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${found.get("year")}-${found.get("month")}-${found.get("day")}`;
  return say("value.moment", { day, time: `${found.get("hour")}:${found.get("minute")}` });
}
