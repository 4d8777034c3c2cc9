/** Numbers of an authorised range, each used once and none left out. */
import { type Refusal, refused } from "../../../kernel/refusal.ts";

/** A series as the book keeps it. */
export type Series = {
  readonly series: string;
  readonly kind: string;
  readonly prefix: string;
  readonly first_number: bigint;
  readonly last_number: bigint;
  readonly digits: number;
  readonly until: string | null;
};

/** The number after so many were used: "E001-00000012". */
export const numberAfter = ({ prefix, first_number, digits }: Series, used: bigint): string =>
  `${prefix}${(first_number + used).toString().padStart(digits, "0")}`;

/** How many numbers are left. */
export const leftIn = ({ first_number, last_number }: Series, used: bigint): bigint =>
  last_number - first_number + 1n - used;

/** Why the series gives no number on a day. Codes: `purchase-document.series-expired`, `purchase-document.series-exhausted`. */
export function closedSeries(series: Series, used: bigint, day: string): Refusal | null {
  const { prefix, until } = series;
  if (until !== null && until < day)
    return refused("purchase-document.series-expired", { prefix, until }, "series").refusal;
  return leftIn(series, used) > 0n
    ? null
    : refused("purchase-document.series-exhausted", { prefix, last: `${series.last_number}` }, "series").refusal;
}

/** What is wrong with a series, beside the others of its prefix. Codes begin with `purchase-series.`. */
export function seriesFaults(said: Series, others: readonly Series[], used: bigint, before: Series | null): Refusal[] {
  const found: Refusal[] = [];
  const facts = { first: `${said.first_number}`, last: `${said.last_number}` };
  if (said.last_number < said.first_number)
    found.push(refused("purchase-series.ends-before-it-begins", facts, "last").refusal);
  if (`${said.last_number}`.length > said.digits)
    found.push(refused("purchase-series.too-few-digits", { ...facts, digits: said.digits }, "digits").refusal);
  const other = others.find(
    (one) => one.series !== said.series && one.first_number <= said.last_number && said.first_number <= one.last_number,
  );
  if (other !== undefined)
    found.push(
      refused(
        "purchase-series.overlaps",
        { prefix: said.prefix, first: `${other.first_number}`, last: `${other.last_number}` },
        "first",
      ).refusal,
    );
  if (before !== null && used > 0n) {
    const same = (["prefix", "first_number", "digits", "kind"] as const).every((name) => before[name] === said[name]);
    if (!same || leftIn(said, used) < 0n)
      found.push(refused("purchase-series.used", { prefix: before.prefix, used: `${used}` }, "first").refusal);
  }
  return found;
}
