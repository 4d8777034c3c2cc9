/** What may be said on a telephone, and what its fold stands on: the same declarations as the book's, no others. */
import { type ActDeclaration, vocabulary } from "../../../../../kernel/act/declaration.ts";
import type { Tools } from "../../../../../kernel/act/fold.ts";
import { closeDay } from "../../../../../rooms/acopio/acts/close-day.ts";
import { countFloat, returnFloat, topUpFloat } from "../../../../../rooms/acopio/acts/float.ts";
import { objectDelivery } from "../../../../../rooms/acopio/acts/object.ts";
import { checkScale, openDay } from "../../../../../rooms/acopio/acts/open-day.ts";
import { accountPad } from "../../../../../rooms/acopio/acts/pad-account.ts";
import { receiveDelivery } from "../../../../../rooms/acopio/acts/receive.ts";
import { voidDelivery } from "../../../../../rooms/acopio/acts/void.ts";
import { asked } from "../../../../../rooms/book/asked.ts";
import { ground } from "../../../../../rooms/book/ground.ts";
import { proposed } from "../../../../../rooms/book/proposed.ts";
import { settleOnTheSpot } from "../../../../../rooms/settlement/acts/on-the-spot.ts";

/** The acts of a collection point. */
export const fieldActs: readonly ActDeclaration[] = [
  ...[openDay, closeDay, checkScale, topUpFloat, returnFloat, countFloat, accountPad],
  ...[receiveDelivery, voidDelivery, objectDelivery, settleOnTheSpot],
];

/** What the fold of a telephone stands on. */
export const fieldTools: Tools = { vocabulary: vocabulary(...fieldActs), ground, asked, proposed };
