/** Everything that may be said of what came in. */
export { gradeDelivery } from "./acts/grade.ts";
export { objectDelivery } from "./acts/object.ts";
export { objectOwnDelivery } from "./acts/object-own.ts";
export { recordPastDelivery } from "./acts/past.ts";
export { receiveDelivery } from "./acts/receive.ts";
export { voidDelivery } from "./acts/void.ts";
