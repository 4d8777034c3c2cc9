/**
 * What a posting counts. Spelling: `KIND:WHAT:GRAIN`, always whole numbers of the grain.
 * - `money:COP:1`, `money:PEN:0.01`: the book's line grain of a currency
 * - `goods:coffee-parchment:g`: grams (or millilitres, pieces) of a product
 * - `work:field-day:d`, `animals:cow:head`, `containers:jute-sack:piece`
 */
export type Commodity = string;

/** The kinds of commodity that a book may owe or hold. Reciprocal labour and crates are owed too. */
export const commodityKinds = ["money", "goods", "work", "animals", "containers"] as const;
export type CommodityKind = (typeof commodityKinds)[number];

/** Money of a currency in the book's line grain, e.g. `moneyOf("COP", "1")`. */
export const moneyOf = (currency: string, lineGrain: string): Commodity => `money:${currency}:${lineGrain}`;

/** A product counted in the smallest unit of its measure: grams unless said. */
export const goodsOf = (product: string, unit: "g" | "ml" | "piece" = "g"): Commodity => `goods:${product}:${unit}`;

/** Days of work of a kind; a round of reciprocal labour sums to zero per person. */
export const workOf = (kind: string): Commodity => `work:${kind}:d`;

/** Animals by head. */
export const animalsOf = (kind: string): Commodity => `animals:${kind}:head`;

/** Returnable containers by piece. */
export const containersOf = (kind: string): Commodity => `containers:${kind}:piece`;

/** The three parts of a commodity, or null when it is not spelled as one. */
export function commodityParts(commodity: Commodity): { kind: CommodityKind; what: string; grain: string } | null {
  const [kind, what, grain, ...more] = commodity.split(":");
  if (!kind || !what || !grain || more.length > 0) return null;
  const known = commodityKinds.find((one) => one === kind);
  return known ? { kind: known, what, grain } : null;
}
