/** When something happens at the point: the book's day and the clock of the point, as this telephone has them. */
import { clockWords } from "../parts/clock.ts";
import { useField } from "../screen.ts";

/** Day and clock of now, as acts say them. Read when an act is said, never before. */
export function useMoment(): () => { readonly on: string; readonly clock: string } {
  const { core, zone } = useField();
  return () => ({ on: core.today(), clock: clockWords(core.now(), zone) });
}
