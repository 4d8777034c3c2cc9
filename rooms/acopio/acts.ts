/** Everything that may be said of what came in. */
export { closeDay } from "./acts/close-day.ts";
export { countFloat, returnFloat, topUpFloat } from "./acts/float.ts";
export { endHold, lendFloat } from "./acts/float-lend.ts";
export { gradeDelivery } from "./acts/grade.ts";
export { recordLaboratoryResult } from "./acts/laboratory.ts";
export { objectDelivery } from "./acts/object.ts";
export { objectOwnDelivery } from "./acts/object-own.ts";
export { checkScale, openDay } from "./acts/open-day.ts";
export { accountPad } from "./acts/pad-account.ts";
export { issuePad } from "./acts/pad-issue.ts";
export { recordPastDelivery } from "./acts/past.ts";
export { changePoint, openPoint } from "./acts/point.ts";
export { receiveDelivery } from "./acts/receive.ts";
export { voidDelivery } from "./acts/void.ts";
