/** Ids that acts of this room say. */
import { idSchema } from "../../../kernel/ids.ts";

export const PurchaseTaxesId = idSchema<"PurchaseTaxes">();
export const PurchaseSeriesId = idSchema<"PurchaseSeries">();
export const PurchaseDocumentId = idSchema<"PurchaseDocument">();
