/**
 * The season worked out a second time, straight from the text of the files and with whole numbers only: nothing of the house's
 * readers, rules or exact numbers is used. Money in cents, weight in kilograms, prices in millionths of a dollar.
 */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** What one deliverer's statement must say, in cents. */
export type OwnStatement = {
  readonly lots: number;
  readonly kilograms: bigint;
  readonly value: bigint;
  readonly collection: bigint;
  readonly shares: bigint;
  readonly solidarity: bigint;
  readonly net: bigint;
};

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];
const monthNumber = (name: string): string =>
  `${[...MONTHS, "November", "December"].indexOf(name) + 1}`.padStart(2, "0");

/** Half up for numbers that are not negative. */
const divided = (of: bigint, by: bigint): bigint => (2n * of + by) / (2n * by);

/** "3.302741" → 3302741n; "84.67" → 84670000n. */
const millionths = (text: string): bigint => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, "0"));
};

const differential = (score: bigint): bigint => {
  if (score < 80_000_000n) return -100_000n;
  if (score < 83_000_000n) return 0n;
  return score < 85_000_000n ? 200_000n : 450_000n;
};

/** Colombia, harvest 2013, bags of 5 to 100 kg, by the code of who delivered. */
export function ownStatements(lotFile: string, priceFile: string): ReadonlyMap<string, OwnStatement> {
  const prices = new Map<string, bigint>();
  for (const [, month = "", price = ""] of readFileSync(priceFile, "utf8").matchAll(
    /^(2013-\d\d),"Coffee, Arabica",\$\/kg,([0-9.]+)\r?$/gm,
  ))
    prices.set(month, millionths(price));
  const lots = new Map<string, { lots: number; kilograms: bigint; value: bigint }>();
  for (const row of parse(readFileSync(lotFile), { columns: true, record_delimiter: "\n" }) as Record<
    string,
    string
  >[]) {
    const each = /^(\d+) kg$/.exec(row["Bag.Weight"] ?? "")?.[1];
    if (row["Country.of.Origin"] !== "Colombia" || row["Harvest.Year"] !== "2013" || each === undefined) continue;
    if (BigInt(each) < 5n || BigInt(each) > 100n) continue;
    const [, month = "", year = ""] = /^(\w+) \d+\w\w, (\d{4})$/.exec(row["Grading.Date"] ?? "") ?? [];
    const reference = prices.get(`${year}-${monthNumber(month)}`) ?? 0n;
    const price = divided(reference + differential(millionths(row["Total.Cup.Points"] ?? "")), 100n); // To 0.0001 of a dollar.
    const kilograms = BigInt(each) * BigInt(row["Number.of.Bags"] ?? "0");
    const code = /^P-\d+$/.test(row.Producer ?? "") ? (row.Producer ?? "") : (row.Owner ?? "");
    const before = lots.get(code) ?? { lots: 0, kilograms: 0n, value: 0n };
    lots.set(code, {
      lots: before.lots + 1,
      kilograms: before.kilograms + kilograms,
      value: before.value + divided(kilograms * price, 100n),
    });
  }
  return new Map([...lots].map(([code, sum]) => [code, deducted(sum)]));
}

function deducted(sum: { lots: number; kilograms: bigint; value: bigint }): OwnStatement {
  const collection = sum.kilograms * 3n;
  const shares = divided(sum.value, 100n);
  const solidarity = divided(sum.value, 200n);
  return { ...sum, collection, shares, solidarity, net: sum.value - collection - shares - solidarity };
}
