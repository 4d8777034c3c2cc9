/**
 * How telephones are written, by country (ISO 3166-1 alpha-2): calling code (ITU-T E.164) and digits of a number at home, as the
 * national numbering plans have them. A country that is not here asks for the number with its "+".
 */
import type pg from "pg";
import type { Telephones } from "./accounts-sign-in.ts";

const plans: Readonly<Record<string, readonly [string, number]>> = {
  AR: ["54", 10],
  BO: ["591", 8],
  BR: ["55", 11],
  CL: ["56", 9],
  CO: ["57", 10],
  CR: ["506", 8],
  CU: ["53", 8],
  EC: ["593", 10], // Ten with the zero that only the country itself dials.
  ES: ["34", 9],
  GT: ["502", 8],
  HN: ["504", 8],
  MX: ["52", 10],
  NI: ["505", 8],
  PA: ["507", 8],
  PE: ["51", 9],
  PT: ["351", 9],
  PY: ["595", 10], // As above.
  SV: ["503", 8],
  UY: ["598", 9], // As above.
  VE: ["58", 11], // As above.
};

/** How a country writes telephones; null for one we do not know. */
export function telephonesOf(country: string): Telephones | null {
  const plan = Object.hasOwn(plans, country) ? plans[country] : undefined;
  return plan === undefined ? null : { callingCode: plan[0], digits: plan[1] };
}

/** How long the countries of the books here are believed, in milliseconds: a new organisation opens once in a while. */
const BELIEVED = 60_000;

/** The countries of the books of this installation, most common first, read as `keeper`. */
export function telephonesHere(keeper: pg.Pool, now: () => number): () => Promise<readonly Telephones[]> {
  let known: readonly Telephones[] = [];
  let until = 0;
  return async () => {
    if (now() < until && known.length > 0) return known;
    const { rows } = await keeper.query(
      "select country from books.book_settings group by country order by count(*) desc, country",
    );
    known = rows.map(({ country }) => telephonesOf(country)).filter((one) => one !== null);
    until = now() + BELIEVED;
    return known;
  };
}
