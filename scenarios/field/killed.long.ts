/** The browser is killed again and again, while hand-overs are said and sent: whatever was said is there, and in the book once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Battery, batteryTelephone } from "./battery.ts";
import { type Office, openOffice, problemsOf } from "./office.ts";
import {
  deviceOf,
  enrol,
  outboxOf,
  receive,
  reconciled,
  syncNow,
  type Telephone,
  timeout,
  unlock,
} from "./telephone.ts";

let office: Office;
let battery: Battery;
beforeAll(async () => {
  office = await openOffice({ app: "web/field/testing/app-page.ts" });
  battery = batteryTelephone(office);
}, 120_000);
afterAll(async () => {
  await battery?.end();
  await office?.close();
}, timeout);

test("killed three times at any moment between saying and sending: nothing lost, nothing doubled, the count goes on [fault.browser-killed]", async () => {
  const said: string[] = [];
  let device = "";
  let telephone: Telephone = await battery.on();
  await enrol(telephone, await office.square());
  device = await deviceOf(telephone);
  for (let life = 1; life <= 3; life += 1) {
    const before = said.length;
    telephone.page.on("console", (line) => said.push(...(/^said (\S+)/.exec(line.text())?.slice(1) ?? [])));
    const page = telephone;
    const busy = [
      receive(page, 1_000),
      (async () => {
        for (;;) await syncNow(page);
      })(),
    ];
    for (const one of busy) one.catch(() => undefined);
    await expect.poll(() => said.length, { timeout, interval: 5 }).toBeGreaterThan(before + 3 + life);
    await battery.dies();
    telephone = await battery.on();
    await telephone.page.goto(`${office.line.address}/field`);
    await unlock(telephone.page);
    const kept = await outboxOf(telephone);
    expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, at) => at + 1));
    const there = new Set(kept.map(({ act }) => act));
    expect(said.filter((act) => !there.has(act))).toEqual([]);
    expect(kept.length - said.length).toBeLessThanOrEqual(3 * life); // What was kept when it died, and nobody had heard of.
  }
  expect(await syncNow(telephone)).toMatchObject({ unsent: 0, trouble: null });
  await reconciled(telephone, office, device);
  expect(await problemsOf(office)).toEqual([]);
}, 240_000);
