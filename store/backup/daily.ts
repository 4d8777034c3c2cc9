/**
 * When a backup is due: once a day, after two in the morning of the machine's own clock. A machine that was off then makes up for it
 * soon after it starts; an attempt that failed is made again after an hour.
 */

/** The hour of the machine's day. */
export const hourOfDay = 2;

const HOUR = 3_600_000;

/** When the last good backup ended, and the last attempt; ISO instants, null when there was none. */
export type Runs = { readonly good: string | null; readonly tried: string | null };

/** The last time it was two in the morning. */
const lastHour = (now: number): number => {
  const at = new Date(now);
  at.setHours(hourOfDay, 0, 0, 0);
  if (at.getTime() > now) at.setDate(at.getDate() - 1);
  return at.getTime();
};

/** Whether a backup is due now (milliseconds since 1970). */
export const isDue = (runs: Runs, now: number): boolean => Date.parse(nextDaily(runs, now)) <= now;

/** When the next backup is due, as an ISO instant; not after now when it is due already. */
export function nextDaily({ good, tried }: Runs, now: number): string {
  const asked = lastHour(now);
  const next = new Date(asked);
  next.setDate(next.getDate() + 1);
  if (good !== null && Date.parse(good) >= asked) return next.toISOString();
  const again = tried === null ? asked : Date.parse(tried) + HOUR;
  return new Date(Math.max(asked, again)).toISOString();
}
