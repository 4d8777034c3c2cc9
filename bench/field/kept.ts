/** What telephones of several sizes hold: made once, by the same core that they run. */

import type { Chunk } from "../../web/field/app/core/book/known.ts";
import { makeKey } from "../../web/field/app/core/keys/keys.ts";
import type { OutboxItem } from "../../web/field/app/ports.ts";
import { handOvers, scaleChecked } from "../../web/field/testing/at-the-scale.ts";
import { seasonChunk, seasonTelephone } from "../../web/field/testing/season-telephone.ts";
import { wholeOutbox } from "../../web/field/testing/wholes.ts";

/** As it travels to the page. `now`: what the telephone's clock says, in milliseconds. */
export type Kept = {
  readonly chunk: Chunk;
  readonly upTo: string;
  readonly items: readonly OutboxItem[];
  readonly now: number;
};

/** Hand-overs of one day. */
const A_DAY = 400;
/** Members who hand over: all sizes have at least these. */
export const regulars = 500;

/** Unsent hand-overs of many days, each day begun with a check of the scale. */
export async function unsentActs(count: number): Promise<{ items: readonly OutboxItem[]; now: number }> {
  const key = await makeKey((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const { core, chance, later, tomorrow } = await seasonTelephone(regulars, "at size", key);
  await scaleChecked(core);
  for (let left = count - 1; left > 0; left -= A_DAY) {
    await handOvers(core, { count: Math.min(left, A_DAY - 1), members: regulars }, chance, later);
    if (left < A_DAY) break;
    tomorrow();
    await scaleChecked(core);
  }
  return { items: (await wholeOutbox(core)).slice(0, count), now: Date.parse(core.now()) };
}

const chunks = new Map<number, ReturnType<typeof seasonChunk>>();

/** A telephone of so many members with the first so many of the acts. The key is the page's own. */
export function keptOf(members: number, acts: number, unsent: Awaited<ReturnType<typeof unsentActs>>): Kept {
  const made = chunks.get(members) ?? seasonChunk(members, "B".repeat(43));
  chunks.set(members, made);
  return { ...made, items: unsent.items.slice(0, acts), now: unsent.now };
}
