/** For specifications: which published price counts for a day, found a second time by plain dates of the platform. */
import type { Prices } from "../steps/kind.ts";
import { type Fraction, fraction, over, plus } from "./fraction.ts";

const dayLength = 86_400_000;
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);
const moved = (day: string, days: number): string => text(new Date(at(day).getTime() + days * dayLength));
const between = (first: string, last: string): readonly string[] =>
  first > last ? [] : [first, ...between(moved(first, 1), last)];
const monthOf = (day: string, back: number): readonly [first: string, last: string] => {
  const [year, month] = [at(day).getUTCFullYear(), at(day).getUTCMonth() - back];
  return [text(new Date(Date.UTC(year, month, 1))), text(new Date(Date.UTC(year, month + 1, 0)))];
};

/** The price of a series for a day under a rule; fails where nothing was published. */
export function publishedByHand(series: string, rule: string, day: string, prices: Prices): Fraction {
  const price = (period: string): readonly Fraction[] => {
    const value = prices(series, period);
    return value === null ? [] : [fraction(value)];
  };
  const first = (periods: readonly string[]): Fraction => periods.flatMap(price)[0] as Fraction;
  const mean = (periods: readonly string[]): Fraction => {
    const found = periods.flatMap(price);
    return over(
      found.reduce((sum, one) => plus(sum, one), [0n, 1n]),
      [BigInt(found.length), 1n],
    );
  };
  switch (rule) {
    case "day":
      return first([day]);
    case "month":
      return first([day.slice(0, 7)]);
    case "month-before":
      return first([monthOf(day, 1)[0].slice(0, 7)]);
    case "last-published":
      return first([...between(moved(day, -14), day)].reverse());
    case "last-before":
      return first([...between(moved(day, -15), moved(day, -1))].reverse());
    case "mean-of-month":
      return mean(between(...monthOf(day, 0)));
    case "mean-of-month-before":
      return mean(between(...monthOf(day, 1)));
    default: {
      const monday = moved(day, -((at(day).getUTCDay() + 6) % 7) - 7);
      return mean(between(monday, moved(monday, 6)));
    }
  }
}
