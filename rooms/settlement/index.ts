/** The room `settlement`: what hand-overs are worth, and what is paid. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import * as declared from "./acts.ts";
import * as correctionPreviewed from "./correction-previews.ts";
import * as orderPreviewed from "./order-preview.ts";
import * as poolPreviewed from "./pool-previews.ts";
import * as previewed from "./previews.ts";
import * as kept from "./records.ts";
import * as shown from "./views.ts";

/** The acts of this room. */
export const acts: readonly ActDeclaration[] = Object.values(declared);
/** The views of this room. */
export const views: readonly ViewDeclaration[] = [
  ...[shown, previewed, orderPreviewed, correctionPreviewed, poolPreviewed].flatMap((one) => Object.values(one)),
];
/** The records of this room. */
export const records = kept.records as unknown as readonly RecordDeclaration[];
