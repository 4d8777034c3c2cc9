/** One try to reach the book: acts, then seals, then what is new, then photographs. Only one tab or worker tries at a time. */
import type { SyncState } from "../../ports.ts";
import { KeyLocked } from "../keys/device-key.ts";
import { put, StorageAway, StorageFull } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { noteTry } from "./heard.ts";
import { sendPhotos } from "./photos.ts";
import { pull } from "./pull.ts";
import { hasUnsealed, push, report } from "./push.ts";
import { Trouble } from "./trouble.ts";

/** How this telephone stands towards the book. */
export function syncState(telephone: Telephone): SyncState {
  const { heard, phase } = telephone;
  const [last] = heard.tries;
  return {
    phase,
    unsent: telephone.waiting().length,
    lastHeard: heard.lastHeard,
    lastTried: last?.at ?? null,
    trouble: heard.revoked ? "revoked" : (last?.trouble ?? null),
    clockError: heard.clockError,
  };
}

/** Tries now. While another tab tries, this one only waits for its word. */
export async function syncOnce(telephone: Telephone): Promise<SyncState> {
  await telephone.effects.alone(`ayni-field-sync-${telephone.enrolled.book}`, () => tryAlone(telephone));
  return syncState(telephone);
}

async function tryAlone(telephone: Telephone): Promise<void> {
  let sent = 0;
  let trouble: SyncState["trouble"] = null;
  try {
    await telephone.catchUp();
    phase(telephone, "sending");
    sent = await push(telephone);
    // What carries no act needs the device's signature: it waits for a clerk's PIN where the key does.
    if (telephone.key?.isOpen() === true) {
      if (sent === 0 || hasUnsealed(telephone)) await report(telephone);
      phase(telephone, "fetching");
      await pull(telephone);
      await sendPhotos(telephone);
    }
  } catch (error) {
    trouble = named(error);
  }
  await remember(telephone, sent, trouble);
}

function phase(telephone: Telephone, now: SyncState["phase"]): void {
  telephone.phase = now;
  telephone.changed();
}

/** A mistake of ours in mid-try is told as the server's trouble: nothing was changed, and the next try begins anew. */
function named(error: unknown): SyncState["trouble"] {
  if (error instanceof Trouble) return error.named;
  if (error instanceof KeyLocked) return null; // It was locked in mid-try: the next one after a PIN.
  if (error instanceof StorageFull || error instanceof StorageAway) return "storage";
  console.error(error);
  return "server";
}

/** The try itself is remembered; where there is no room even for that, this tab still knows it. */
async function remember(telephone: Telephone, sent: number, trouble: SyncState["trouble"]): Promise<void> {
  telephone.phase = "idle";
  telephone.heard = noteTry(telephone, sent, trouble);
  await telephone.effects.storage.commit([put("meta", "heard", telephone.heard)]).catch(() => false);
  telephone.told("state");
}
