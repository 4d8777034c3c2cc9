import { describe, expect, test } from "vitest";
import { delivery, stockOf } from "../../../../../rooms/acopio/needs.ts";
import { sevenSacks } from "../../../../../rooms/acopio/testing.ts";
import { coffeePlan, coffeeScheme, coffeeSeason } from "../../../../../rooms/agreements/testing.ts";
import { idOf } from "../../../../../rooms/book/testing.ts";
import type { FieldCore, SaidHere } from "../../ports.ts";
import { openCore } from "../core.ts";
import type { Fate } from "../storage/memory-storage.ts";
import { sampleCore, sampleDisk, sampleEffects } from "../testing/sample.ts";

const { delivery: _, ...sacks } = sevenSacks;
const receipt = { receipt: true };
const handOver = async (core: FieldCore, how: object = {}): Promise<SaidHere> => {
  const said = await core.say("delivery.receive", sacks, { ...receipt, ...how });
  if ("notSaid" in said) throw new Error(said.notSaid);
  return said;
};
const body = (said: SaidHere) => JSON.parse(said.item.text);

describe("[field.outbox] saying on the telephone", () => {
  test("a hand-over is one act: its number is the next of the series, its id the delivery's, its paper sealed", async () => {
    const core = await sampleCore({ members: 2 });
    expect(core.nextReceipt()).toBe("QD2A-000001");
    const said = await handOver(core);
    expect(body(said)).toMatchObject({
      id: said.item.act,
      through: { way: "device", sequence: 1, at: said.item.at },
      says: { delivery: said.item.act, receipt: "QD2A-000001" },
    });
    expect(said.item.seal).toEqual({
      delivery: said.item.act,
      signature: expect.stringMatching(/^[A-Za-z0-9_-]{86}$/),
    });
    expect(JSON.parse(said.item.paper ?? "")).toMatchObject({
      number: "QD2A-000001",
      net: "407600",
      attested: "device",
    });
    expect(core.nextReceipt()).toBe("QD2A-000002");
    expect(core.ask(stockOf("coffee-parchment", "point-2"))).toBe(407_600n);
  });

  test("it says what it relied on: season, scheme and plan in the version of the day, and when they were fetched", async () => {
    const said = await handOver(await sampleCore({ members: 2 }));
    const fetched = "2026-11-15T11:40:00.000Z";
    const sheets = [coffeeSeason.agreement, coffeeScheme.scheme, coffeePlan.plan].map((id) => ({
      id,
      version: 1,
      fetched,
    }));
    expect(body(said).relied).toEqual(expect.arrayContaining(sheets));
    expect(body(said).relied).toHaveLength(3);
  });

  test("a preview is the same as what follows, and leaves nothing behind", async () => {
    const core = await sampleCore({ members: 2 });
    const [before, id] = [core.ask(stockOf("coffee-parchment", "point-2")), core.newId()];
    const preview = core.preview("delivery.receive", { ...sacks, delivery: id, receipt: core.nextReceipt() });
    expect(core.ask(stockOf("coffee-parchment", "point-2"))).toBe(before);
    expect(core.ask(delivery(id))).toBeNull();
    const said = await handOver(core, { act: id });
    const contents = ["folded" in preview ? preview.folded : null, said.folded].map(
      (one) => one?.follows.papers[0]?.content,
    );
    expect(contents[0]).toBe(contents[1]);
  });

  test("said twice under one id, it is said once", async () => {
    const core = await sampleCore({ members: 2 });
    const act = core.newId();
    const [one, other] = [await handOver(core, { act }), await handOver(core, { act })];
    expect(other.item).toEqual(one.item);
    expect(core.outbox()).toHaveLength(1);
  });

  test("what does not fit its declaration is told field by field, and not said", async () => {
    const core = await sampleCore({ members: 2 });
    const preview = core.preview("delivery.receive", { ...sacks, delivery: "no id", product: "" });
    expect("unreadable" in preview ? preview.unreadable.map(({ field }) => field) : []).toEqual([
      "delivery",
      "product",
    ]);
    expect(await core.say("delivery.receive", { ...sacks, product: "" }, receipt)).toEqual({ notSaid: "unreadable" });
    expect(await core.say("delivery.guess", {})).toEqual({ notSaid: "unreadable" });
    expect(core.nextReceipt()).toBe("QD2A-000001");
  });

  test("the draft goes in the same stroke; when nothing was said it stays", async () => {
    const fates: Fate[] = ["kept", "kept", "full"];
    const core = await sampleCore({ members: 2, fate: () => fates.shift() ?? "kept" });
    const draft = { id: core.newId(), kind: "hand-over", begun: core.now(), value: { bags: ["61.5"] } };
    expect(await core.drafts.write(draft)).toBe(true);
    expect(await core.say("delivery.receive", sacks, { ...receipt, draft: draft.id, act: draft.id })).toEqual({
      notSaid: "storage-full",
    });
    expect(core.drafts.all()).toEqual([draft]);
    expect(core.health().storageFull).toBe(true);
    await handOver(core, { draft: draft.id, act: draft.id });
    expect([core.drafts.all(), core.health().storageFull]).toEqual([[], false]);
  });

  test("that there is no room is told to the screens at once, and that there is room again", async () => {
    const fates: Fate[] = ["kept", "full"];
    const core = await sampleCore({ members: 2, fate: () => fates.shift() ?? "kept" });
    const told: boolean[] = [];
    core.subscribe(() => told.push(core.health().storageFull));
    await core.say("delivery.receive", sacks, receipt);
    expect(told).toEqual([true]);
    await handOver(core);
    expect(told.at(-1)).toBe(false);
  });

  test("clocks of 1970 and of the year 9999 harm nothing: sequences order, and the clock is as it was said", async () => {
    let now = 0;
    const disk = await sampleDisk(2);
    const core = (await openCore(sampleEffects(disk, { now: () => now }))) as FieldCore;
    await core.addClerk(idOf("Efraín"), "1234");
    const said: SaidHere[] = [];
    for (now of [-5_000, 0, Date.parse("2026-11-15T15:00:00Z"), Date.parse("2019-01-01"), 8.64e15])
      said.push(await handOver(core));
    expect(said.map(({ item }) => item.sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(said.map(({ item }) => item.at.slice(0, 4))).toEqual(["1970", "1970", "2026", "2019", "9999"]);
    expect(said.every(({ folded }) => folded !== null)).toBe(true);
  });

  test("what is unsent goes into a file: a heading, the acts as they would have travelled, the seals of their receipts", async () => {
    const core = await sampleCore({ members: 2 });
    const [one, other] = [await handOver(core), await handOver(core)];
    const lines = (await (await core.exportUnsent()).text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { form: "ayni-unsent/1", book: core.book, device: core.device, series: "QD2A", at: expect.any(String), acts: 2 },
      ...[one, other].map(({ item }) => ({ body: item.text, signature: item.signature })),
      ...[one, other].map(({ item }) => ({ seal: item.seal })),
    ]);
  });
});
