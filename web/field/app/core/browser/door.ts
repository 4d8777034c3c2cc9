/** The door of the app in a browser: opens the telephone that is kept here, or makes one of it. */
import type { FieldCore, FieldDoor } from "../../ports.ts";
import type { Effects } from "../effects.ts";
import { enrol } from "../enrol.ts";
import { makeKey } from "../keys/keys.ts";
import { openIndexedStorage } from "../storage/indexed-storage.ts";
import { browserEffects, chance } from "./effects.ts";
import { keepTrying } from "./trying.ts";

/** Opens the door. `app` is the version of the app. Throws `StorageAway` where the browser gives no storage at all. */
export async function openDoor(app: string): Promise<FieldDoor> {
  const effects = browserEffects(await openIndexedStorage(), app);
  let core = await opened(effects);
  return {
    core: () => core,
    enrol: async (ticket, keyId) => {
      if (!globalThis.isSecureContext) return { notEnrolled: "insecure" };
      const machine = navigator.userAgent;
      const failed = await enrol(effects, ticket, keyId, { makeKey: () => makeKey(chance), machine });
      if (failed !== null) return failed;
      core = await opened(effects);
      return core ?? { notEnrolled: "storage" };
    },
  };
}

/** Rules, fold and sync come as a chunk of their own: a telephone that is nobody's device yet does not wait for them. */
async function opened(effects: Effects): Promise<FieldCore | null> {
  if ((await effects.storage.read("meta", "enrolled")) === undefined) return null;
  const { openCore } = await import("../core.ts");
  const core = await openCore(effects);
  if (core !== null) keepTrying(core);
  return core;
}
