/**
 * The app stays on the telephone: registers its worker, looks for a newer build, and takes one only while nothing is open in any tab.
 * Whoever has something open that must not be interrupted (a hand-over) says so with `whileOpen`.
 */

/** Held by every tab that has something open; whoever takes an update needs it alone. */
const openLock = "ayni-field-open";
/** How often a newer build is looked for while the app is open, in milliseconds. */
const everyHour = 3_600_000;
/** How long the app waits for a newer build to take over, in milliseconds; else it goes on with its own. */
const patience = 3_000;
/** How long a new telephone waits for its worker before it fetches screens by itself, in milliseconds. */
const longDownload = 20_000;
/** How long it waits for what is open in other tabs: only as long as a tab takes that is being closed just now. */
const moment = 500;

/** How the app stands towards its own files. */
export type Staying = {
  /** Whether the app would start now without a network. */
  readonly offline: boolean;
  /** Whether a newer build is here, whole, and waits to be taken. */
  readonly newer: boolean;
};

/** Where workers and locks are; none over plain HTTP. */
const workers = (): ServiceWorkerContainer | null => navigator.serviceWorker ?? null;

/** Registers the worker and goes on looking for newer ones; tells each change. What has no signal now is tried again later. */
export function stay(changed: (staying: Staying) => void): void {
  const container = workers();
  if (container === null) {
    changed({ offline: false, newer: false });
    return;
  }
  startAgainWhenTaken(container);
  const watched = new WeakSet<ServiceWorker>();
  const look = async (): Promise<void> => {
    const isOld = container.controller !== null; // One that is just being installed cannot be behind.
    const registration = await container.register("/field/worker.js", { scope: "/field", updateViaCache: "none" });
    const tell = (): void => {
      changed({ offline: registration.active !== null, newer: registration.waiting !== null });
      for (const worker of [registration.installing, registration.waiting]) {
        if (worker === null || watched.has(worker)) continue;
        watched.add(worker);
        worker.addEventListener("statechange", tell);
      }
    };
    registration.onupdatefound = tell;
    tell();
    if (isOld) await registration.update();
  };
  const again = (): void => void look().catch(() => undefined); // Without a signal there is nothing newer to be had.
  again();
  addEventListener("online", again);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  setInterval(again, everyHour);
}

/** Containers whose changes of worker are heard already. */
const heard = new WeakSet<ServiceWorkerContainer>();

/** A page of an earlier build starts again when a newer one was taken, by this tab or another: its own files are gone. */
function startAgainWhenTaken(container: ServiceWorkerContainer): void {
  if (heard.has(container)) return;
  heard.add(container);
  let before = container.controller;
  container.addEventListener("controllerchange", () => {
    if (before !== null) location.reload();
    before = container.controller;
  });
}

/**
 * Resolves when the worker answers for this page, so that what is fetched then comes from the telephone itself and not over the line a
 * second time; where it takes too long, or there is none, after a while.
 */
export async function whenKept(): Promise<void> {
  const container = workers();
  if (container === null || container.controller !== null) return;
  await new Promise<unknown>((kept) => {
    container.addEventListener("controllerchange", kept, { once: true });
    setTimeout(kept, longDownload);
  });
}

/** Runs `work` so that no newer build is taken before it ends, here or in another tab. */
export async function whileOpen(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(openLock, { mode: "shared" }, work);
}

/**
 * Takes a newer build that waits, if nothing is open in any tab; the page then starts again with it. Asked at the start, before
 * anything is open, and whenever a hand-over was ended. True: the page is about to go. False: there is none, something is open, or it
 * did not come about.
 */
export async function takeNewer(): Promise<boolean> {
  const container = workers();
  const waiting = (await container?.getRegistration("/field"))?.waiting ?? null;
  if (container === null || waiting === null) return false;
  startAgainWhenTaken(container);
  const take = (): Promise<boolean> =>
    new Promise((answer) => {
      container.addEventListener("controllerchange", () => answer(true), { once: true });
      setTimeout(() => answer(false), patience);
      waiting.postMessage("take");
    });
  if (!navigator.locks) return take();
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), moment);
  const alone = { mode: "exclusive", signal: enough.signal } as const;
  return navigator.locks
    .request(openLock, alone, () => {
      clearTimeout(timer);
      return take();
    })
    .catch(() => false);
}
