/** Everything that may be said about what hand-overs are worth and what is paid. */
export { closeSettlement, reviewSettlement } from "./acts/close.ts";
export { draftSettlement, dropSettlement } from "./acts/draft.ts";
export { settleOnTheSpot } from "./acts/on-the-spot.ts";
export { openMember } from "./acts/opening-member.ts";
export { makePayment, paySettlement } from "./acts/pay.ts";
