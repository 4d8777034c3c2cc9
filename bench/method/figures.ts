/** Figures of a benchmark. They are measurements, neither weight nor money, so plain numbers do. */

/** What repeats of one measurement gave. */
export type Figures = { readonly median: number; readonly min: number; readonly max: number; readonly repeats: number };

/** Summarises repeats; there must be at least one. */
export function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((one, other) => one - other);
  return {
    median: quantile(sorted, 0.5),
    min: sorted[0] as number,
    max: sorted[sorted.length - 1] as number,
    repeats: sorted.length,
  };
}

/** The value below which a share of sorted values lies (nearest rank). */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;

/** "12 345", "1.23": three figures are enough for any measurement here. */
export function spelled(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US").replaceAll(",", " ");
  return value.toPrecision(3);
}

/** "1 234 (1 200–1 300)". */
export const spelledFigures = ({ median, min, max, repeats }: Figures): string =>
  repeats === 1 ? spelled(median) : `${spelled(median)} (${spelled(min)}–${spelled(max)})`;

/** How many times one figure is another. */
export const ratioText = (one: number, other: number): string => `${spelled(one / other)}×`;
