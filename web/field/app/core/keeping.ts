/** How much a telephone keeps together, and for how long (docs/decisions/0052). */

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * - `block`: acts of one block of what follows from them
 * - `days`: how long an act stays after the book has had it, by the book's own clock
 * - `newest`: so many of the last acts stay whatever their age
 */
export type Keeping = { readonly block: number; readonly days: number; readonly newest: number };

/** As telephones keep. */
export const usualKeeping: Keeping = { block: 250, days: 30, newest: 500 };
