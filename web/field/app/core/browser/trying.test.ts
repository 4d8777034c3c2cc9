import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FieldCore, SyncState } from "../../ports.ts";
import { keepTrying } from "./trying.ts";

/** A core whose tries are counted; each ends when the test says so. */
function counted() {
  let state: SyncState = {
    phase: "idle",
    unsent: 0,
    lastHeard: null,
    lastTried: null,
    trouble: null,
    clockError: null,
  };
  let tell: () => void = () => undefined;
  let end: () => void = () => undefined;
  const set = (now: Partial<SyncState>): void => {
    state = { ...state, ...now };
    tell();
  };
  const core = {
    tries: 0,
    sync: () => state,
    subscribe: (changed: () => void) => {
      tell = changed;
      return () => undefined;
    },
    syncNow: () => {
      core.tries += 1;
      set({ phase: "fetching" });
      return new Promise<SyncState>((resolve) => {
        end = () => {
          set({ phase: "idle" });
          resolve(state);
        };
      });
    },
  };
  return { core, set, end: () => end() };
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const name of ["addEventListener", "removeEventListener"]) vi.stubGlobal(name, () => undefined);
  const listening = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("document", { visibilityState: "visible", ...listening });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a hand-over that is said while a try is fetching goes up seconds after it, not after the calm's minutes", async () => {
  const { core, set, end } = counted();
  const stop = keepTrying(core as unknown as FieldCore);
  set({ unsent: 1 });
  end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(core.tries).toBe(2);
  end(); // It was not kept and still waits: that is no reason to hurry again.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(core.tries).toBe(2);
  stop();
});

test("several that are said in peace go up together, seconds after the last", async () => {
  const { core, set, end } = counted();
  const stop = keepTrying(core as unknown as FieldCore);
  end();
  await vi.advanceTimersByTimeAsync(10);
  set({ unsent: 1 });
  await vi.advanceTimersByTimeAsync(1_500);
  set({ unsent: 2 });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(core.tries).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(core.tries).toBe(2);
  stop();
});
