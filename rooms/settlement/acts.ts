/** Everything that may be said about what hand-overs are worth and what is paid. */
export { placeBankEntry } from "./acts/bank-place.ts";
export { readBankEntry, readBankFile } from "./acts/bank-read.ts";
export { closeSettlement, reviewSettlement } from "./acts/close.ts";
export { correctStatement, takeCorrectionBack } from "./acts/correct.ts";
export { publishDenominations } from "./acts/denominations.ts";
export { draftSettlement, dropSettlement } from "./acts/draft.ts";
export { leaveOut } from "./acts/leave-out.ts";
export { settleOnTheSpot } from "./acts/on-the-spot.ts";
export { openMember } from "./acts/opening-member.ts";
export { failPayment } from "./acts/order-failed.ts";
export { cancelOrder, makeOrder, replaceOrder } from "./acts/order-make.ts";
export { makePayment, paySettlement } from "./acts/pay.ts";
export { decidePool } from "./acts/pool-decide.ts";
export { enterInPool } from "./acts/pool-entry.ts";
export { openPool } from "./acts/pool-open.ts";
export { payPoolOut } from "./acts/pool-pay-out.ts";
export { decidePremium } from "./acts/premium.ts";
