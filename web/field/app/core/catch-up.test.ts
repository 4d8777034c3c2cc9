/** What a tab reads again before it tries to send: nothing, unless another tab has written since. */
import { expect, test } from "vitest";
import { sevenSacks } from "../../../../rooms/acopio/testing.ts";
import { efrain } from "../../../../rooms/book/testing.ts";
import type { FieldCore } from "../ports.ts";
import { openCore } from "./core.ts";
import type { MemoryDisk } from "./storage/memory-storage.ts";
import type { Storage } from "./storage/storage.ts";
import { sampleDisk, sampleEffects } from "./testing/sample.ts";

/** A tab over the disk, and the times it has listed the outbox. */
async function tabOver(disk: MemoryDisk): Promise<{ readonly core: FieldCore; readonly listed: () => number }> {
  const effects = sampleEffects(disk, {});
  let lists = 0;
  const storage: Storage = {
    ...effects.storage,
    list: (store, from) => {
      if (store === "outbox") lists += 1;
      return effects.storage.list(store, from);
    },
  };
  const core = (await openCore({ ...effects, storage })) as FieldCore;
  return { core, listed: () => lists };
}

const { delivery: _, ...says } = sevenSacks;
const say = (core: FieldCore) => core.say("delivery.receive", says, { receipt: true });

test("a try without a signal reads no act again; after another tab has said one, the next try finds it [field.outbox]", async () => {
  const disk = await sampleDisk(5);
  const one = await tabOver(disk);
  await one.core.addClerk(efrain.agent, "1234");
  await say(one.core);
  await one.core.syncNow();
  const before = one.listed();
  await one.core.syncNow();
  await one.core.syncNow();
  expect(one.listed()).toBe(before);
  const other = await tabOver(disk);
  await other.core.unlock(efrain.agent, "1234");
  await say(other.core);
  expect(one.core.outbox()).toHaveLength(1);
  await one.core.syncNow();
  expect(one.core.outbox().map((item) => item.sequence)).toEqual([1, 2]);
  expect(one.core.sync().unsent).toBe(2);
});
