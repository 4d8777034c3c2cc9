/**
 * Real monthly world prices (World Bank, CC BY 4.0), and what the made-up cooperative pays by them. The file ends in December 2024 and
 * the example lives today, so each month is paid by the price of the same month some whole years before; everything says so.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { exactly } from "../../kernel/exact/index.ts";
import { addMonths, type Day, monthOf, theDay } from "../../kernel/time/index.ts";

const file = join(import.meta.dirname, "..", "prices-worldbank-monthly", "pink_sheet_selected_long.csv");

/** The two commodities by the name the file gives them, with the code under which the importer opens their series. */
export const worldSeries = {
  coffee: { commodity: "Coffee, Arabica", series: "world-bank-coffee-arabica" },
  cocoa: { commodity: "Cocoa", series: "world-bank-cocoa" },
} as const;
export type Crop = keyof typeof worldSeries;

type Prices = Readonly<Record<Crop, ReadonlyMap<string, string>>>;
let kept: Prices | null = null;

/** Dollars per kilo by month ("2024-11"), each as the file writes it. */
export function worldPrices(): Prices {
  if (kept !== null) return kept;
  const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
  const of = (crop: Crop) =>
    new Map(
      rows
        .filter((row) => row.commodity === worldSeries[crop].commodity)
        .map((row) => [row.month ?? "", row.price_usd ?? ""]),
    );
  kept = { coffee: of("coffee"), cocoa: of("cocoa") };
  return kept;
}

/** How many whole years back the prices come from: the fewest for which the month after the first day has one; at least one. */
export function yearsBack(firstDay: string): number {
  const next = monthOf(addMonths(theDay(firstDay), 1));
  let years = 1;
  while (!worldPrices().coffee.has(earlier(next, years)) && years < 100) years += 1;
  return years;
}

/** The same month some years before. */
export const earlier = (month: string, years: number): string =>
  monthOf(addMonths(theDay(`${month}-01`) as Day, -12 * years));

/** The made-up rule of the cooperative: 4,000 pesos for a dollar, and 85 % of the world price; the rest is freight, milling and costs. */
const pesosByDollar = 4000n;
const [share, whole] = [85n, 100n];

/** What one quotation is for: a carga of 125 kg of parchment yields 70 kg of green coffee out of 94 kg; cocoa is sold by the kilo. */
const quoted = {
  coffee: { kilos: 125n, green: 70n, of: 94n, grain: 1000n },
  cocoa: { kilos: 1n, green: 1n, of: 1n, grain: 50n },
} as const;

/** The cooperative's price in pesos by a world price in dollars per kilo, down to whole thousands a carga, or fifties a kilo. */
export function localPrice(crop: Crop, dollars: string): string {
  const { kilos, green, of, grain } = quoted[crop];
  const world = exactly(dollars);
  const pesos = (world.numerator * pesosByDollar * kilos * green * share) / (world.denominator * of * whole);
  return (pesos - (pesos % grain)).toString();
}
