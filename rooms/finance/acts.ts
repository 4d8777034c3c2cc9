/** Everything that may be said about advances and credit. */
export { giveAdvance } from "./acts/advance.ts";
export { collectDebt } from "./acts/collect.ts";
export { grantCredit } from "./acts/credit.ts";
