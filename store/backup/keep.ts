/** Which backups are kept: the newest of each of the last 7 days, of the last 5 weeks and of the last 12 months that have one. */
import type { KeptBackup } from "./place.ts";

/** How many of each are kept. */
export const keepRule = { days: 7, weeks: 5, months: 12 } as const;

const DAY = 86_400_000;

/** The Monday of an instant's week, as days since 1970: 1970-01-01 was a Thursday. */
const weekOf = (made: string): string => `${Math.floor((Date.parse(made) / DAY + 3) / 7)}`;
const dayOf = (made: string): string => made.slice(0, 10);
const monthOf = (made: string): string => made.slice(0, 7);

/** Of each period that has a backup, its newest, for so many periods. `kept` is newest first. */
const newestOf = (kept: readonly KeptBackup[], periodOf: (made: string) => string, most: number): string[] => {
  const first = new Map<string, string>();
  for (const { file, made } of kept) if (!first.has(periodOf(made))) first.set(periodOf(made), file);
  return [...first.values()].slice(0, most);
};

/** The files that may go. `kept` is newest first; the newest of all always stays. */
export function mayGo(kept: readonly KeptBackup[]): readonly string[] {
  const stays = new Set([
    ...newestOf(kept, dayOf, keepRule.days),
    ...newestOf(kept, weekOf, keepRule.weeks),
    ...newestOf(kept, monthOf, keepRule.months),
  ]);
  return kept.filter(({ file }) => !stays.has(file)).map(({ file }) => file);
}
