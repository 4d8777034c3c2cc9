/** One at a time across tabs and worker: Web Locks, and where there are none a lease in the storage, which ends by itself. */
import type { Effects } from "../effects.ts";
import { drop, put, type Storage } from "../storage/storage.ts";

/** How long one waits for others, in milliseconds: a write takes a few, so a longer wait means that something hangs. */
const patience = { write: 10_000, sync: 0 } as const;

/** Work alone by the browser's own locks. A try that another makes already is not made twice. */
const byLocks: Effects["alone"] = async (name, work) => {
  if (name.includes("-sync-"))
    return navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock === null ? null : work()));
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience.write);
  try {
    return await navigator.locks.request(name, { signal: waiting.signal }, () => {
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (waiting.signal.aborted) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/** Longest that a lease holds: who was killed with it holds up the others no longer. */
const leaseLength = 30_000;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Lease = { readonly holder: string; readonly until: number };

/**
 * Work alone by a lease. It is a courtesy: that no sequence is taken twice stands on what each stroke expects, whatever clocks do.
 */
export const byLease =
  (storage: Storage, holder: string, clock: () => number): Effects["alone"] =>
  async (name, work) => {
    const key = `lease ${name}`;
    const wait = name.includes("-sync-") ? patience.sync : patience.write;
    for (
      let waited = 0;
      !(await taken(storage, key, { holder, until: clock() + leaseLength }, clock()));
      waited += 50
    ) {
      if (waited >= wait) return null;
      await pause(50);
    }
    try {
      return await work();
    } finally {
      await storage.commit([drop("meta", key)]).catch(() => false);
    }
  };

async function taken(storage: Storage, key: string, own: Lease, now: number): Promise<boolean> {
  const found = (await storage.read("meta", key)) as Lease | undefined;
  const isOver = found === undefined || found.until < now || found.until > now + leaseLength; // A clock that was set back ends it too.
  return isOver && storage.commit([put("meta", key, own)], [{ store: "meta", key, value: found }]);
}

/** The way of this browser. */
export const aloneHere = (storage: Storage, holder: string, clock: () => number): Effects["alone"] =>
  "locks" in navigator ? byLocks : byLease(storage, holder, clock);
