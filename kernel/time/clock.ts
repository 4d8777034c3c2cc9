/** Phones' clocks drift and fall back to 1970. A doubted clock asks a question; it never refuses a fact. */
import { instant } from "./instant.ts";

/**
 * When a device's clock is doubted, in milliseconds:
 * - `earliest`: no act can have been said before this instant
 * - `ahead`: how far a device may be ahead of the server that receives the act
 * - `behind`: how long an honest device may be away before its act arrives
 */
export type ClockLimits = { readonly earliest: number; readonly ahead: number; readonly behind: number };

const MINUTE = 60_000;
const DAY_LENGTH = 24 * 60 * MINUTE;

/** Limits of a book that set none: five minutes of drift, and a season of ninety days away from any signal. */
export const usualClockLimits: ClockLimits = {
  earliest: instant("2020-01-01T00:00:00Z") ?? 0,
  ahead: 5 * MINUTE,
  behind: 90 * DAY_LENGTH,
};

/** `1970`: a clock that was reset; `future`: ahead of us; `far`: said longer ago than a device is ever away. */
export type ClockDoubt = "1970" | "future" | "far";

/** Whether the time a device gave is doubted, seen from when its act was received. Both in milliseconds since 1970. */
export function clockDoubt(deviceTime: number, receivedTime: number, limits = usualClockLimits): ClockDoubt | null {
  if (deviceTime < limits.earliest) return "1970";
  if (deviceTime > receivedTime + limits.ahead) return "future";
  if (deviceTime < receivedTime - limits.behind) return "far";
  return null;
}
