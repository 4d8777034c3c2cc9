/** Instants in words: at the door there is no book whose clock to go by, so the day and the hour are said in the server's own zone. */
import type { Say } from "../language/say.ts";

const parts = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeStyle: "short", hourCycle: "h23" });

/** "16 sep 2026, 07:42". `instant` in milliseconds since 1970. */
export function momentWords(say: Say, instant: number): string {
  const found = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = `${found.get("year")}-${found.get("month")}-${found.get("day")}`;
  return say("door.moment", { day, time: `${found.get("hour")}:${found.get("minute")}` });
}
