/** A storage in memory, for tests and for trying screens. It can be told to fail or to "die" at any stroke. */
import {
  type Change,
  type Storage,
  StorageAway,
  StorageFull,
  type StoreKey,
  type StoreName,
  stands,
  storeNames,
} from "./storage.ts";

/**
 * What befalls a stroke: it is kept; `full`, `away`: not kept, and said so; `away after`: kept, and said to have failed; `dies before`,
 * `dies after`: not kept or kept, and nobody ever hears of it, as when the battery goes.
 */
export type Fate = "kept" | "full" | "away" | "away after" | "dies before" | "dies after";

/** A promise that never comes: whoever waited for it is dead. */
const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** The disk of a telephone in memory: what survives when every tab of it is gone. */
export class MemoryDisk {
  readonly stores = new Map<StoreName, Map<StoreKey, unknown>>(storeNames.map((name) => [name, new Map()]));

  /** Opens it as one tab does. `fate` is asked before every stroke. */
  open(fate: () => Fate = () => "kept"): Storage {
    const store = (name: StoreName): Map<StoreKey, unknown> => this.stores.get(name) as Map<StoreKey, unknown>;
    let closed = false;
    const reached = <T>(value: T): Promise<T> =>
      closed ? Promise.reject(new StorageAway("closed")) : Promise.resolve(value);
    const sorted = (name: StoreName): [StoreKey, unknown][] => [...store(name)].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      read: (name, key) => reached(copied(store(name).get(key))),
      list: (name, from, to) =>
        reached(
          (from !== undefined && from === to && store(name).has(from)
            ? [[from, store(name).get(from)] as const]
            : sorted(name)
          ).flatMap(([key, value]) => (isBetween(key, from, to) ? [copied(value)] : [])),
        ),
      count: (name) => reached(store(name).size),
      keys: (name) => reached(sorted(name).map(([key]) => key)),
      commit: async (changes, expected = []) => {
        if (closed) throw new StorageAway("closed");
        const befalls = fate();
        if (befalls === "full") throw new StorageFull();
        if (befalls === "away") throw new StorageAway("told to");
        if (befalls === "dies before") return never();
        if (!expected.every((one) => stands(one, store(one.store).get(one.key)))) return false;
        this.make(changes);
        if (befalls === "away after") throw new StorageAway("told to, after the stroke");
        return befalls === "dies after" ? never() : true;
      },
      close: () => {
        closed = true;
      },
    };
  }

  private make(changes: readonly Change[]): void {
    for (const one of changes) {
      const store = this.stores.get(one.store) as Map<StoreKey, unknown>;
      if ("gone" in one) store.delete(one.key);
      else store.set(one.key, copied(one.value));
    }
  }
}

const isBetween = (key: StoreKey, from?: StoreKey, to?: StoreKey): boolean =>
  (from === undefined || key >= from) && (to === undefined || key <= to);

/** As a real storage does: what is kept is a copy, so that nobody edits it from outside. Keys that cannot be taken out stay themselves. */
const copied = (value: unknown): unknown => {
  if (value === undefined || value === null || typeof value !== "object") return value;
  return structuredClone(value);
};
