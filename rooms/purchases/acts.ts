/** Everything that may be said about documents of purchases. */
export { issuePurchaseDocument } from "./acts/issue.ts";
export { publishPurchaseSeries } from "./acts/publish-series.ts";
export { publishPurchaseTaxes } from "./acts/publish-taxes.ts";
export { voidPurchaseDocument } from "./acts/void.ts";
