/** When something lent to a point is held there. */

type Held = { readonly since: string; readonly until: string };
type Ended = { readonly on_day: string } | null;

/**
 * Whether a point held it on the day of an event: on the first and the last day too, and on the day it was ended, of which nobody
 * knows the hour at the point.
 */
export const wasHeldOn = ({ since, until }: Held, ended: Ended, day: string): boolean =>
  since <= day && day <= until && (ended === null || day <= ended.on_day);

/** Whether the office must still leave it alone: its day is not past and nobody has ended it. */
export const isStillHeld = ({ until }: Held, ended: Ended, today: string): boolean => ended === null && today <= until;
