/** The month of a monthly average, "2024-12". */
export type Month = string;

/** One month of one series: the price as exact decimal text; null when the source says that there was none. */
export type PricePointDraft = {
  /** "world-bank-coffee-arabica": stable, from the source and the name of the commodity. */
  readonly series: string;
  readonly commodity: string;
  readonly currency: "USD";
  /** What the price is of: one kilogram, or one metric ton of 1,000 kg. */
  readonly per: "kg" | "t";
  readonly month: Month;
  readonly price: string | null;
};

/** A monthly series of world prices, ready for the acts that publish it. Points in the order of their months. */
export type PriceSeriesDraft = Omit<PricePointDraft, "month" | "price"> & {
  readonly points: readonly { readonly month: Month; readonly price: string | null }[];
};

/** Puts points together to series, in the order in which the series first appear. */
export function seriesOf(points: Iterable<PricePointDraft>): PriceSeriesDraft[] {
  const bySeries = new Map<string, PricePointDraft[]>();
  for (const point of points) {
    const earlier = bySeries.get(point.series);
    if (earlier === undefined) bySeries.set(point.series, [point]);
    else earlier.push(point);
  }
  return [...bySeries.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { series, commodity, currency, per } = first;
    const sorted = all.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
    return [{ series, commodity, currency, per, points: sorted.map(({ month, price }) => ({ month, price })) }];
  });
}
