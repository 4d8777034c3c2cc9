/** When to try: at once when there may be a signal, and otherwise after a pause that grows, so that a battery lasts the week. */

/** Pauses in seconds after so many tries in a row that came to nothing. */
const pauses = [30, 60, 120, 300, 600, 900] as const;
/** The pause while all goes well. */
const calm = 300;

/** Milliseconds until the next try. `chance` from 0 to 1 spreads telephones that lost the same signal: from half to the whole pause. */
export function nextPause(failures: number, chance: number): number {
  const pause = failures === 0 ? calm : (pauses[Math.min(failures, pauses.length) - 1] as number);
  return Math.round(pause * 1_000 * (0.5 + chance / 2));
}
