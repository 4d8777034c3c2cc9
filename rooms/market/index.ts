/** The room `market`: published price series. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import * as declared from "./acts.ts";
import { priceFixing } from "./records/fixing.ts";
import { pricePoint, priceSeries } from "./records.ts";
import * as shown from "./views.ts";

/** The acts of this room. */
export const acts: readonly ActDeclaration[] = Object.values(declared);
/** The views of this room. */
export const views: readonly ViewDeclaration[] = Object.values(shown);
/** The records of this room. */
export const records = [pricePoint, priceSeries, priceFixing] as unknown as readonly RecordDeclaration[];
