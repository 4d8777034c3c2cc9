/** Names that a telephone gives: ids of acts, numbers of receipts. */
import { uuidv7 } from "../../../../../kernel/ids.ts";
import type { Telephone } from "../telephone.ts";

/** The largest time an id has room for: a clock beyond it harms nothing. */
const latest = 2 ** 48 - 1;

/** A new id, by this telephone's clock. */
export const newId = ({ effects }: Telephone): string =>
  uuidv7(Math.min(latest, Math.max(0, Math.trunc(effects.clock()))), effects.chance(10));

/** The number of a receipt: series and six digits. */
export const receiptNumber = (series: string, serial: number): string =>
  `${series}-${serial.toString().padStart(6, "0")}`;
