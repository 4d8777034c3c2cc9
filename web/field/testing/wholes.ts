/** The acts of a telephone with their texts, for tests and measurements. Not shipped. */
import type { FieldCore, OutboxItem } from "../app/ports.ts";

/** The whole outbox, out of the storage. */
export async function wholeOutbox(core: FieldCore): Promise<readonly OutboxItem[]> {
  const items: OutboxItem[] = [];
  for (const { act } of core.outbox()) {
    const item = await core.whole(act);
    if (item !== null) items.push(item);
  }
  return items;
}
