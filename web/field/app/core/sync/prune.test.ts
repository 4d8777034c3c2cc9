import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seven } from "../../../../../scenarios/stories/seven-sacks.ts";
import type { Served } from "../../../../testing/served.ts";
import { oneSack, pointServed } from "../../../testing/point.ts";
import type { FieldCore, SaidHere } from "../../ports.ts";
import { fieldTools } from "../book/vocabulary.ts";
import { openCore } from "../core.ts";
import { DAY } from "../keeping.ts";
import type { MemoryDisk } from "../storage/memory-storage.ts";
import { effectsOver, fieldTelephone } from "../testing/over-server.ts";

let server: Served;
let disk: MemoryDisk;
let core: FieldCore;
/** As telephones keep, but that two of the last acts stay whatever their age, and blocks are of two. */
const keeping = { block: 2, days: 30, newest: 2 };

async function opened(): Promise<FieldCore> {
  const again = (await openCore(effectsOver(server, disk), fieldTools, keeping)) as FieldCore;
  await again.unlock(again.clerks()[0]?.agent ?? "", "1234");
  return again;
}

beforeAll(async () => {
  server = await pointServed();
  ({ disk } = await fieldTelephone(server));
  core = await opened();
});
afterAll(() => server.close());

async function handOver(on: FieldCore): Promise<SaidHere["item"]> {
  const said = await on.say("delivery.receive", oneSack(seven.member, "it is pruned"), { receipt: true });
  if ("notSaid" in said) throw new Error(said.notSaid);
  return said.item;
}
const sequences = (of: FieldCore) => of.outbox().map(({ sequence }) => sequence);
const synced = async (of: FieldCore) => expect(await of.syncNow()).toMatchObject({ trouble: null, unsent: 0 });

describe("[field.pruned] what the book has had for long leaves the telephone", () => {
  test("for thirty days by the book's clock every receipt is there to be printed again, then all but the newest go", async () => {
    const [first] = [await handOver(core), await handOver(core), await handOver(core), await handOver(core)];
    await synced(core);
    server.clock.now += 29 * DAY;
    await synced(core);
    expect(sequences(core)).toEqual([1, 2, 3, 4]);
    expect((await core.whole(first.act))?.paper).toBe(first.paper);
    server.clock.now += 2 * DAY;
    await synced(core);
    expect(sequences(core)).toEqual([3, 4]);
    expect(await core.whole(first.act)).toBeNull();
  });

  test("the count goes on as if all were there, also after the telephone was off", async () => {
    core = await opened();
    expect(sequences(core)).toEqual([3, 4]);
    const item = await handOver(core);
    expect([item.sequence, JSON.parse(item.text).says.receipt]).toEqual([5, `${core.series}-000005`]);
  });

  test("what the book has not had stays, however old it is", async () => {
    server.clock.now += 400 * DAY;
    core = await opened();
    await handOver(core);
    expect(sequences(core)).toEqual([3, 4, 5, 6]);
    await synced(core);
    await synced(core);
    expect(sequences(core)).toEqual([5, 6]);
  });
});
