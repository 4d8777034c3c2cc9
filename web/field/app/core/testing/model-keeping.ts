/** How the telephones of the model keep. Not shipped. */
import type { Keeping } from "../keeping.ts";

/** Blocks of three acts, and acts that leave after an hour: so that both happen in a story. */
export const modelKeeping: Keeping = { block: 3, days: 1 / 24, newest: 2 };
