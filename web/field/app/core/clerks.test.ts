import { describe, expect, test } from "vitest";
import { efrain, marta } from "../../../../rooms/book/testing.ts";
import type { FieldCore } from "../ports.ts";
import { openCore } from "./core.ts";
import { type StoredClerk, secondsToWait, waitAfter } from "./keys/pins.ts";
import { sampleCore, sampleDisk, sampleEffects } from "./testing/sample.ts";

const HOUR = 3_600_000;

describe("[field.pin] clerks of one telephone", () => {
  test("who may receive may have a PIN here; each is let in by their own", async () => {
    const core = await sampleCore({ members: 3, pin: null });
    expect(core.clerks()).toEqual([]);
    expect(
      core
        .candidates()
        .map(({ agent }) => agent)
        .sort(),
    ).toEqual([efrain.agent, marta.agent].sort());
    await core.addClerk(efrain.agent, "1234");
    await core.addClerk(marta.agent, "9876");
    expect(core.clerk()).toEqual({ agent: marta.agent, name: "Marta Ríos" });
    core.lock();
    expect(core.clerk()).toBeNull();
    expect(await core.unlock(efrain.agent, "9876")).toBe(false);
    expect(await core.unlock(efrain.agent, "1234")).toBe(true);
    expect(core.clerk()?.name).toBe("Efraín Condori");
  });

  test("wrong PINs wait longer and longer, also after the app was closed; a clock set back makes no wait longer", async () => {
    let now = Date.parse("2026-11-15T15:00:00Z");
    const disk = await sampleDisk(1);
    const opened = async () => (await openCore(sampleEffects(disk, { now: () => now }))) as FieldCore;
    const core = await opened();
    await core.addClerk(efrain.agent, "1234");
    core.lock();
    for (let tries = 0; tries < 3; tries += 1) expect(await core.unlock(efrain.agent, "0000")).toBe(false);
    expect(core.waitOf(efrain.agent)).toBe(5);
    expect(await core.unlock(efrain.agent, "1234")).toBe(false); // Not even heard.
    expect((await opened()).waitOf(efrain.agent)).toBe(5);
    now -= 24 * 365 * HOUR;
    expect(core.waitOf(efrain.agent)).toBe(5);
    now += 24 * 365 * HOUR + 5_000;
    expect(core.waitOf(efrain.agent)).toBe(0);
    expect(await core.unlock(efrain.agent, "1234")).toBe(true);
    expect(core.waitOf(efrain.agent)).toBe(0);
  });

  test("the longest wait is five minutes", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 99].map(waitAfter)).toEqual([0, 0, 5, 15, 60, 300, 300, 300]);
    const clerk: StoredClerk = {
      agent: "",
      salt: "",
      rounds: 1,
      check: "",
      wrong: 9,
      until: Number.MAX_SAFE_INTEGER,
      box: null,
    };
    expect(secondsToWait(clerk, 0)).toBe(300);
  });

  test("nobody is in: nothing is said", async () => {
    const core = await sampleCore({ members: 1, locked: true });
    expect(await core.say("delivery.void", {})).toEqual({ notSaid: "locked" });
  });
});
