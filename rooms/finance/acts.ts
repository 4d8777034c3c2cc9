/** Everything that may be said about advances, credit and the goods, papers and money a book starts with. */
export { giveAdvance } from "./acts/advance.ts";
export { collectDebt } from "./acts/collect.ts";
export { grantCredit } from "./acts/credit.ts";
export { lendHold } from "./acts/hold-lend.ts";
export { openCash } from "./acts/opening-cash.ts";
export { openSerial } from "./acts/opening-serial.ts";
export { openStock } from "./acts/opening-stock.ts";
export { keepOverpaid } from "./acts/overpaid.ts";
