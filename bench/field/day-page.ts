/** A telephone that enrols at the real server, says a day's hand-overs, and sends them: no screens, everything else as it is. */
import { efrain } from "../../rooms/book/testing.ts";
import { browserEffects, chance } from "../../web/field/app/core/browser/effects.ts";
import { openCore } from "../../web/field/app/core/core.ts";
import { enrol } from "../../web/field/app/core/enrol.ts";
import { makeKey } from "../../web/field/app/core/keys/keys.ts";
import { openIndexedStorage } from "../../web/field/app/core/storage/indexed-storage.ts";
import type { FieldCore, SyncState } from "../../web/field/app/ports.ts";
import { handOvers, scaleChecked, seeded } from "../../web/field/testing/at-the-scale.ts";

const chosen = seeded("a day");
let core: FieldCore | null = null;

/** What a benchmark asks of the page. */
const page = {
  /** Enrols, fetches the register, lets Efraín in. */
  async enrol(ticket: string): Promise<void> {
    const effects = browserEffects(await openIndexedStorage(), "bench");
    const failed = await enrol(effects, ticket, "", { makeKey: () => makeKey(chance), machine: "bench" });
    if (failed !== null) throw new Error(JSON.stringify(failed));
    core = (await openCore(effects)) as FieldCore;
    await core.syncNow();
    await core.addClerk(efrain.agent, "1234");
    await core.syncNow();
  },
  /** A day of so many hand-overs of so many members. */
  async day(count: number, members: number): Promise<void> {
    await scaleChecked(core as FieldCore);
    await handOvers(core as FieldCore, { count, members }, chosen);
  },
  /** Syncs; milliseconds, and how it ended. */
  async sync(): Promise<{ readonly took: number; readonly state: SyncState; readonly done: number }> {
    const begun = performance.now();
    const state = await (core as FieldCore).syncNow();
    const took = performance.now() - begun;
    return { took, state, done: (core as FieldCore).outbox().filter((one) => one.state === "done").length };
  },
  /** Yardstick: so many bytes that nothing compresses, in one request. */
  async upload(bytes: number): Promise<number> {
    const body = new Uint8Array(bytes);
    for (let from = 0; from < bytes; from += 65_536) crypto.getRandomValues(body.subarray(from, from + 65_536));
    const begun = performance.now();
    await (await fetch("/upload", { method: "POST", body })).text();
    return performance.now() - begun;
  },
};

/** The page's own type. */
export type DayPage = typeof page;
Object.assign(globalThis, { day: page });
