/** What a day at the scale costs to send: a budget, since every byte of it goes over the slowest line there is. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { handOvers, scaleChecked } from "../../../testing/at-the-scale.ts";
import { seasonTelephone } from "../../../testing/season-telephone.ts";
import { wholeOutbox } from "../../../testing/wholes.ts";
import type { PushRequest } from "../../../wire.ts";
import { sentOf } from "../outbox/item.ts";

/** Bytes of one hand-over of seven sacks, four readings and its signature, among a hundred of them. */
const budget = 240;

test("[field.bytes] a hundred hand-overs of seven sacks, as the screens say them and signed, weigh at most 240 bytes each in a packed request", async () => {
  const { core, chance, later } = await seasonTelephone(500, "weight");
  await scaleChecked(core);
  await handOvers(core, { count: 100, members: 500 }, chance, later);
  const items = (await wholeOutbox(core)).slice(1);
  const said = items.map(({ text }) => JSON.parse(text).says as { bags: unknown[]; measurements: unknown[] });
  expect(new Set(said.map(({ bags, measurements }) => `${bags.length} ${measurements.length}`))).toEqual(
    new Set(["7 4"]),
  );
  const { book, device } = core;
  const report = { clock: core.now(), unsent: 100, next: 102, app: "0123456789abcdef", persisted: true };
  const request: PushRequest = {
    ...{ form: "ayni-push/1", book, device, report },
    ...{ acts: items.map(sentOf), seals: [] },
  };
  expect(gzipSync(JSON.stringify(request)).byteLength / 100).toBeLessThanOrEqual(budget);
});
