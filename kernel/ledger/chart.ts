/**
 * The short chart of accounts. Everything finer (whose, which lot, where, under which agreement) is a subsidiary key of the
 * posting and becomes a sub-account in the exported journal. A country's official chart is a dated layout over these.
 */
export const chart = {
  /** Goods in our custody; `place` says where, `owner` whose (absent: the organisation's own). */
  stock: "assets",
  /** Counterpart of goods that came in: from whom. */
  "goods-received": "equity",
  /** Counterpart of goods that left or were lost. */
  "goods-issued": "equity",
  /** Money in a box, by place. */
  cash: "assets",
  bank: "assets",
  /** Money handed to a producer ahead of delivery. */
  advances: "assets",
  /** Inputs or money lent to a producer: what is still owed of the principal. */
  "credit-principal": "assets",
  /** Tax within or on top of what was bought, which the state gives back. */
  "tax-credit": "assets",
  /** Inputs bought to be lent or sold to members, at the price they go out for. */
  "input-store": "assets",
  /** What the organisation owes a producer for deliveries settled and not yet paid. */
  "owed-to-producers": "liabilities",
  /** A member's capital: stays the member's. */
  "share-capital": "liabilities",
  /** A member's voluntary savings. */
  savings: "liabilities",
  /** Levies and taxes withheld, owed to the state. */
  "levies-withheld": "liabilities",
  "solidarity-fund": "liabilities",
  "development-fund": "liabilities",
  "premium-fund": "liabilities",
  /** What came of goods sold for their producers, less what was paid and spent for them: by pool. */
  pool: "liabilities",
  /** What the board keeps of pools for a bad year. */
  "stabilisation-reserve": "liabilities",
  /** What goods bought from producers cost. */
  purchases: "expenses",
  /** Charges that pay the collection's own costs. */
  "collection-charges": "revenues",
  "transport-charges": "revenues",
  "container-charges": "revenues",
  "credit-interest": "revenues",
  /** What the organisation itself earns of a pool's sales. */
  "operating-margin": "revenues",
  /** What a bank takes for itself. */
  "bank-charges": "expenses",
  /** Where a difference between a sum and the coins that pay it goes. */
  rounding: "expenses",
  /** Certain as a quantity, not yet certain in its meaning; a question explains. */
  unresolved: "equity",
  /** Balances a book starts with. */
  opening: "equity",
} as const satisfies Record<string, "assets" | "liabilities" | "equity" | "revenues" | "expenses">;

/** An account of the short chart. */
export type Account = keyof typeof chart;

/** Whether a text names an account of the chart. */
export const isAccount = (text: string): text is Account => Object.hasOwn(chart, text);
