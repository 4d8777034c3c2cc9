/** Versions of series as they stand. */
import { newest } from "../../../kernel/act/record.ts";

/** The newest version of each series among those found. */
export function newestOfEach<T extends { readonly series: string; readonly version: number }>(
  found: readonly T[],
): readonly T[] {
  const ids = [...new Set(found.map((one) => one.series))];
  return ids.flatMap((id) => {
    const last = newest(found.filter((one) => one.series === id));
    return last === null ? [] : [last];
  });
}
